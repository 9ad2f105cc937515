import { move } from 'piscina';
import { Encoder } from './encoder.ts';

const loading = Encoder.load();

/** Task of a worker thread: the vectors of `texts`, one after the other. */
export default async function encode(texts: string[]): Promise<Float32Array> {
  const encoder = await loading;
  return move(encoder.encode(texts)) as Float32Array;
}
