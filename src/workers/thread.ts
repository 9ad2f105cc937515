import { Piscina } from 'piscina';
import { newGate, shutGate } from '../adapters/vector-index/gate.ts';

/** The tasks that a worker module exports: each takes one argument that can be sent between threads. */
type Tasks<T> = { [K in keyof T]: (argument: never) => unknown };

/** One worker thread whose module keeps state between its tasks. They run one at a time, in the order asked. */
export class Thread<T extends Tasks<T>> {
  readonly #pool: Piscina;
  readonly #gate = newGate();
  #ending = false;

  /**
   * @param data what the module finds as `workerData`, with the gate of its native code.
   * @param onMessage gets what the module posts to its `parentPort` while it works.
   */
  constructor(module: URL, data: object, onMessage?: (message: unknown) => void) {
    const workerData = { ...data, gate: this.#gate };
    this.#pool = new Piscina({ filename: module.href, workerData, minThreads: 1, maxThreads: 1 });
    if (onMessage) this.#pool.on('message', onMessage);
    this.#pool.on('error', (error: Error) => {
      // Results that arrive for tasks which `end` has rejected already are an error to Piscina.
      if (!this.#ending) throw error;
    });
  }

  /** Runs a task by its exported name. Errors come back with their message and stack. */
  run<K extends keyof T & string>(
    name: K,
    ...argument: Parameters<T[K]>
  ): Promise<Awaited<ReturnType<T[K]>>> {
    return this.#pool.run(argument[0], { name }) as Promise<Awaited<ReturnType<T[K]>>>;
  }

  /** Ends the thread at once, or when its native code has returned; tasks under way are rejected. */
  async end(): Promise<void> {
    this.#ending = true;
    await shutGate(this.#gate);
    await this.#pool.destroy();
  }
}
