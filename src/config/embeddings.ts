import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Settings } from './settings.ts';

/** An embedding model that does not come with Footnote. */
export type EmbeddingsConfig =
  | {
      engine: 'openai' | 'ollama';
      model: string;
      /** Of an OpenAI-compatible server or of Ollama; the engine's own when absent. */
      baseUrl: string | undefined;
      /** Of an OpenAI-compatible server. */
      apiKey: string | undefined;
    }
  /** Folder of a model for transformers.js, absolute. */
  | { engine: 'transformers'; folder: string };

/** Present when another model than the bundled one is configured. */
export function readEmbeddingsConfig(settings: Settings): EmbeddingsConfig | undefined {
  const name = settings.text('EMBEDDINGS') ?? 'bundled';
  const baseUrl = settings.address('EMBEDDINGS_BASE_URL', 'http://127.0.0.1:8000/v1');
  const { engine, of = '' } = /^(?<engine>openai|ollama|transformers):(?<of>.+)$/.exec(name)?.groups ?? {};

  if (name !== 'bundled' && engine === undefined) {
    settings.problems.push(
      `EMBEDDINGS must be bundled, openai:MODEL, ollama:MODEL or transformers:FOLDER, such as openai:text-embedding-3-small or ollama:nomic-embed-text, not "${name}"`,
    );
  }
  if (baseUrl !== undefined && engine !== 'openai' && engine !== 'ollama') {
    settings.problems.push(
      `EMBEDDINGS_BASE_URL goes with EMBEDDINGS=openai:… (any OpenAI-compatible server) or ollama:…, not with ${name}: remove it, or name the model of its server`,
    );
  }
  if (engine === 'transformers') {
    const folder = resolve(of);
    if (!existsSync(join(folder, 'config.json'))) {
      settings.problems.push(
        `EMBEDDINGS=${name} must name the folder of a model for transformers.js, with config.json, tokenizer.json and onnx/ in it, and there is no ${join(folder, 'config.json')}`,
      );
    }
    return { engine, folder };
  }
  if (engine !== 'openai' && engine !== 'ollama') return undefined;
  // The key of one server is not shown to another.
  const apiKey =
    settings.text('EMBEDDINGS_API_KEY') ??
    (baseUrl === undefined ? settings.text('OPENAI_API_KEY') : undefined);
  if (engine === 'openai' && baseUrl === undefined && apiKey === undefined) {
    settings.problems.push(
      `EMBEDDINGS=${name} needs EMBEDDINGS_API_KEY or OPENAI_API_KEY: set one to your key, or EMBEDDINGS_BASE_URL to the server that has the model`,
    );
  }
  return { engine, model: of, baseUrl, apiKey };
}
