import type { Rarity, SentenceMatch } from './sentence-match.ts';

/** BM25 with the usual constants, over windows of three sentences of about 70 words. */
const K1 = 1.2;
const B = 0.75;
const WINDOW_WORDS = 70;

/** The best BM25 of three sentences in a row: an answer often stands beside the words that were asked. */
export function bestWindow(sentences: readonly SentenceMatch[], rarity: Rarity): number {
  const asked = sentences.map(({ words, coverage }) =>
    coverage === 0 ? [] : words.filter(({ stem }) => rarity.has(stem)),
  );
  let best = Number.NEGATIVE_INFINITY;
  for (let middle = 0; middle < sentences.length; middle++) {
    const counts = new Map<string, number>();
    let length = 0;
    for (let i = Math.max(0, middle - 1); i < Math.min(sentences.length, middle + 2); i++) {
      length += sentences[i]?.words.length ?? 0;
      for (const { stem } of asked[i] ?? []) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
    const norm = K1 * (1 - B + (B * length) / WINDOW_WORDS);
    let score = 0;
    for (const [stem, n] of counts) score += ((rarity.get(stem) ?? 0) * n * (K1 + 1)) / (n + norm);
    best = Math.max(best, score);
  }
  return best;
}
