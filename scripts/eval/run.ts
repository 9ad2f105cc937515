import { turnOf } from '../../src/answer/turn.ts';
import type { App as WholeApp } from '../../src/app.ts';
import { messageOf, UserError } from '../../src/errors.ts';
import type { Answer, Calibration, Hit, Question, Ranker, Turn } from '../../src/model.ts';
import { judge, type Verdict } from './judge.ts';
import type { LabelledQuestion, QuestionSet } from './sets/question-set.ts';

/** Hits looked at; the rankers are compared within these. */
const HITS = 50;
/** Questions under way at once. */
const IN_FLIGHT = 6;
/** Questions asked alone, one after the other, to time them. */
const TIMED = 100;

/** What asking takes. */
type App = Pick<WholeApp, 'ask' | 'search' | 'article' | 'status'>;

/** A passage found, without its text. */
export interface Found {
  articleId: string;
  rankers: Record<Ranker, number>;
}

/** What came of one question. */
export interface Outcome {
  question: LabelledQuestion;
  answer: Answer;
  /** `undefined` for an unanswerable question. */
  verdict: Verdict | undefined;
  /** Footnotes, and how many of them name a citation whose span of its article is the quote. */
  footnotes: { sound: number; total: number };
  /** Passages found, best first; of answerable questions only. */
  found: Found[];
}

/** What came of a whole set. */
export interface Run {
  outcomes: Outcome[];
  /** Milliseconds from question to answer, of questions spread over the set, asked alone. */
  times: number[];
  /** What the library was calibrated to, if it was. */
  calibration?: Calibration;
}

/**
 * Asks every question of a set, then some again to time them.
 * @param onProgress gets how many of all are done
 * @throws {Error} naming the question that could not be asked; a UserError when the question itself is to blame
 */
export async function runSet(
  app: App,
  { questions }: QuestionSet,
  onProgress: (done: number, total: number) => void,
): Promise<Run> {
  const timed = spread(questions, TIMED);
  const total = questions.length + timed.length;
  let done = 0;
  const counted = async <T>(work: Promise<T>) => {
    const result = await work;
    onProgress(++done, total);
    return result;
  };
  const textOf = articleTexts(app);
  const outcomes = await inFlight(questions, IN_FLIGHT, (question) =>
    counted(outcomeOf(app, question, textOf)),
  );
  const times = await inFlight(timed, 1, async (question) => {
    const asked = await inConversation(app, question);
    return counted(app.ask(asked).then(({ ms }) => ms));
  });
  const { generation } = await app.status();
  const calibration = generation?.calibration;
  return { outcomes, times, ...(calibration && { calibration }) };
}

type ArticleText = (id: string) => Promise<string | undefined>;

async function outcomeOf(app: App, question: LabelledQuestion, textOf: ArticleText): Promise<Outcome> {
  const { text, label } = question;
  try {
    const answer = await app.ask(await inConversation(app, question));
    const hits = label ? await app.search({ text: answer.readAs ?? text }, HITS) : [];
    return {
      question,
      answer,
      verdict: label && judge(answer, label),
      footnotes: await checkFootnotes(answer, textOf),
      found: hits.map(({ passage, rankers }: Hit) => ({ articleId: passage.articleId, rankers })),
    };
  } catch (error) {
    const message = `Question ${question.id} ("${text}") could not be asked: ${messageOf(error)}`;
    throw error instanceof UserError ? new UserError(message) : new Error(message, { cause: error });
  }
}

/** A question with the turns of the conversation before it, each asked after the ones before. */
async function inConversation(app: App, { text, after = [] }: LabelledQuestion): Promise<Question> {
  const history: Turn[] = [];
  for (const before of after) history.push(turnOf(await app.ask({ text: before, history: [...history] })));
  return after.length > 0 ? { text, history } : { text };
}

/** A claim without a footnote counts as one that is not sound. */
async function checkFootnotes(
  { claims, citations }: Answer,
  textOf: ArticleText,
): Promise<Outcome['footnotes']> {
  const sound = new Set<number>();
  for (const { n, articleId, start, end, quote } of citations) {
    const text = await textOf(articleId);
    if (quote !== '' && text?.slice(start, end) === quote) sound.add(n);
  }
  const used = claims.flatMap((claim) => (claim.citations.length > 0 ? claim.citations : [undefined]));
  return { sound: used.filter((n) => n !== undefined && sound.has(n)).length, total: used.length };
}

/** Texts of articles, each read from the library once. */
function articleTexts(app: App): ArticleText {
  const texts = new Map<string, ReturnType<ArticleText>>();
  return (id) => {
    const text = texts.get(id) ?? app.article(id).then((article) => article?.text);
    texts.set(id, text);
    return text;
  };
}

/** At most `count` items at even distances. */
function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

/** Results in the order of the items, up to `width` being worked on at once. The first failure ends the work. */
async function inFlight<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const lane = async () => {
    for (const [i, item] of waiting) results[i] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
