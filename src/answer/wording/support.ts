import { numeralsIn, SMALL_NUMBERS } from '../../numerals.ts';
import { rarityInEnglish } from '../../retrieve/english.ts';
import { isStopWord, stemOf, type Word, wordsOf } from '../../retrieve/words.ts';
import { holds } from '../../spans.ts';
import { properNames } from '../names.ts';
import type { Evidence } from './evidence.ts';
import { isLight } from './light-words.ts';
import { isSaidOrReplaced, type Said, saidIn } from './said.ts';
import weights from './weights.json' with { type: 'json' };

/** What speaks for a claim being said by what it rests on; shares from 0 to 1 unless something else is said. */
export interface SupportFeatures {
  /** Words of the claim, but for names, that the quoted sentences have, weighted by how rare they are in English. */
  quoted: number;
  /** The same in the whole passages and titles. */
  passage: number;
  /** The most words in a row that the quoted sentences do not have. */
  run: number;
  /** Words before or behind all those that the quoted sentences have, and that stand for none of theirs. */
  outside: number;
  /** Cosine of the claim with the quoted sentences, -1 to 1. */
  cosine: number;
}

export function supportFeatures(
  claim: string,
  { sentences, passages, articles }: Evidence,
  cosine: number,
): SupportFeatures {
  const words = telling(claim);
  const quoted = held(sentences);
  const heads = articles.flatMap(({ title, publisher = '' }) => [title, publisher]);
  const all = held([...passages, ...sentences, ...heads]);
  const names = properNames(claim);
  const others = words.filter(({ start }) => !names.some((name) => holds(name, start)));
  const share = (said: Said) =>
    weigh(others.filter((word) => isSaidOrReplaced(word, said))) / (weigh(others) || 1);
  return {
    quoted: others.length === 0 ? 1 : share(quoted),
    passage: others.length === 0 ? 1 : share(all),
    ...strangeIn(words, (word) => isSaidOrReplaced(word, quoted), sentences),
    cosine,
  };
}

function weigh(words: readonly Word[]): number {
  return words.reduce((sum, { stem }) => sum + rarityInEnglish(stem), 0);
}

/**
 * A word that stands for another leaves that one over beside the words that claim and sentence share; what is added
 * at an end of the claim does not.
 */
function strangeIn(
  words: readonly Word[],
  isHeld: (word: Word) => boolean,
  sentences: readonly string[],
): Pick<SupportFeatures, 'run' | 'outside'> {
  const own = new Set(words.map(({ stem }) => stem));
  const stated = sentences.map((sentence) => telling(sentence).map(({ stem }) => stem));
  let [run, longest, outside] = [0, 0, 0];
  for (const [i, word] of [...words, undefined].entries()) {
    if (word && !isHeld(word)) {
      run += 1;
      continue;
    }
    const before = words[i - run - 1]?.stem;
    if (before === undefined || word === undefined)
      outside += Math.max(0, run - roomBeside(before ?? word?.stem, before !== undefined, stated, own));
    [longest, run] = [Math.max(longest, run), 0];
  }
  return { run: longest, outside };
}

/** Words of the sentences behind a stem, or before it, up to the next that the claim has too. */
function roomBeside(
  beside: string | undefined,
  isBehind: boolean,
  sentences: readonly string[][],
  own: ReadonlySet<string>,
): number {
  const rooms = sentences.flatMap((stems) =>
    stems.flatMap((stem, i) => {
      if (stem !== beside) return [];
      return roomIn(isBehind ? stems.slice(i + 1) : stems.slice(0, i).reverse(), own);
    }),
  );
  return Math.max(0, ...rooms);
}

function roomIn(stems: readonly string[], own: ReadonlySet<string>): number {
  const next = stems.findIndex((stem) => own.has(stem));
  return next < 0 ? stems.length : next;
}

function telling(text: string): Word[] {
  const words = wordsOf(text);
  // "Isn't" is two words.
  return words.filter(({ word }, i) => !isStopWord(word) && !isLight(word) && words[i + 1]?.word !== 't');
}

function held(texts: readonly string[]): Said {
  const { stems, words } = saidIn(texts);
  const numbers = texts.flatMap((text) => numeralsIn(text).flatMap(({ value }) => spell(value)));
  return { stems: new Set([...stems, ...numbers]), words };
}

/** How a number may be written otherwise. */
function spell(value: number): string[] {
  const word = SMALL_NUMBERS[value];
  return [String(value), ...(word === undefined ? [] : [stemOf(word)])];
}

/** How likely a claim is to be said by what it rests on, 0 to 1. */
export function supportOf(features: SupportFeatures): number {
  const keys = Object.keys(weights.weights) as (keyof SupportFeatures)[];
  const points = keys.reduce((total, key) => total + weights.weights[key] * features[key], weights.bias);
  return 1 / (1 + Math.exp(-points));
}

/** A claim with less support is not said. */
export const LEAST_SUPPORT: number = weights.threshold;
