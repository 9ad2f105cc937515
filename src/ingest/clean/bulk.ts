import type { FurnitureKind } from '../draft.ts';
import { readByline } from './byline.ts';
import { drop, isKept, type Line } from './line.ts';
import { countWords } from './prose.ts';

/** A page with fewer short lines has no lists of other articles around its own, or few. */
const FEWEST_SHORT_LINES = 30;
/** How many words of running text a line speaks against: that the article goes on beyond it. */
const COST = { interruption: 5, short: 10, page: 20 } as const;
/** Of several runs of text, the first that has this share of the words of the longest is the article. */
const SHARE_OF_LONGEST = 0.7;
/** How much may part the first and the last words from the rest. */
const SLACK = 30;
/** Furniture that stands between the paragraphs of an article as often as around it. */
const INTERRUPTIONS: readonly FurnitureKind[] = [
  'advertisement',
  'related',
  'caption',
  'newsletter',
  'sharing',
  'tags',
];
const NOTICE = /\bcookies\b|privacy policy|newsletters?\b|all rights reserved|terms of (?:use|service)|©/iu;
const TEASER_END = /(?:…|\.{2,3}|\[(?:…|\.{3})\])$/u;
/** Longer lines in scripts with small letters have some punctuation, unless they are a list of words. */
const LONGEST_UNPUNCTUATED = 20;

/** A run of lines, and the words of running text that it has more than speak against it. */
interface Run {
  start: number;
  /** Behind the last line. */
  end: number;
  words: number;
}

/**
 * Leaves out the running text of a page that is parted from the article by more short lines than it has words to
 * make up for: teasers of other articles, comments, notices. The article is the run of lines with the most words.
 */
export function markBeyondBulk(lines: Line[]): void {
  const short = lines.filter(({ kind, isProse }) => kind === 'text' && !isProse);
  if (short.length < FEWEST_SHORT_LINES) return;
  const words = lines.map(wordsFor);
  const runs = runsIn(words);
  const most = runs.reduce((longest, run) => Math.max(longest, run.words), 0);
  const run = runs.find((each) => each.words >= most * SHARE_OF_LONGEST);
  if (run === undefined) return;
  const end = run.end + reach(words.slice(run.end));
  const start = run.start - reach(words.slice(0, run.start).reverse());
  for (const [i, line] of lines.entries()) if (line.isProse && (i < start || i >= end)) drop(line, 'related');
}

/** The words of a line that speak for an article, or less than 0 for a line that speaks against one. */
function wordsFor(line: Line): number {
  const { kind, text, furniture } = line;
  if (furniture?.sure) return INTERRUPTIONS.includes(furniture.kind) ? -COST.interruption : -COST.page;
  if (line.isProse && isKept(line) && isSentences(text))
    return NOTICE.test(text) ? -COST.page : countWords(text);
  if (kind !== 'text' && kind !== 'heading') return 0;
  return line.isProse || furniture || readByline(text) ? -COST.page : -COST.short;
}

function isSentences(text: string): boolean {
  const isPunctuated = /[.,;:!?]/u.test(text) || !/\p{Ll}/u.test(text);
  return !TEASER_END.test(text) && (isPunctuated || countWords(text) <= LONGEST_UNPUNCTUATED);
}

/** The runs between which so much speaks against an article that it cannot go on. */
function runsIn(words: readonly number[]): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  let sum = 0;
  for (const [i, count] of words.entries()) {
    if (run === undefined) {
      if (count <= 0) continue;
      run = { start: i, end: i, words: 0 };
      runs.push(run);
    }
    sum += count;
    if (sum > run.words) Object.assign(run, { end: i + 1, words: sum });
    if (sum <= 0) [run, sum] = [undefined, 0];
  }
  return runs;
}

/** How many lines beside a run belong to it although they do not make up for what parts them from it. */
function reach(words: readonly number[]): number {
  let reached = 0;
  let sum = 0;
  for (const [i, count] of words.entries()) {
    sum = Math.min(0, sum + count);
    if (sum <= -SLACK) break;
    if (count > 0) reached = i + 1;
  }
  return reached;
}
