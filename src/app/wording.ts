import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Draft } from '../answer/answer.ts';
import type { Embed } from '../answer/wording/check.ts';
import { SteadyModel, StoppedError, whyAborted } from '../answer/wording/steady-model.ts';
import { type ToWord, unworded, word } from '../answer/wording/word.ts';
import type { ChatConfig } from '../config/chat.ts';
import { messageOf } from '../errors.ts';
import type { ChatStatus, ExplainedWording } from '../model.ts';
import type { ChatModel, ChatUsageStore } from '../ports.ts';

const RANDOM_STEPS = 2 ** 32;

export interface WordingDeps {
  embed: Embed;
  usage: ChatUsageStore;
  now: () => Date;
}

/**
 * Runs work when it is its turn, so that not all ask the chat model at the same time.
 * @param signal takes it out of the queue; its reason is thrown.
 */
export type TakeTurn = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>;

export interface WordingOptions {
  /** What the question has taken so far, in milliseconds. */
  spentMs: number;
  turn?: TakeTurn | undefined;
  /** Gets the answer with the claims that passed the check so far, whenever one more did and they are enough. */
  onClaims?: ((draft: Draft) => void) | undefined;
  /** Ends the call of the chat model: what passed the check by then stands. */
  stop?: AbortSignal | undefined;
}

/** Has answers worded by the chat model of the settings, each within its time. */
export class Wording {
  readonly #model: SteadyModel;
  readonly #budgetMs: number;
  readonly #embed: Embed;

  constructor(model: ChatModel, { budgetMs, dailyTokens }: ChatConfig, { embed, usage, now }: WordingDeps) {
    const pause = (ms: number, signal: AbortSignal) => wait(ms, undefined, { signal });
    this.#model = new SteadyModel(model, dailyTokens, { now, random, usage, pause });
    this.#budgetMs = budgetMs;
    this.#embed = embed;
  }

  get name(): string {
    return this.#model.name;
  }

  get status(): ChatStatus {
    return this.#model.status;
  }

  /** Never rejects: the extractive answer stands when there is no better one in time. */
  async word(
    toWord: ToWord,
    { spentMs, turn = atOnce, onClaims, stop }: WordingOptions,
  ): Promise<{ draft: Draft; explained: ExplainedWording }> {
    const end = new AbortController();
    const timeout = setTimeout(() => end.abort(), Math.max(0, this.#budgetMs - spentMs));
    const stopped = () => end.abort(new StoppedError());
    if (stop?.aborted) stopped();
    if (spentMs >= this.#budgetMs) end.abort();
    stop?.addEventListener('abort', stopped, { once: true });
    const { signal } = end;
    const deps = { model: this.#model, embed: this.#embed, random, onClaims };
    try {
      return await turn(async () => {
        signal.throwIfAborted();
        return word(toWord, deps, signal);
      }, signal);
    } catch (error) {
      const why = signal.aborted ? whyAborted(signal) : messageOf(error);
      return unworded(toWord.draft, this.#model.name, why);
    } finally {
      clearTimeout(timeout);
      stop?.removeEventListener('abort', stopped);
      // What is still under way is of no use any more.
      end.abort();
    }
  }

  close(): Promise<void> {
    return this.#model.close();
  }
}

const atOnce: TakeTurn = (work) => work();

function random(): number {
  return randomInt(RANDOM_STEPS) / RANDOM_STEPS;
}
