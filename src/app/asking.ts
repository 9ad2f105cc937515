import type { Draft } from '../answer/answer.ts';
import type { Completed } from '../answer/follow-up/standalone.ts';
import { readingOf } from '../answer/reading.ts';
import { QuestionError } from '../errors.ts';
import type { Answer, ExplainedWording, Explanation, Hit, Question } from '../model.ts';
import type { Thread } from '../workers/thread.ts';
import { answeredSuggestions, standing } from './follow-ups.ts';
import type { App, AskOptions } from './interface.ts';
import type { QuestionEncoder, QuestionVectors } from './question-vectors.ts';
import type { Wording } from './wording.ts';

const LONGEST_QUESTION = 500;
const MOST_HITS = 50;

export interface AskingDeps {
  /** The thread that has the library. */
  answers: Thread<typeof import('../workers/answer.ts')>;
  vectors: QuestionVectors;
  /** Settles when the library is open; rejects with what is wrong with it. */
  opened: Promise<void>;
  /** Absent when no chat model is configured. */
  wording: Wording | undefined;
  now: () => Date;
}

/** Takes a question to its answer: what it follows is carried over, its texts are embedded, the library is asked. */
export class Asking implements Pick<App, 'ask' | 'suggest' | 'explain' | 'search'> {
  readonly #deps: AskingDeps;
  /** Not kept with the answers: what was dropped is shown to nobody who does not ask. */
  readonly #worded = new WeakMap<Answer, ExplainedWording>();

  constructor(deps: AskingDeps) {
    this.#deps = deps;
  }

  async ask(
    asked: Question,
    { waitedMs = 0, onWording, onClaims, ...options }: AskOptions = {},
  ): Promise<Answer> {
    const { answers, wording } = this.#deps;
    const started = performance.now() - waitedMs;
    const { question, more, completed, followUp } = await standing(answers, checked(asked), this.#today());
    const readAs = followUp?.readAs;
    const timed = (draft: Draft): Answer => ({
      question: asked.text.trim(),
      ...draft,
      ...(readAs !== undefined && { readAs }),
      ms: performance.now() - started,
    });
    if (more) return timed(await answers.run('further', { turn: more, text: question.text }));
    const request = await this.#requestOf(question, completed);
    if (!wording) return timed(await answers.run('ask', request));
    const { draft, material } = await answers.run('askForWording', request);
    if (!material) return timed(draft);
    onWording?.();
    const result = await wording.word(
      { question: question.text, draft, material },
      {
        ...options,
        spentMs: performance.now() - started,
        ...(onClaims && { onClaims: (soFar) => onClaims(timed(soFar)) }),
      },
    );
    const answer = timed(result.draft);
    this.#worded.set(answer, result.explained);
    return answer;
  }

  suggest(answer: Answer): Promise<string[]> {
    const { answers } = this.#deps;
    return answeredSuggestions(answers, answer, async (question) =>
      answers.run('ask', await this.#requestOf(question)),
    );
  }

  async explain(asked: Question, answer?: Answer): Promise<Explanation> {
    const { answers } = this.#deps;
    const { question, more, followUp } = await standing(answers, checked(asked), this.#today());
    const explanation = more
      ? await answers.run('explainFurther', { turn: more, text: question.text })
      : await answers.run('explain', await this.#requestOf(question));
    const wording = answer && this.#worded.get(answer);
    return { ...explanation, ...(followUp && { followUp }), ...(wording && { wording }) };
  }

  async search(question: Question, k: number): Promise<Hit[]> {
    if (!Number.isInteger(k) || k < 1 || k > MOST_HITS) {
      throw new QuestionError(
        `The number of passages must be a whole number from 1 to ${MOST_HITS}, not ${k}.`,
      );
    }
    const asked = checked(question);
    const { answers, vectors, opened } = this.#deps;
    await opened;
    const encoder = vectors.encoder();
    return answers.run('search', {
      ...{ question: asked, vector: await this.#vectorOf(asked, encoder) },
      ...{ embeddedBy: encoder.model, k, today: this.#today() },
    });
  }

  /** A question as it is read, and each of its parts, with the vectors of the texts that are searched for. */
  async #requestOf(question: Question, completed?: Completed) {
    await this.#deps.opened;
    const encoder = this.#deps.vectors.encoder();
    const withVector = async (asked: Question) => ({
      question: asked,
      vector: await this.#vectorOf(asked, encoder),
    });
    const { text, parts, ...reading } = readingOf(question);
    const vectors = Promise.all([
      withVector({ ...question, text }),
      ...parts.map(async (part) => ({ part, ...(await withVector({ ...question, text: part.text })) })),
    ]);
    this.#readAhead(question, parts.length > 0 ? parts.map((part) => part.text) : [text]);
    const [whole, ...each] = await vectors;
    return {
      ...{ ...reading, ...whole, parts: each },
      ...{ embeddedBy: encoder.model, today: this.#today() },
      ...(completed && { completed }),
    };
  }

  /** Keeps the thread that has the library busy while that of the vectors is. */
  #readAhead(question: Question, texts: string[]): void {
    this.#deps.answers.run('readAhead', { question, texts, today: this.#today() }).catch(() => {
      // What is wrong is told to the question itself, when it is asked.
    });
  }

  /** Only the library knows how to read a question in another language than its articles', and their short forms. */
  async #vectorOf(question: Question, { vectorOf }: QuestionEncoder): Promise<Float32Array> {
    return vectorOf(await this.#deps.answers.run('searchText', question));
  }

  /** `YYYY-MM-DD`, in UTC. */
  #today(): string {
    return this.#deps.now().toISOString().slice(0, 10);
  }
}

function checked(question: Question): Question {
  const text = question.text.trim();
  if (text === '') throw new QuestionError('The question is empty: type what you would like to know.');
  if (text.length > LONGEST_QUESTION) {
    throw new QuestionError(
      `The question is ${text.length} characters long; the most is ${LONGEST_QUESTION}. Ask for one thing at a time.`,
    );
  }
  return { ...question, text };
}
