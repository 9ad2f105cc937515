import { Piscina } from 'piscina';

/** The tasks that a worker module exports: each takes one argument that can be sent between threads. */
type Tasks<T> = { [K in keyof T]: (argument: never) => unknown };

/** One worker thread whose module keeps state between its tasks. They run one at a time, in the order asked. */
export class Thread<T extends Tasks<T>> {
  readonly #pool: Piscina;
  #ending = false;

  /**
   * @param data what the module finds as `workerData`.
   * @param onMessage gets what the module posts to its `parentPort` while it works.
   */
  constructor(module: URL, data: unknown, onMessage?: (message: unknown) => void) {
    this.#pool = new Piscina({ filename: module.href, workerData: data, minThreads: 1, maxThreads: 1 });
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

  /** Ends the thread at once; tasks under way are rejected. */
  async end(): Promise<void> {
    this.#ending = true;
    await this.#pool.destroy();
  }
}
