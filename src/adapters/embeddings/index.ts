import type { EmbeddingsConfig } from '../../config/embeddings.ts';
import type { EmbeddingModel } from '../../ports.ts';
import { BundledEmbeddings } from './bundled.ts';

/** Every embedding engine, by the name that a setting gives it. What others need is loaded only when they are asked for. */
export const embeddingEngines = {
  bundled: (options: { workers: number }): EmbeddingModel => new BundledEmbeddings(options.workers),
  openai: async (options: import('./openai.ts').ServerOptions): Promise<EmbeddingModel> =>
    (await import('./openai.ts')).openaiEmbeddings(options),
  ollama: async (options: import('./openai.ts').ServerOptions): Promise<EmbeddingModel> =>
    (await import('./ollama.ts')).ollamaEmbeddings(options),
  transformers: async ({ folder }: { folder: string }): Promise<EmbeddingModel> =>
    new (await import('./transformers.ts')).TransformersEmbeddings(folder),
};

/**
 * The embedding model of the settings. Nobody is asked anything yet.
 * @throws {UserError} when its package is missing, with what to do.
 */
export async function openEmbeddings(
  config: EmbeddingsConfig | undefined,
  bundled: () => EmbeddingModel,
): Promise<EmbeddingModel> {
  if (config === undefined) return bundled();
  if (config.engine === 'transformers') return embeddingEngines.transformers(config);
  return embeddingEngines[config.engine](config);
}
