import type { Conflict } from '../model.ts';
import type { Query } from '../retrieve/query.ts';
import { namesIn, stemsOf } from '../retrieve/stems.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';
import { covers, overlap } from '../spans.ts';
import { type Expected, findExpected } from './expect.ts';
import type { Candidate } from './judge.ts';
import { type DateValue, datesFit, datesIn, type NumberValue, numbersFit, numbersIn } from './values.ts';

/**
 * Finds articles that give different dates or numbers for what was asked. Two that are said to differ and do not are
 * worse than two whose difference goes unsaid, so everything has to speak for it: the sentences answer about equally
 * well, hold nearly all that was asked, speak of the same names and places in much the same words, and no value of
 * the one can be one of the other.
 */

/** A sentence counts when it is at least so near to the best one, in log-odds, */
const SCORE_MARGIN = 3;
/** meets nearly as much of the question, */
const CONTEXT_SHARE = 0.8;
/** holds so much of it by itself, and so much of what is no name: who and where is not yet what happened, */
const LEAST_COVERAGE = 0.5;
/** and has so much of the words of the shorter of the two, but for those of dates and numbers. */
const ALIKE = 0.5;
/** Of two that are nearly word for word the same, what they hold of the question does not matter. */
const SAME = 0.85;
const MOST_DIFFERING = 3;

/** Words of a question that say what kind of answer it expects. */
const KIND =
  /^(?:many|much|number|amount|percent(?:age)?|share|year|date|day|month|decade|century|time|long|old)$/;

/** Things that happen on days of their own: that one began and another ended on different days is no conflict. */
const OCCASIONS = [
  /\b(?:begins?|began|begun|starts?|started|opens?|opened|launch(?:es|ed)?|arriv(?:es?|ed|al))\b/i,
  /\b(?:ends?|ended|finish(?:es|ed)?|clos(?:es?|ed)|conclud(?:es?|ed)|expires?|expired|leaves?|left|depart(?:s|ed|ure))\b/i,
  /\b(?:announc(?:es?|ed|ement)|propos(?:es?|ed|al)|appl(?:ies|ied)|agreed)\b/i,
  /\b(?:sign(?:s|ed|ing)|ratif(?:ies|ied|ication)|approv(?:es?|ed|al)|adopt(?:s|ed|ion))\b/i,
  /\b(?:(?:in|into) (?:force|effect))\b/i,
  /\bborn\b/i,
  /\b(?:died|dies|death|killed)\b/i,
];

const CONFLICTS: Partial<Record<Expected, Conflict>> = { date: 'date', number: 'number', money: 'number' };

/** A sentence and what it gives for what was asked. */
interface Statement {
  candidate: Candidate;
  numbers: NumberValue[];
  dates: DateValue[];
  /** Stems that tell what it is about, without those of dates and numbers. */
  stems: ReadonlySet<string>;
  /** Names in it and in the title of its article, each as its stems. */
  names: readonly string[][];
  places: ReadonlySet<string>;
  /** Share of the question that it holds: of all that tells passages apart, or of what is no name, if that is less. */
  coverage: number;
  /** All that its passage and the title can be found by. */
  passage: ReadonlySet<string>;
}

/** Sentences of different articles that give different values for what was asked. */
export interface Differing {
  conflict: Conflict;
  /** Two or three, of the newest article first and of undated ones last. */
  candidates: Candidate[];
}

/**
 * The sentences in which articles differ; `undefined` when they agree, cannot be compared, or the question expects
 * neither dates nor numbers.
 * @param candidates best first
 */
export function differingIn(
  query: Query,
  expected: Expected,
  candidates: readonly Candidate[],
): Differing | undefined {
  const conflict = CONFLICTS[expected];
  const [best] = candidates;
  if (conflict === undefined || !best) return undefined;
  const asked = countedBy(query);
  const first = readStatement(best, query);
  const rivals = candidates
    .filter((candidate) => isRival(best, candidate))
    .map((candidate) => readStatement(candidate, query))
    .filter((rival) => agree(conflict, first, rival, asked) !== undefined);
  const picked: Statement[] = [];
  for (const statement of [first, ...rivals].sort(newestFirst)) {
    if (picked.every((other) => agree(conflict, other, statement, asked) === false)) picked.push(statement);
  }
  if (picked.length < 2) return undefined;
  return { conflict, candidates: picked.slice(0, MOST_DIFFERING).map(({ candidate }) => candidate) };
}

function isRival(best: Candidate, { ranked, features, score }: Candidate): boolean {
  return (
    ranked.passage.articleId !== best.ranked.passage.articleId &&
    features.expected === 1 &&
    features.context >= CONTEXT_SHARE * best.features.context &&
    features.missingNames <= best.features.missingNames &&
    best.score - score <= SCORE_MARGIN
  );
}

