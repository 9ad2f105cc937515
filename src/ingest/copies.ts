import type { Article } from '../model.ts';
import { numeralsIn } from '../numerals.ts';
import { withoutDateline } from './clean/dateline.ts';

/**
 * Finds articles that are copies of one another: a syndicated story under another headline, shortened, lightly
 * edited. Which ones to compare is told by MinHash, so that one more article is not compared with all.
 */

/** Words that are compared in a row. */
const SHINGLE = 5;
/**
 * Share of the shorter article's shingles that the longer one has. Two reports of one event that were written apart
 * share a tenth or less, quotations included; a new first paragraph and some edits leave more than this.
 */
const CONTAINMENT = 0.7;
/** How long the shorter article is beside the longer one, at least. */
const LENGTH_RATIO = 0.5;
/** Shorter texts are soon nothing but a notice that many pages carry. */
const FEWEST_SHINGLES = 40;

/**
 * Two articles of which one holds the least share of shingles and has the least length agree in three tenths of
 * their shingles: then they have a band in common with a probability of .95, and unrelated ones of .003.
 */
const BANDS = 32;
const ROWS = 2;

/** Words beside a number that have to be the same for two numbers to stand in one place. */
const CONTEXT = 3;
const MONTHS = new Set(
  'january february march april june july august september october november december'.split(' '),
);
const WEEKDAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));

/** What an article is compared by. */
export interface Sketch {
  /** Hashes of its runs of five words. */
  shingles: ReadonlySet<number>;
  /** The numbers, months and weekdays that stand behind, or before, the same three words. */
  figures: ReadonlyMap<string, ReadonlySet<string>>;
}

type Datable = Pick<Article, 'id' | 'publishedAt' | 'text'>;

interface Token {
  word: string;
  kind?: 'number' | 'month' | 'weekday';
}

/** Reads what tells whether another article is a copy of this one. */
export function sketchOf(text: string): Sketch {
  const tokens = tokensOf(withoutFirstDateline(text));
  return { shingles: shinglesOf(tokens), figures: figuresOf(tokens) };
}

/**
 * Keys of a sketch: articles that are copies have one in common, others hardly ever. None for a text too short to
 * be compared.
 */
export function bandsOf({ shingles }: Sketch): number[] {
  if (shingles.size < FEWEST_SHINGLES) return [];
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let i = 0; i < least.length; i++) {
      // Each odd factor puts the shingles in another order.
      const place = Math.imul(shingle ^ (i * 0x9e3779b1), 2 * i * 0x5bd1e995 + 1) >>> 0;
      if (place < (least[i] as number)) least[i] = place;
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = least.subarray(band * ROWS, (band + 1) * ROWS);
    return band * 2 ** 32 + rows.reduce(mixed, 0);
  });
}

/** Whether two articles are one source: nearly all of the shorter one is in the longer one, with the same numbers. */
export function areCopies(a: Sketch, b: Sketch): boolean {
  const [shorter, longer] = a.shingles.size <= b.shingles.size ? [a, b] : [b, a];
  const { size } = shorter.shingles;
  if (size < FEWEST_SHINGLES || size < LENGTH_RATIO * longer.shingles.size) return false;
  let shared = 0;
  for (const shingle of shorter.shingles) if (longer.shingles.has(shingle)) shared++;
  return shared >= CONTAINMENT * size && !saysOtherwise(shorter, longer);
}

/** Orders copies: the earliest dated first, then the most complete. Undated ones come last. */
export function byOrigin(a: Datable, b: Datable): number {
  const [first, second] = [a.publishedAt ?? '~', b.publishedAt ?? '~'];
  if (first !== second) return first < second ? -1 : 1;
  return b.text.length - a.text.length || (a.id < b.id ? -1 : 1);
}

/** Whether another number stands in some place: then one is a newer edition of the other, and not the same news. */
function saysOtherwise(a: Sketch, b: Sketch): boolean {
  return a.figures.entries().some(([place, values]) => b.figures.get(place)?.isDisjointFrom(values));
}

function tokensOf(text: string): Token[] {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const tokens: Token[] = [];
  let at = 0;
  for (const { start, end, value } of numeralsIn(folded)) {
    tokens.push(...wordsOf(folded.slice(at, start)), { word: String(value), kind: 'number' });
    at = end;
  }
  return [...tokens, ...wordsOf(folded.slice(at))];
}

/** Words; in scripts that are written without spaces, characters. */
function wordsOf(text: string): Token[] {
  const words = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu,
  );
  return (words ?? []).map((word): Token => {
    if (MONTHS.has(word)) return { word, kind: 'month' };
    return WEEKDAYS.has(word) ? { word, kind: 'weekday' } : { word };
  });
}

function shinglesOf(tokens: readonly Token[]): Set<number> {
  const hashes = tokens.map(({ word }) => hashOf(word));
  return new Set(hashes.slice(SHINGLE - 1).map((_, i) => hashes.slice(i, i + SHINGLE).reduce(mixed, 0)));
}

function figuresOf(tokens: readonly Token[]): Map<string, Set<string>> {
  const figures = new Map<string, Set<string>>();
  const words = tokens.map(({ word, kind }) => kind ?? word);
  for (const [i, { word, kind }] of tokens.entries()) {
    if (kind === undefined) continue;
    const [before, after] = [words.slice(Math.max(0, i - CONTEXT), i), words.slice(i + 1, i + 1 + CONTEXT)];
    for (const place of [`${before.join(' ')} ${kind} …`, `… ${kind} ${after.join(' ')}`]) {
      figures.set(place, (figures.get(place) ?? new Set()).add(word));
    }
  }
  return figures;
}

/** Agencies and papers date one story differently. */
function withoutFirstDateline(text: string): string {
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  return (withoutDateline(first)?.text ?? first) + text.slice(first.length);
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** One more number in a hash, every bit of both moving about half of the bits of the result (as in MurmurHash3). */
function mixed(hash: number, next: number): number {
  let h = Math.imul(hash ^ next, 0x85ebca6b) + 0x9e3779b9;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
