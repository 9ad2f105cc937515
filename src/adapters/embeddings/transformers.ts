import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Embeddings } from '@langchain/core/embeddings';
import { EmbeddingError, messageOf, UserError } from '../../errors.ts';
import type { EmbeddingModel } from '../../ports.ts';
import { checkedVectors } from './checked.ts';
import { sendable } from './sendable.ts';

const PACKAGE = '@huggingface/transformers';
/** The version it was tried with. */
const MAJOR = 4;
const FILES = 'config.json, tokenizer.json and onnx/model.onnx';
/** Sentences encoded together. */
const BATCH = 16;

/** What is used of transformers.js. */
export interface Transformers {
  env: { allowRemoteModels: boolean; localModelPath: string };
  pipeline(
    task: 'feature-extraction',
    model: string,
    options: { local_files_only: boolean },
  ): Promise<Extractor>;
}

type Extractor = ((
  texts: string[],
  options: { pooling: 'mean'; normalize: boolean },
) => Promise<{ tolist(): unknown }>) & { dispose?(): Promise<unknown> };

/** A model of transformers.js in a local folder, loaded when it is first asked; nothing is fetched. */
export class TransformersEmbeddings extends Embeddings implements EmbeddingModel {
  readonly name: string;
  readonly #folder: string;
  readonly #load: () => Promise<Transformers>;
  #extractor: Promise<Extractor> | undefined;
  #dimensions: number | undefined;
  #closed = false;

  /**
   * @param load gives transformers.js.
   * @throws {UserError} when the package is not installed, with the command that installs it.
   */
  constructor(folder: string, load: () => Promise<Transformers> = installed()) {
    super({});
    this.name = `transformers:${basename(folder)}-${fingerprintOf(folder)}`;
    this.#folder = folder;
    this.#load = load;
  }

  get dimensions(): number | undefined {
    return this.#dimensions;
  }

  async embedQuery(text: string): Promise<number[]> {
    const [vector = []] = await this.embedDocuments([text]);
    return vector;
  }

  /** @throws {EmbeddingError} when the model cannot be loaded, or any text has no vector that can be used. */
  async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let i = 0; i < texts.length; i += BATCH) {
      vectors.push(...(await this.#embed(texts.slice(i, i + BATCH))));
    }
    return vectors;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const extractor = await this.#extractor?.catch(() => undefined);
    await extractor?.dispose?.();
  }

  async #embed(texts: readonly string[]): Promise<number[][]> {
    if (this.#closed) throw new EmbeddingError('busy', 'The embedding model was closed.');
    this.#extractor ??= this.#open();
    const extractor = await this.#extractor;
    const options = { pooling: 'mean', normalize: true } as const;
    const output = await extractor(sendable(texts), options).catch((error: unknown) => {
      throw new EmbeddingError(
        'broken',
        `The embedding model ${this.name} failed (${messageOf(error)}): check that its folder has ${FILES}, and that it is made for feature-extraction.`,
      );
    });
    const vectors = checkedVectors(this.name, output.tolist(), texts.length, this.#dimensions);
    this.#dimensions ??= vectors[0]?.length;
    return vectors;
  }

  async #open(): Promise<Extractor> {
    try {
      const { env, pipeline } = await this.#load();
      env.allowRemoteModels = false;
      env.localModelPath = dirname(this.#folder);
      return await pipeline('feature-extraction', basename(this.#folder), { local_files_only: true });
    } catch (error) {
      throw new EmbeddingError(
        'refused',
        `The model in ${this.#folder} cannot be loaded by transformers.js (${messageOf(error)}): EMBEDDINGS has to name a folder with ${FILES}.`,
      );
    }
  }
}

/** @throws {UserError} when transformers.js is not there. */
function installed(): () => Promise<Transformers> {
  try {
    createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    throw new UserError(
      `EMBEDDINGS=transformers:… needs the package ${PACKAGE}, which is not installed. Run: npm install ${PACKAGE}@${MAJOR}`,
    );
  }
  return () => import(PACKAGE) as Promise<Transformers>;
}

/** Tells models in folders of one name apart: by their files and how long these are. */
function fingerprintOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const sizes = files.map((file) => `${file} ${statSync(join(folder, file)).size}`);
  return createHash('sha256').update(sizes.join('\n')).digest('hex').slice(0, 8);
}
