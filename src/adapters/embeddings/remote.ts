import { setTimeout as wait } from 'node:timers/promises';
import { Embeddings, type EmbeddingsInterface } from '@langchain/core/embeddings';
import { EmbeddingError } from '../../errors.ts';
import type { EmbeddingModel } from '../../ports.ts';
import { causesOf } from '../model-server.ts';
import { checkedVectors } from './checked.ts';
import { broken, guardedFetch } from './guarded-fetch.ts';
import { sendable } from './sendable.ts';

/** Texts in one request: all servers take so many, and one that fails costs little. */
const BATCH = 64;
/** A question does not wait for a model that is slow, */
const QUESTION_MS = 5_000;
/** and documents do: the first request may load the model. */
const DOCUMENTS_MS = 120_000;
/** Attempts after the first, for documents. */
const RETRIES = 5;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** Resolves after some milliseconds; rejects when the signal is aborted before. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<unknown>;

const pauseFor: Pause = (ms, signal) => wait(ms, undefined, { signal });

/** Makes a LangChain `Embeddings` that speaks to its server through the given `fetch`. */
export type MakeClient = (fetch: typeof globalThis.fetch) => EmbeddingsInterface;

/**
 * An embedding model on a server. Questions are asked once and soon given up; documents go in batches, each tried again
 * with growing waits, or after the time that the server asks for. What comes back is checked: see `checkedVectors`.
 */
export class RemoteEmbeddings extends Embeddings implements EmbeddingModel {
  readonly name: string;
  readonly #closing = new AbortController();
  readonly #questions: EmbeddingsInterface;
  readonly #documents: EmbeddingsInterface;
  readonly #pause: Pause;
  #dimensions: number | undefined;

  constructor(name: string, client: MakeClient, pause: Pause = pauseFor) {
    super({});
    this.name = name;
    const { signal } = this.#closing;
    this.#questions = client(guardedFetch(name, QUESTION_MS, signal));
    this.#documents = client(guardedFetch(name, DOCUMENTS_MS, signal));
    this.#pause = pause;
  }

  get dimensions(): number | undefined {
    return this.#dimensions;
  }

  /** @throws {EmbeddingError} when there is no vector that can be used, or not soon. */
  async embedQuery(text: string): Promise<number[]> {
    const [vector = []] = await this.#ask(this.#questions, [text]);
    return vector;
  }

  /** @throws {EmbeddingError} when any text has no vector that can be used. */
  async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let i = 0; i < texts.length; i += BATCH) {
      vectors.push(...(await this.#askAgain(texts.slice(i, i + BATCH))));
    }
    return vectors;
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  async #askAgain(texts: string[]): Promise<number[][]> {
    for (let retry = 0; ; retry++) {
      try {
        return await this.#ask(this.#documents, texts);
      } catch (error) {
        const ms = (error as EmbeddingError).retryAfterMs ?? FIRST_WAIT_MS * 2 ** retry;
        const isFinal = (error as EmbeddingError).failure !== 'busy' || retry >= RETRIES;
        if (isFinal || ms > LONGEST_WAIT_MS || this.#closing.signal.aborted) throw error;
        await this.#pause(ms, this.#closing.signal).catch(() => {
          throw error;
        });
      }
    }
  }

  async #ask(client: EmbeddingsInterface, texts: readonly string[]): Promise<number[][]> {
    try {
      const given = await client.embedDocuments(sendable(texts));
      const vectors = checkedVectors(this.name, given, texts.length, this.#dimensions);
      this.#dimensions ??= vectors[0]?.length;
      return vectors;
    } catch (error) {
      throw [...causesOf(error)].find((cause) => cause instanceof EmbeddingError) ?? broken(this.name);
    }
  }
}
