import { mean } from './mean.ts';

/** How well the right articles rank, 0 to 1 each. */
export interface RankingFigures {
  /** Share of questions with a right article first. */
  hit1: number;
  /** Share of questions with a right article among the first five. */
  hit5: number;
  /** Mean of 1 / rank of the first right article, 0 when it is not among the first ten. */
  mrr10: number;
  /** Normalised discounted cumulative gain of the first ten, every right article being worth the same. */
  ndcg10: number;
}

const DEPTH = 10;

/**
 * Figures of one ranked list.
 * @param ranked article ids, best first; a repeated one counts where it first stands
 * @param relevant the ids of the right articles; at least one
 */
export function rankingFigures(ranked: readonly string[], relevant: ReadonlySet<string>): RankingFigures {
  const found = [...new Set(ranked)].slice(0, DEPTH).map((id) => relevant.has(id));
  const first = found.indexOf(true);
  const ideal = Array.from({ length: Math.min(relevant.size, DEPTH) }, () => true);
  return {
    hit1: first === 0 ? 1 : 0,
    hit5: first >= 0 && first < 5 ? 1 : 0,
    mrr10: first >= 0 ? 1 / (first + 1) : 0,
    ndcg10: gainOf(found) / gainOf(ideal),
  };
}

/** The mean of each figure over all questions. */
export function meanRanking(figures: readonly RankingFigures[]): RankingFigures {
  return {
    hit1: mean(figures.map(({ hit1 }) => hit1)),
    hit5: mean(figures.map(({ hit5 }) => hit5)),
    mrr10: mean(figures.map(({ mrr10 }) => mrr10)),
    ndcg10: mean(figures.map(({ ndcg10 }) => ndcg10)),
  };
}

function gainOf(found: readonly boolean[]): number {
  return found.reduce((gain, isRight, i) => gain + (isRight ? 1 / Math.log2(i + 2) : 0), 0);
}
