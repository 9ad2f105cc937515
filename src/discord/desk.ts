import type { App } from '../app.ts';
import type { Answer, Turn } from '../model.ts';
import { suggestionButtons, underAnswer, whileWording } from './answering/controls.ts';
import type { Conversation } from './answering/place.ts';
import { Runs } from './answering/runs.ts';
import type { Shown, Stage } from './answering/stage.ts';
import { Streams } from './answering/stream.ts';
import { failureLine } from './failure.ts';
import { BusyError, FairQueue } from './fair-queue.ts';
import { RateLimit } from './rate-limit.ts';
import { type AnswerOptions, renderAnswer, renderWording } from './render-answer.ts';

/** Discord takes five edits in five seconds. */
const EDIT_EVERY_MS = 1_100;

/** Suggestions wait for nobody, and nobody for them: none are made while more questions than this are being answered. */
const MOST_BESIDE = 8;

export interface DeskDeps {
  log: (line: string) => void;
  now: () => Date;
  /** Milliseconds from one edit of an answer that grows to the next; 1,100 unless given. */
  editEveryMs?: number;
}

export interface Refusal {
  /** For the user to read. */
  reason: string;
  /** Whether the user was told the same just before. */
  repeated: boolean;
}

/** A question that somebody put. */
export interface Asked {
  user: string;
  text: string;
  /** Whether the message repeats the question. */
  echo: boolean;
  conversation: Conversation;
}

/** What has to be known to do it again. */
interface Again {
  asked: Asked;
  history: Turn[];
}

/** Where members' questions are taken in: how many each may ask, in which order they are answered, and the answer. */
export class Desk {
  readonly #app: App;
  readonly #log: (line: string) => void;
  readonly #limit: RateLimit;
  /** For the articles to be read. */
  readonly #queue = new FairQueue({ running: 4, waiting: 500 });
  /** For the chat model, which may take its time: nobody else's articles wait for that. */
  readonly #wording = new FairQueue({ running: 16, waiting: 500 });
  readonly #suggesting = new FairQueue({ running: 1, waiting: 20 });
  readonly #runs = new Runs<Again>();
  /** Questions whose answer is not shown yet. */
  #answering = 0;
  readonly #streams: Streams;

  constructor(app: App, { log, now, editEveryMs = EDIT_EVERY_MS }: DeskDeps) {
    this.#app = app;
    this.#log = log;
    this.#limit = new RateLimit({ burst: 60, interval: 2_000, now });
    this.#streams = new Streams({ everyMs: editEveryMs });
  }

  /** Why this user may not ask or press anything now; `undefined` when they may. */
  refusal(user: string): Refusal | undefined {
    const admission = this.#limit.admit(user);
    if (!admission.admitted) return { reason: slowDown(admission.retryAfter), repeated: !admission.first };
    return this.#queue.isFullFor(user) ? { reason: new BusyError().message, repeated: false } : undefined;
  }

  /**
   * Answers on a stage, and remembers it.
   * @throws {QuestionError} when the question is empty or too long. @throws {BusyError} when too many are waiting.
   */
  async answer(asked: Asked, stage: Stage): Promise<void> {
    const { follows, placeOf } = asked.conversation;
    const history = follows === undefined ? [] : await this.#app.conversation(follows);
    const key = this.#runs.add(asked.user, { asked, history });
    const { answer, shown, suggest } = await this.#show(key, { asked, history }, stage);
    try {
      await this.#app.remember(answer, { place: placeOf(shown), asker: asked.user, after: follows });
    } catch (error) {
      this.#log(failureLine('An answer was given but could not be remembered', error, [asked.text]));
    }
    await suggest();
  }

  /** Ends the chat model's call for an answer. @throws {UserError} when it is over, or somebody else's. */
  stop(key: string, user: string): void {
    this.#runs.stop(key, user);
  }

  /** Answers once more; does nothing while that is being done. @throws {UserError} when it is too long ago, or somebody else's. */
  async again(key: string, user: string, stage: Stage): Promise<void> {
    const again = this.#runs.again(key, user);
    if (!again) return;
    const { suggest } = await this.#show(key, again, stage);
    await suggest();
  }

  /** @returns what was shown, and what adds suggestions to it */
  async #show(
    key: string,
    again: Again,
    stage: Stage,
  ): Promise<{ answer: Answer; shown: Shown; suggest: () => Promise<void> }> {
    const { asked } = again;
    this.#answering += 1;
    try {
      const { answer, isWorded, isStopped } = await this.#runs.during(key, (stop) =>
        this.#ask(key, again, { stage, stop }),
      );
      const kept = answer.citations.length > 0 ? await this.#keep(answer) : undefined;
      const hasQuiz = kept !== undefined && (await this.#isAskedAbout(answer));
      const controls = underAnswer({ kept, hasQuiz, again: isWorded ? key : undefined });
      const options: AnswerOptions = { echo: asked.echo, ...controls };
      const shown = await stage.show(renderAnswer(answer, options));
      const suggest = async () => {
        if (kept !== undefined && !isStopped) await this.#suggest({ answer, kept, asked }, options, stage);
      };
      return { answer, shown, suggest };
    } finally {
      this.#answering -= 1;
    }
  }

  async #ask(
    key: string,
    { asked, history }: Again,
    { stage, stop }: { stage: Stage; stop: AbortSignal },
  ): Promise<{ answer: Answer; isWorded: boolean; isStopped: boolean }> {
    const { user, text, echo } = asked;
    const began = performance.now();
    const question = { text, ...(history.length > 0 && { history }) };
    const meanwhile = (soFar?: Answer) => renderWording(text, soFar, { echo, buttons: whileWording(key) });
    let stream: ReturnType<Streams['begin']> | undefined;
    try {
      const answer = await this.#queue.run(user, (leave) =>
        this.#app.ask(question, {
          waitedMs: performance.now() - began,
          onWording: () => {
            leave();
            stream = this.#streams.begin(stage, meanwhile);
          },
          turn: (work, signal) => this.#wording.run(user, work, signal),
          onClaims: (soFar) => stream?.next(() => meanwhile(soFar)),
          stop,
        }),
      );
      return { answer, isWorded: stream !== undefined, isStopped: stop.aborted };
    } finally {
      await stream?.end();
    }
  }

  /** Offers questions to go on with, when few wait for an answer. */
  async #suggest(
    { answer, kept, asked }: { answer: Answer; kept: string; asked: Asked },
    options: AnswerOptions,
    stage: Stage,
  ): Promise<void> {
    if (this.#answering > MOST_BESIDE) return;
    try {
      const questions = await this.#suggesting.run(asked.user, () => this.#app.suggest(answer));
      if (questions.length === 0) return;
      await this.#app.keepSuggestions(kept, questions);
      await stage.show(renderAnswer(answer, { ...options, suggestions: suggestionButtons(kept, questions) }));
    } catch (error) {
      if (error instanceof BusyError) return;
      this.#log(failureLine('An answer was given without suggestions', error, [asked.text]));
    }
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
