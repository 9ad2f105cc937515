import type { EmbeddingModel } from '../../ports.ts';
import { BundledEmbeddings } from './bundled.ts';

/** Every embedding engine, by the name that a setting gives it. */
export const embeddingEngines = {
  bundled: (options: { workers: number }): EmbeddingModel => new BundledEmbeddings(options.workers),
};