/** Whether two statements can both be right; `undefined` when they may not be about the same thing. */
function agree(kind: Conflict, a: Statement, b: Statement, asked: ReadonlySet<string>): boolean | undefined {
  if (!areAbout(a, b)) return undefined;
  if (kind === 'date' && !areOfOneOccasion(a, b)) return undefined;
  if (kind === 'date')
    return a.dates.length && b.dates.length ? anyFit(a.dates, b.dates, datesFit) : undefined;
  // What was so in one year need not have been so in another.
  if (a.dates.length && b.dates.length && !anyFit(a.dates, b.dates, datesFit)) return undefined;
  if (!anyFit(a.numbers, b.numbers, (x, y) => areComparable(x, y, asked))) return undefined;
  return anyFit(withSum(a.numbers), withSum(b.numbers), numbersFit);
}

/** Whether two sentences share most of their words, a name, and do not each name a place that the other's passage lacks. */
function areAbout(a: Statement, b: Statement): boolean {
  const alike = a.stems.intersection(b.stems).size / Math.max(1, Math.min(a.stems.size, b.stems.size));
  if (alike < (Math.min(a.coverage, b.coverage) < LEAST_COVERAGE ? SAME : ALIKE)) return false;
  if (!shareNames(a.names, b.names)) return false;
  return a.places.isSubsetOf(b.passage) || b.places.isSubsetOf(a.passage);
}

/** Whether there is a name in common where both have any, and none like "Eastern Bank" beside "Western Bank". */
function shareNames(a: readonly string[][], b: readonly string[][]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const areNamesakes = (x: readonly string[], y: readonly string[]) =>
    x.at(-1) === y.at(-1) && !x.every((stem) => y.includes(stem)) && !y.every((stem) => x.includes(stem));
  if (a.some((x) => b.some((y) => areNamesakes(x, y)))) return false;
  const stems = new Set(a.flat());
  return b.flat().some((stem) => stems.has(stem));
}

function areOfOneOccasion(a: Statement, b: Statement): boolean {
  const occasions = ({ candidate }: Statement) =>
    OCCASIONS.filter((words) => words.test(candidate.match.text));
  const [first, second] = [occasions(a), occasions(b)];
  if (first.length === 0 || second.length === 0) return true;
  return first.some((words) => second.includes(words));
}

/** Whether two numbers count the same: what was asked, or what has the same name, in the same unit. */
function areComparable(a: NumberValue, b: NumberValue, asked: ReadonlySet<string>): boolean {
  if (a.unit !== b.unit) return false;
  if (a.unit !== '') return true;
  if (a.counted.some((stem) => b.counted.includes(stem))) return true;
  const counts = ({ counted }: NumberValue) =>
    counted.length === 0 || counted.some((stem) => asked.has(stem));
  return counts(a) && counts(b);
}

function anyFit<T>(a: readonly T[], b: readonly T[], fits: (x: T, y: T) => boolean): boolean {
  return a.some((x) => b.some((y) => fits(x, y)));
}

/** "Nine died at once and three later" is twelve. */
function withSum(numbers: readonly NumberValue[]): NumberValue[] {
  const [first] = numbers;
  if (!first || numbers.length < 2) return [...numbers];
  const sum = numbers.reduce((total, { range }) => total + range[1], 0);
  return [...numbers, { ...first, range: [sum, sum] }];
}

/** Stems of what a question counts: "people" and "killed" of "How many people were killed?". */
function countedBy({ words, terms }: Query): Set<string> {
  const from = words.findIndex(({ word }) => word === 'many' || word === 'number');
  const start = words[from]?.end ?? 0;
  return new Set(terms.filter((term) => term.start >= start).map(({ stem }) => stem));
}

function newestFirst(a: Statement, b: Statement): number {
  const [first, second] = [dateOf(a), dateOf(b)];
  if (first === second) return b.candidate.score - a.candidate.score;
  return first > second ? -1 : 1;
}

function dateOf({ candidate }: Statement): string {
  return candidate.ranked.passage.article.publishedAt ?? '';
}

function readStatement(candidate: Candidate, query: Query): Statement {
  const { match, ranked, features } = candidate;
  const { title } = ranked.passage.article;
  const { text } = match;
  const spans = [...findExpected('number', text, query), ...findExpected('date', text, query)];
  const telling = match.words.filter(
    (word) => !isStopWord(word.word) && !spans.some((span) => overlap(span, word)),
  );
  const namesOf = (from: string) =>
    namesIn(from)
      .map(({ start, end }) => wordsOf(from.slice(start, end)).filter(({ word }) => !isStopWord(word)))
      .filter((words) => words.length > 0)
      .map((words) => words.map(({ stem }) => stem));
  const names = namesIn(query.text);
  const asked = query.terms.filter(
    (term) => !KIND.test(term.word) && !names.some((name) => covers(name, term)),
  );
  const met = asked.filter(({ stem }) => match.stems.has(stem)).length;
  return {
    candidate,
    coverage: asked.length === 0 ? features.coverage : Math.min(features.coverage, met / asked.length),
    numbers: numbersIn(text, query),
    dates: datesIn(text, query),
    stems: new Set(telling.map(({ stem }) => stem)),
    names: [...namesOf(text), ...namesOf(title)],
    places: new Set(
      findExpected('place', text, query).flatMap(({ start, end }) =>
        wordsOf(text.slice(start, end)).map(({ stem }) => stem),
      ),
    ),
    passage: new Set([
      ...stemsOf(wordsOf(title), title),
      ...ranked.sentences.flatMap(({ stems }) => [...stems]),
    ]),
  };
}
