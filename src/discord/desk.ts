import type { App } from '../app.ts';
import type { Answer } from '../model.ts';
import { customId } from './custom-id.ts';
import { failureLine } from './failure.ts';
import { BusyError, FairQueue } from './fair-queue.ts';
import type { Message } from './message.ts';
import { QUIZ_ON } from './quiz/names.ts';
import { RateLimit } from './rate-limit.ts';
import { renderAnswer } from './render-answer.ts';

/** Name of the button that opens the sources of an answer. */
export const SOURCES = 'sources';

export interface DeskDeps {
  log: (line: string) => void;
  now: () => Date;
}

export interface Refusal {
  /** For the user to read. */
  reason: string;
  /** Whether the user was told the same just before. */
  repeated: boolean;
}

/** Where members' questions are taken in: how many each may ask, in which order they are answered, and the answer. */
export class Desk {
  readonly #app: App;
  readonly #log: (line: string) => void;
  readonly #limit: RateLimit;
  readonly #queue = new FairQueue({ running: 4, waiting: 500 });

  constructor(app: App, { log, now }: DeskDeps) {
    this.#app = app;
    this.#log = log;
    this.#limit = new RateLimit({ burst: 60, interval: 2_000, now });
  }

  /** Why this user may not ask or press anything now; `undefined` when they may. */
  refusal(user: string): Refusal | undefined {
    const admission = this.#limit.admit(user);
    if (!admission.admitted) return { reason: slowDown(admission.retryAfter), repeated: !admission.first };
    return this.#queue.isFullFor(user) ? { reason: new BusyError().message, repeated: false } : undefined;
  }

  /**
   * The answer to a user's question as a message.
   * @param echo whether the message repeats the question.
   * @throws {QuestionError} when it is empty or too long. @throws {BusyError} when too many are waiting.
   */
  async answer(user: string, text: string, { echo }: { echo: boolean }): Promise<Message> {
    const answer = await this.#queue.run(user, () => this.#app.ask({ text }));
    const key = answer.citations.length > 0 ? await this.#keep(answer) : undefined;
    const quizId = key && (await this.#isAskedAbout(answer)) ? customId(QUIZ_ON, key) : undefined;
    return renderAnswer(answer, { echo, sourcesId: key && customId(SOURCES, key), quizId });
  }

  /** Whether there are quiz questions about what an answer cites. */
  async #isAskedAbout({ citations, question }: Answer): Promise<boolean> {
    try {
      return await this.#app.quiz.asksAbout([...new Set(citations.map(({ articleId }) => articleId))]);
    } catch (error) {
      this.#log(failureLine('An answer was given without looking for quiz questions', error, [question]));
      return false;
    }
  }

  /** An answer that could not be kept is still worth showing, without its button. */
  async #keep(answer: Answer): Promise<string | undefined> {
    try {
      return await this.#app.keepAnswer(answer);
    } catch (error) {
      this.#log(failureLine('An answer was given but could not be kept', error, [answer.question]));
      return undefined;
    }
  }
}

function slowDown(retryAfter: number): string {
  const seconds = Math.ceil(retryAfter / 1_000);
  return `You asked a lot within a short time. Please try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
}
