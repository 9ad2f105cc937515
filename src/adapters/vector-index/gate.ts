import { isMainThread, workerData } from 'node:worker_threads';

/**
 * Keeps a thread from being ended while it is in native code. hnswlib-node ends the whole process when its thread is
 * ended under it, so whoever ends a thread first shuts its gate.
 */
export type Gate = SharedArrayBuffer;

/** Whether the thread is in native code, and whether it may go there. */
const [INSIDE, SHUT] = [0, 1];

export function newGate(): Gate {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}

/** Lets no more calls through, and resolves when the one that is inside has returned. */
export async function shutGate(gate: Gate): Promise<void> {
  const state = new Int32Array(gate);
  Atomics.store(state, SHUT, 1);
  while (Atomics.load(state, INSIDE) === 1) await Atomics.waitAsync(state, INSIDE, 1).value;
}

const { gate } = (isMainThread ? {} : (workerData ?? {})) as { gate?: Gate };
const own = gate && new Int32Array(gate);

/** Calls native code, in a thread that has a gate through it: once it is shut, the thread waits here for its end. */
export function throughGate<T>(call: () => T): T {
  if (!own) return call();
  Atomics.store(own, INSIDE, 1);
  if (Atomics.load(own, SHUT) === 1) {
    leave(own);
    Atomics.wait(own, SHUT, 1);
  }
  try {
    return call();
  } finally {
    leave(own);
  }
}

function leave(state: Int32Array): void {
  Atomics.store(state, INSIDE, 0);
  Atomics.notify(state, INSIDE);
}
