import * as tf from '@tensorflow/tfjs-core';

const HEADS = 4;
const EPSILON = 1e-6;
const LEAST_NORM = 1e-12;

/** The rows of one text among those of all. */
interface Rows {
  from: number;
  count: number;
}

/** A matrix that rows are multiplied with, and what is added to each. */
interface Dense {
  kernel: tf.Tensor2D;
  bias: tf.Tensor;
}

/** Makes the mean of a row 0 and its variance 1, before it is stretched and moved. */
interface Norm {
  scale: tf.Tensor;
  bias: tf.Tensor;
}

interface Layer {
  /** Brings rows to the width of what is added to them; absent where they have it. */
  adjust: Dense | undefined;
  attentionNorm: Norm;
  queriesKeysValues: Dense;
  attentionOutput: Dense;
  feedForwardNorm: Norm;
  widen: Dense;
  narrow: Dense;
}

/**
 * The network of the Universal Sentence Encoder lite: two layers of attention over word pieces, their mean, and a
 * dense layer. It is what the package's graph computes, to the bit, without its bookkeeping of shapes and padding:
 * that took longer than the numbers of a question do. Texts of a batch lie one below the other, so that none is padded.
 */
export class Transformer {
  readonly #pieces: tf.Tensor;
  /** What tells a place from another, for each of the first places of a text. */
  readonly #places: tf.Tensor;
  readonly #layers: readonly Layer[];
  readonly #output: Dense;

  /**
   * @param weights of the package's graph, by their names.
   * @param longest most pieces of a text.
   */
  constructor(weights: tf.NamedTensorMap, longest: number) {
    const named = (ending: string) => {
      const [name] = Object.keys(weights).filter((key) => key.endsWith(ending));
      const weight = name === undefined ? undefined : weights[name];
      if (!weight) throw new Error(`The sentence encoder has no weights "${ending}".`);
      return weight;
    };
    this.#pieces = named('Embeddings_en');
    this.#places = placesUpTo(longest, named('AddTimingSignal/TimingSignal/ExpandDims_1'));
    this.#layers = [layerOf(named, 0, true), layerOf(named, 1, false)];
    this.#output = {
      kernel: named('hidden_layers/tanh_layer_0/weights') as tf.Tensor2D,
      bias: named('hidden_layers/tanh_layer_0/bias'),
    };
  }

  /** Unit vectors of texts, one after the other. @param texts each its pieces, at least one. */
  encode(texts: readonly (readonly number[])[]): Float32Array {
    const vectors = tf.tidy(() => {
      let from = 0;
      const spans = texts.map(({ length }): Rows => {
        from += length;
        return { from: from - length, count: length };
      });
      const pieces = tf.gather(this.#pieces, tf.tensor1d(texts.flat(), 'int32'));
      const places = tf.gather(
        this.#places,
        tf.tensor1d(
          texts.flatMap((text) => [...text.keys()]),
          'int32',
        ),
      );
      let rows = tf.add(pieces, tf.add(pieces, places)) as tf.Tensor2D;
      for (const layer of this.#layers) rows = applyLayer(layer, rows, spans);
      const means = spans.map(({ from, count }) =>
        tf.div(tf.sum(tf.slice(rows, from, count), 0, true), count),
      );
      const hidden = tf.tanh(dense(this.#output, tf.concat(means) as tf.Tensor2D));
      return tf.mul(hidden, tf.rsqrt(tf.maximum(tf.sum(tf.square(hidden), 1, true), LEAST_NORM)));
    });
    const flat = vectors.dataSync<'float32'>();
    vectors.dispose();
    return flat;
  }
}

/** Sines and cosines of each place at falling frequencies. */
function placesUpTo(longest: number, frequencies: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const angles = tf.mul(tf.expandDims(tf.range(0, longest), 1), frequencies);
    return tf.concat([tf.sin(angles), tf.cos(angles)], 1);
  });
}

function layerOf(named: (ending: string) => tf.Tensor, number: number, isNarrow: boolean): Layer {
  const own = (name: string) => named(`Layer_${number}/TransformerLayer/${name}`);
  const joined = (name: string) => own(`${name}/ConcatPartitions/concat`);
  const norm = (place: string): Norm => ({
    scale: joined(`${place}layer_prepostprocess/layer_norm/layer_norm_scale`),
    bias: joined(`${place}layer_prepostprocess/layer_norm/layer_norm_bias`),
  });
  const transform = (name: string): Dense => ({
    kernel: tf.squeeze(own(`MultiheadAttention/${name}/kernel/part_0`), [0, 1]),
    bias: joined(`MultiheadAttention/${name}/bias`),
  });
  const feedForward = (name: string): Dense => ({
    kernel: own(`FFN/${name}/Tensordot/Reshape_1`) as tf.Tensor2D,
    bias: joined(`FFN/${name}/bias`),
  });
  return {
    adjust: isNarrow
      ? { kernel: joined('dense/kernel') as tf.Tensor2D, bias: joined('dense/bias') }
      : undefined,
    attentionNorm: norm(''),
    queriesKeysValues: transform('qkv_transform_single'),
    attentionOutput: transform('output_transform_single'),
    feedForwardNorm: norm('FFN/'),
    widen: feedForward('conv1'),
    narrow: feedForward('conv2'),
  };
}

function applyLayer(layer: Layer, rows: tf.Tensor2D, spans: readonly Rows[]): tf.Tensor2D {
  const attended = attend(dense(layer.queriesKeysValues, normal(layer.attentionNorm, rows)), spans);
  const before = layer.adjust ? dense(layer.adjust, rows) : rows;
  const middle = tf.add(dense(layer.attentionOutput, attended), before) as tf.Tensor2D;
  const wide = tf.relu(dense(layer.widen, normal(layer.feedForwardNorm, middle)));
  return tf.add(dense(layer.narrow, wide), middle) as tf.Tensor2D;
}

/** What each piece gathers from all pieces of its own text. */
function attend(queriesKeysValues: tf.Tensor2D, spans: readonly Rows[]): tf.Tensor2D {
  const width = queriesKeysValues.shape[1] / 3;
  const size = width / HEADS;
  return tf.concat(
    spans.map(({ from, count }) => {
      const own = tf.reshape(tf.slice(queriesKeysValues, from, count), [count, 3 * HEADS, size]);
      const [queries, keys, values] = tf.split(tf.transpose(own, [1, 0, 2]), 3) as [
        tf.Tensor,
        tf.Tensor,
        tf.Tensor,
      ];
      const likeness = tf.matMul(tf.mul(queries, size ** -0.5), keys, false, true);
      const gathered = tf.matMul(tf.softmax(likeness), values);
      return tf.reshape(tf.transpose(gathered, [1, 0, 2]), [count, width]);
    }),
  ) as tf.Tensor2D;
}

function dense({ kernel, bias }: Dense, rows: tf.Tensor2D): tf.Tensor2D {
  return tf.add(tf.matMul(rows, kernel), bias) as tf.Tensor2D;
}

function normal({ scale, bias }: Norm, rows: tf.Tensor2D): tf.Tensor2D {
  const centred = tf.sub(rows, tf.mean(rows, 1, true));
  const variance = tf.mean(tf.square(centred), 1, true);
  return tf.add(tf.mul(tf.mul(scale, tf.rsqrt(tf.add(variance, EPSILON))), centred), bias) as tf.Tensor2D;
}
