import { OllamaEmbeddings } from '@langchain/ollama';
import type { ServerOptions } from './openai.ts';
import { RemoteEmbeddings } from './remote.ts';

/** A model that Ollama has. */
export function ollamaEmbeddings({ model, baseUrl, pause }: ServerOptions): RemoteEmbeddings {
  const client = (fetch: typeof globalThis.fetch) =>
    new OllamaEmbeddings({
      model,
      fetch,
      ...(baseUrl === undefined ? {} : { baseUrl }),
      truncate: true,
      maxRetries: 0,
    });
  return new RemoteEmbeddings(`ollama:${model}`, client, pause);
}
