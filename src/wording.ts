import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Draft } from './answer/answer.ts';
import type { Embed } from './answer/wording/check.ts';
import { SteadyModel } from './answer/wording/steady-model.ts';
import { type ToWord, word } from './answer/wording/word.ts';
import type { ChatConfig } from './config.ts';
import type { ChatStatus, ExplainedWording } from './model.ts';
import type { ChatModel, ChatUsageStore } from './ports.ts';

const RANDOM_STEPS = 2 ** 32;

export interface WordingDeps {
  embed: Embed;
  usage: ChatUsageStore;
  now: () => Date;
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

  /** @param spentMs what the question has taken so far. */
  async word(toWord: ToWord, spentMs: number): Promise<{ draft: Draft; explained: ExplainedWording }> {
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), Math.max(0, this.#budgetMs - spentMs));
    try {
      return await word(toWord, { model: this.#model, embed: this.#embed, random }, timer.signal);
    } finally {
      clearTimeout(timeout);
      // What is still under way is of no use any more.
      timer.abort();
    }
  }

  close(): Promise<void> {
    return this.#model.close();
  }
}

function random(): number {
  return randomInt(RANDOM_STEPS) / RANDOM_STEPS;
}
