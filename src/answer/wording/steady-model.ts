import { ChatError } from '../../errors.ts';
import type { ChatStatus } from '../../model.ts';
import type { ChatMessage, ChatModel, ChatUsage, ChatUsageStore } from '../../ports.ts';
import { Breaker } from './breaker.ts';
import type { Random } from './prompt.ts';
import { REPLY_SCHEMA } from './raw-claims.ts';

/** Attempts after the first, as long as no word of a reply came. */
const RETRIES = 2;
const FIRST_WAIT_MS = 250;
/** Rather the extractive answer than a longer wait. */
const LONGEST_WAIT_MS = 2_000;
/** A reply that goes on and on is cut here, in code units. */
const LONGEST_REPLY = 20_000;
/** Code units in a token of English, roughly. */
const TOKEN = 4;
const REPLY_TOKENS = 400;

/** Why a call was broken off that nobody wants any more: no failure of the model. */
export class StoppedError extends Error {
  override name = 'StoppedError';
}

export interface SteadyModelDeps {
  now: () => Date;
  random: Random;
  usage: ChatUsageStore;
  /** Resolves after some milliseconds; rejects when the signal is aborted before. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** A chat model whose failures cost little: tried again after a pause, left alone when it keeps failing, and held to a number of tokens a day. */
export class SteadyModel {
  readonly #model: ChatModel;
  readonly #dailyTokens: number | undefined;
  readonly #deps: SteadyModelDeps;
  readonly #breaker = new Breaker();
  /** Tokens that the calls under way may still use. */
  #reserved = 0;
  #problem: string | undefined;

  constructor(model: ChatModel, dailyTokens: number | undefined, deps: SteadyModelDeps) {
    this.#model = model;
    this.#dailyTokens = dailyTokens;
    this.#deps = deps;
  }

  get name(): string {
    return this.#model.name;
  }

  get status(): ChatStatus {
    const until = this.#breaker.pausedUntil(this.#now());
    const limit = this.#dailyTokens;
    return {
      ...(until === undefined
        ? { state: 'working' }
        : { state: 'paused', until: new Date(until).toISOString() }),
      ...(this.#problem === undefined ? {} : { problem: this.#problem }),
      tokens: { used: this.#deps.usage.chatTokens(this.#today()), ...(limit === undefined ? {} : { limit }) },
    };
  }

  /**
   * The reply to a conversation.
   * @param onText gets all of the reply so far, whenever more of it came.
   * @param isReply whether a whole reply is one; if not, that is a failure of the model.
   * @throws {ChatError} when there is none, or none in time.
   */
  async reply(
    messages: readonly ChatMessage[],
    signal: AbortSignal,
    onText: (text: string) => void,
    isReply: (text: string) => boolean,
  ): Promise<string> {
    const prompt = tokensIn(messages.map(({ text }) => text).join('\n'));
    this.#checkTokens(prompt + REPLY_TOKENS);
    if (!this.#breaker.admits(this.#now())) {
      throw new ChatError('busy', `The chat model is left alone for a while. ${this.#problem ?? ''}`.trim());
    }
    this.#reserved += prompt + REPLY_TOKENS;
    try {
      const text = await Promise.race([
        this.#attempts(messages, prompt, signal, onText),
        whenAborted(signal),
      ]);
      if (!isReply(text))
        throw new ChatError('broken', 'The chat model replied something else than it was asked for.');
      this.#breaker.succeeded();
      this.#problem = undefined;
      return text;
    } catch (error) {
      const failure = failureOf(error, signal);
      if (signal.aborted && signal.reason instanceof StoppedError) {
        this.#breaker.withdrawn();
        throw failure;
      }
      this.#breaker.failed(this.#now(), failure.retryAfterMs);
      this.#problem = failure.message;
      throw failure;
    } finally {
      this.#reserved -= prompt + REPLY_TOKENS;
    }
  }

  close(): Promise<void> {
    return this.#model.close();
  }

  async #attempts(
    messages: readonly ChatMessage[],
    prompt: number,
    signal: AbortSignal,
    onText: (text: string) => void,
  ): Promise<string> {
    for (let retry = 0; ; retry++) {
      const attempt = { text: '', usage: undefined as ChatUsage | undefined };
      try {
        for await (const { text, usage } of this.#model.stream({ messages, schema: REPLY_SCHEMA, signal })) {
          signal.throwIfAborted();
          attempt.usage = usage ?? attempt.usage;
          attempt.text += text;
          if (attempt.text.length > LONGEST_REPLY)
            throw new ChatError('broken', 'The chat model did not come to an end.');
          if (text !== '') onText(attempt.text);
        }
        return attempt.text;
      } catch (error) {
        const failure = failureOf(error, signal);
        const wait = failure.retryAfterMs ?? this.#backOff(retry);
        const isFinal = retry >= RETRIES || wait > LONGEST_WAIT_MS || failure.failure === 'refused';
        if (signal.aborted || isFinal || attempt.text !== '') throw failure;
        await this.#deps.pause(wait, signal);
      } finally {
        this.#spend(attempt, prompt, signal);
      }
    }
  }

  /** What the server tells, or an estimate when it may have worked without telling. */
  #spend(
    { text, usage }: { text: string; usage: ChatUsage | undefined },
    prompt: number,
    signal: AbortSignal,
  ): void {
    const estimate = text !== '' || signal.aborted ? prompt + tokensIn(text) : 0;
    const tokens = usage ? usage.input + usage.output : estimate;
    if (tokens > 0) this.#deps.usage.addChatTokens(this.#today(), tokens);
  }

  #checkTokens(needed: number): void {
    const used = this.#deps.usage.chatTokens(this.#today()) + this.#reserved;
    if (this.#dailyTokens !== undefined && used + needed > this.#dailyTokens) {
      throw new ChatError(
        'busy',
        `The ${this.#dailyTokens} tokens that CHAT_DAILY_TOKENS allows are used up for today.`,
      );
    }
  }

  /** Doubles with every retry, and differs by chance so that not all come back at once. */
  #backOff(retry: number): number {
    return FIRST_WAIT_MS * 2 ** retry * (0.5 + this.#deps.random());
  }

  #now(): number {
    return this.#deps.now().getTime();
  }

  #today(): string {
    return this.#deps.now().toISOString().slice(0, 10);
  }
}

/** Not every client lets go when it is told to. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function tokensIn(text: string): number {
  return Math.ceil(text.length / TOKEN);
}

function failureOf(error: unknown, signal: AbortSignal): ChatError {
  if (signal.aborted) return new ChatError('broken', whyAborted(signal));
  if (error instanceof ChatError) return error;
  return new ChatError('broken', 'The chat model did not answer as such a model does.');
}

/** In words, why a call was broken off. */
export function whyAborted({ reason }: AbortSignal): string {
  return reason instanceof StoppedError
    ? 'The chat model was stopped.'
    : 'The chat model did not answer in time.';
}
