import type { Article, Span, SplitPassage } from '../model.ts';
import { moved } from '../spans.ts';
import { countWords, endsSentence } from './clean/prose.ts';
import { sentencesOf } from './sentences.ts';

/** Words of a passage, about. */
const TARGET = 120;
/** What it costs to end a passage in the middle of a paragraph, between the lines of a list, or behind a heading: as much as being so far from the target, as a share of it. */
const COST = { insideParagraph: 0.25, betweenLines: 0.15, behindHeading: 0.9 };

/**
 * Splits the body of an article into passages of whole sentences, about 120 words each and of like size, which end
 * with a paragraph where that is possible. Up to some 180 words are one passage.
 */
export function splitArticle({ text, body }: Pick<Article, 'text' | 'body'>): SplitPassage[] {
  const sentences = sentencesOf(text.slice(body)).map((span) => moved(span, body));
  const words = sentences.map(({ start, end }) => countWords(text.slice(start, end)));
  const total = words.reduce((sum, count) => sum + count, 0);
  const target = total / Math.max(1, Math.round(total / TARGET));
  const borders = sentences.map((sentence, i) => borderCost(text, sentence, sentences[i + 1]) * target);
  const ends = bestEnds(words, borders, target);
  return ends.map((end, i) => passageOf(sentences.slice(ends[i - 1] ?? 0, end)));
}

/** The texts of all sentences of articles, each once. */
export function sentenceTexts(
  articles: readonly { article: Pick<Article, 'text'>; passages: readonly SplitPassage[] }[],
): string[] {
  const texts = articles.flatMap(({ article, passages }) =>
    passages.flatMap(({ sentences }) => sentences.map(({ start, end }) => article.text.slice(start, end))),
  );
  return [...new Set(texts)];
}

function borderCost(text: string, sentence: Span, next: Span | undefined): number {
  if (next === undefined) return 0;
  const gap = text.slice(sentence.end, next.start);
  if (!gap.includes('\n')) return COST.insideParagraph;
  if (!/\n\s*\n/.test(gap)) return COST.betweenLines;
  const own = text.slice(sentence.start, sentence.end);
  return countWords(own) <= 16 && !endsSentence(own) ? COST.behindHeading : 0;
}

/** The ends (exclusive) of the passages for which the squared distances from the target and the costs of the borders are least. */
function bestEnds(words: number[], borders: number[], target: number): number[] {
  const cost = [0];
  const starts = [0];
  for (let end = 1; end <= words.length; end++) {
    let best = Number.POSITIVE_INFINITY;
    let length = 0;
    for (let start = end - 1; start >= 0; start--) {
      length += words[start] ?? 0;
      if (length > 2 * target && start < end - 1) break;
      const candidate = (cost[start] ?? 0) + (length - target) ** 2 + (borders[end - 1] ?? 0) ** 2;
      if (candidate < best) {
        best = candidate;
        starts[end] = start;
      }
    }
    cost[end] = best;
  }
  const ends: number[] = [];
  for (let end = words.length; end > 0; end = starts[end] ?? 0) ends.unshift(end);
  return ends;
}

function passageOf(sentences: Span[]): SplitPassage {
  return { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0, sentences };
}
