import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A linear layer that turns the vectors of questions. */
export interface QueryAdapter {
  dimensions: number;
  /** Row by row: what each number of a question adds to all. */
  matrix: Float32Array;
  /** What is added whatever the question is. */
  bias: Float32Array;
}

/** The adapter as it is kept: whole numbers from -127 to 127 (bytes in base64), and what 1 of them is worth. */
export interface PackedQueryAdapter {
  dimensions: number;
  matrixUnit: number;
  biasUnit: number;
  matrix: string;
  bias: string;
}

const LARGEST = 127;

let bundled: QueryAdapter | undefined;

/**
 * A question's vector of the measured model, turned towards those of sentences that answer it: the model puts a question
 * beside other questions, and "why" near no reason. `npm run train:adapter` fits what turns it.
 * @param vector of unit length, as the model gives it.
 * @returns a unit vector.
 */
export function towardsAnswers(vector: Float32Array): Float32Array {
  bundled ??= unpack(read());
  return adapt(vector, bundled);
}

/** The vector, what the matrix makes of it and the bias, brought to length 1. */
export function adapt(vector: Float32Array, adapter: QueryAdapter): Float32Array {
  const turned = turn(vector, adapter);
  const norm = Math.sqrt(turned.reduce((sum, value) => sum + value * value, 0));
  return turned.map((value) => value / norm);
}

/** The vector, what the matrix makes of it and the bias, as long as they come out. */
export function turn(vector: Float32Array, { dimensions, matrix, bias }: QueryAdapter): Float32Array {
  const turned = vector.map((value, i) => value + (bias[i] as number));
  for (let from = 0; from < dimensions; from++) {
    const value = vector[from] as number;
    const row = from * dimensions;
    for (let to = 0; to < dimensions; to++) {
      turned[to] = (turned[to] as number) + value * (matrix[row + to] as number);
    }
  }
  return turned;
}

/** The adapter as it is kept; each number within half a unit of what it was. */
export function pack({ dimensions, matrix, bias }: QueryAdapter): PackedQueryAdapter {
  const [matrixUnit, biasUnit] = [unitOf(matrix), unitOf(bias)];
  return {
    ...{ dimensions, matrixUnit, biasUnit },
    matrix: toBase64(matrix, matrixUnit),
    bias: toBase64(bias, biasUnit),
  };
}

export function unpack(packed: PackedQueryAdapter): QueryAdapter {
  const { dimensions, matrixUnit, biasUnit } = packed;
  return {
    dimensions,
    matrix: fromBase64(packed.matrix, matrixUnit),
    bias: fromBase64(packed.bias, biasUnit),
  };
}

function read(): PackedQueryAdapter {
  const file = join(import.meta.dirname, 'query-adapter.json');
  return JSON.parse(readFileSync(file, 'utf8')) as PackedQueryAdapter;
}

/** What 1 is worth where the largest of the numbers is kept as 127; where all are 0, nothing. */
function unitOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST;
}

function toBase64(values: Float32Array, unit: number): string {
  const bytes = Int8Array.from(values, (value) => (unit === 0 ? 0 : Math.round(value / unit)));
  return Buffer.from(bytes.buffer).toString('base64');
}

function fromBase64(base64: string, unit: number): Float32Array {
  return Float32Array.from(new Int8Array(Buffer.from(base64, 'base64')), (value) => value * unit);
}
