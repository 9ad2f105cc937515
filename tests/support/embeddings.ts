import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as bodyOf } from 'node:stream/consumers';
import type { EmbeddingsConfig } from '../../src/config/embeddings.ts';
import { type Behaviour, misbehave } from './chat/misbehave.ts';
import { protocolOf } from './chat/protocols.ts';
import { wordVector } from './vectors.ts';

/** What the server gives for texts: their vectors, or anything else that JSON can say, or something no server should do. */
export type Embedded = { vectors: unknown } | Exclude<Behaviour, { say: string }>;

export interface EmbeddingServer {
  url: string;
  /** The texts of each request. */
  readonly asked: string[][];
  /** What it does from now on. */
  script: (texts: string[], n: number) => Embedded | Promise<Embedded>;
  /** Settings that make this server the embedding model. */
  config(engine: 'openai' | 'ollama'): Extract<EmbeddingsConfig, { model: string }>;
  close(): Promise<void>;
}

/** As a good server does: vectors of words, of 48 numbers, not of unit length. */
export const wordVectors = (texts: readonly string[]): { vectors: number[][] } => ({
  vectors: texts.map((text) => [...wordVector(text, 48)].map((value) => 3 * value)),
});

/** A server of this machine that embeds as OpenAI and Ollama do, or as a script says. */
export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const asked: string[][] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const { input } = JSON.parse(await bodyOf(request)) as { input: string | string[] };
    const texts = [input].flat();
    asked.push(texts);
    const given = await embeddings.script(texts, asked.length);
    if (typeof given === 'string' || !('vectors' in given)) {
      return misbehave(response, protocolOf(request.url ?? ''), given);
    }
    const { vectors } = given;
    const body = request.url?.startsWith('/api/')
      ? { model: 'scripted', embeddings: vectors }
      : {
          ...{ object: 'list', model: 'scripted', usage: { prompt_tokens: 1, total_tokens: 1 } },
          data: (vectors as unknown[]).map((embedding, index) => ({ object: 'embedding', index, embedding })),
        };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const embeddings: EmbeddingServer = {
    ...{ url, asked, script: wordVectors },
    config: (engine) => ({
      ...{ engine, model: 'scripted', apiKey: undefined },
      baseUrl: engine === 'openai' ? `${url}/v1` : url,
    }),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return embeddings;
}
