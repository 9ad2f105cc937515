import type { StoredPassage } from '../ports.ts';
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
  return texts.map((text) => {
    const norm = K1 * (1 - B + (B * text.length) / meanLength);
    return trigrams.reduce((score, trigram, i) => {
      const times = occurrences(text, trigram);
      return times === 0 ? score : score + ((weights[i] ?? 0) * times * (K1 + 1)) / (times + norm);
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

function occurrences(text: string, piece: string): number {
  let times = 0;
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) times++;
  return times;
}
