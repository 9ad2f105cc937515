import type { Outcome } from '../../../../scripts/eval/run.ts';
import type { Label, LabelledQuestion } from '../../../../scripts/eval/sets/question-set.ts';
import type { Answer, Ranker } from '../../../../src/model.ts';

/** An answer whose claims each cite an article of their own: `[words, article]`. */
export function answerOf(confidence: number, claims: readonly [text: string, articleId: string][]): Answer {
  return {
    question: '',
    status: claims.length > 0 ? 'answered' : 'notInCorpus',
    confidence,
    text: '',
    claims: claims.map(([text], i) => ({ text, citations: [i + 1], emphasis: [] })),
    citations: claims.map(([quote, articleId], i) => ({
      ...{ n: i + 1, articleId, title: articleId, quote },
      ...{ start: 0, end: quote.length },
    })),
    ...{ missing: [], closest: [], language: 'en', generation: 1, ms: 1 },
  };
}

export function labelOf(strings: string[], fields: Partial<Label> = {}): Label {
  return { articleIds: ['a'], strings, all: false, ...fields };
}

export function questionOf(label: Label | undefined, kind = 'plain'): LabelledQuestion {
  return { id: 'q1', text: 'Who built it?', kind, label };
}

/** A question with what came of it: right or wrong by its verdict, refused when it has no claims. */
export function outcomeOf(
  fields: Partial<Outcome> & { confidence?: number; refused?: boolean } = {},
): Outcome {
  const { confidence = 0.9, refused = false, ...rest } = fields;
  return {
    question: questionOf(labelOf(['x'])),
    answer: answerOf(confidence, refused ? [] : [['x', 'a']]),
    verdict: { first: 1, any: 1 },
    footnotes: { sound: 1, total: 1 },
    found: [],
    ...rest,
  };
}

/** Nobody's share but that of the rankers named. */
export function rankers(shares: Partial<Record<Ranker, number>>): Record<Ranker, number> {
  return { words: 0, windows: 0, trigrams: 0, vectors: 0, sentences: 0, ...shares };
}
