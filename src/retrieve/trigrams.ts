import type { StoredPassage } from '../ports.ts';
import { countTrigrams } from './trigram-counts.ts';
import { fold } from './words.ts';

/** BM25 with the constants of FTS5. */
const K1 = 1.2;
const B = 0.75;

/** Passages are kept by the library, and so is their text as it is compared. */
const folded = new WeakMap<StoredPassage, string>();

/**
 * BM25 of the character trigrams of a question in each passage: it forgives endings, and how words are put together.
 * @param trigrams each once
 * @param countOf how many of the `total` passages hold a trigram
 */
export function trigramScores(
  passages: readonly StoredPassage[],
  trigrams: readonly string[],
  countOf: (trigram: string) => number,
  total: number,
): number[] {
  const texts = passages.map(foldedText);
  const meanLength = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const weights = trigrams.map((trigram) => {
    const count = Math.min(countOf(trigram), total);
    return Math.max(1e-6, Math.log((total - count + 0.5) / (count + 0.5)));
  });
  const counts = countTrigrams(texts, trigrams);
  return texts.map((text, row) => {
    const norm = K1 * (1 - B + (B * text.length) / meanLength);
    return weights.reduce((score, weight, i) => {
      const times = counts[row]?.[i] ?? 0;
      return times === 0 ? score : score + (weight * times * (K1 + 1)) / (times + norm);
    }, 0);
  });
}

function foldedText(passage: StoredPassage): string {
  let text = folded.get(passage);
  if (text === undefined) {
    text = fold(passage.text);
    folded.set(passage, text);
  }
  return text;
}
