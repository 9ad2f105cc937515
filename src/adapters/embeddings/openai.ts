import { OpenAIEmbeddings } from '@langchain/openai';
import { type Pause, RemoteEmbeddings } from './remote.ts';

/** How to reach a model on a server. */
export interface ServerOptions {
  model: string;
  baseUrl: string | undefined;
  apiKey?: string | undefined;
  /** Waits between attempts. */
  pause?: Pause | undefined;
}

/** A model of OpenAI, or of any server that speaks its protocol. */
export function openaiEmbeddings({ model, baseUrl, apiKey, pause }: ServerOptions): RemoteEmbeddings {
  const client = (fetch: typeof globalThis.fetch) =>
    new OpenAIEmbeddings({
      model,
      // Servers of one's own want some key, and do not look at it.
      apiKey: apiKey ?? 'none',
      configuration: { fetch, ...(baseUrl === undefined ? {} : { baseURL: baseUrl }) },
      // Not every server that speaks this protocol can write vectors in another form.
      encodingFormat: 'float',
      maxRetries: 0,
    });
  return new RemoteEmbeddings(`openai:${model}`, client, pause);
}
