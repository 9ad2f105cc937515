import type { Ranker } from '../../src/model.ts';
import { percentile } from '../bench/measure.ts';
import { auroc } from './metrics/auroc.ts';
import { mean, share } from './metrics/mean.ts';
import { meanRanking, type RankingFigures, rankingFigures } from './metrics/ranking.ts';
import { type Bin, calibrationError, reliabilityBins } from './metrics/reliability.ts';
import type { Found, Outcome, Run } from './run.ts';

/** Hits that a user would look at. */
const LOOKED_AT = 10;
/** In the order in which they are shown. */
export const RANKERS = [
  'words',
  'windows',
  'trigrams',
  'vectors',
  'sentences',
] as const satisfies readonly Ranker[];

/**
 * All that is measured of a set. Shares are 0 to 1 and of all questions asked unless something else is said; a
 * figure that the set has no question for is `NaN`.
 */
export interface Figures extends RankingFigures {
  /** Points of hit@1, as a share, that all rankers together have over words alone. */
  overWords: number;
  /** Answerable questions whose first claim alone holds the answer; of a list, all of it. */
  firstClaim: number;
  /** Answerable questions whose claims together do. */
  anyClaim: number;
  /** Mean number of claims of the answerable questions that were answered. */
  claims: number;
  /** Mean share of a list that the claims hold. */
  completeness: number;
  /** How well confidence tells answerable from unanswerable questions. */
  auroc: number;
  /** Answerable questions that were refused. */
  wronglyRefused: number;
  /** Answerable questions whose answer says that something asked is missing. */
  partlyAnswered: number;
  /** Unanswerable questions whose answer says what is missing. */
  hedged: number;
  /** Unanswerable questions that were answered without reserve. */
  wronglyAnswered: number;
  /** Expected calibration error of the confidence of what was answered. */
  calibration: number;
  /** Least chance, 0 to 1, that the articles speak of what is asked for it to be answered: of this library. */
  leastTopic: number;
  /** The same, that the best sentences say what is asked. */
  leastSaid: number;
  /** Footnotes whose citation is, character for character, what its article says. */
  citations: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
}

/** Questions of one kind: shares as in `Figures`. */
export interface KindFigures {
  kind: string;
  answerable: boolean;
  questions: number;
  /** `NaN` when unanswerable. */
  anyClaim: number;
  partial: number;
  refused: number;
}

export interface Measured {
  answerable: number;
  unanswerable: number;
  figures: Figures;
  /** Each ranker alone over the passages that all of them found together. */
  rankers: Record<Ranker, RankingFigures>;
  /** Answerable ones first, then those with most questions. */
  kinds: KindFigures[];
  /** Confidence of answers against the share of them that hold the answer. */
  answered: Bin[];
  /** Confidence of refusals against the share of them that the articles do answer. */
  refused: Bin[];
}

/** The figures of a run. */
export function measure({ outcomes, times, calibration: least }: Run): Measured {
  const answerable = outcomes.filter(({ verdict }) => verdict);
  const unanswerable = outcomes.filter(({ verdict }) => !verdict);
  const answered = outcomes.filter((outcome) => !isRefused(outcome));
  const lists = answerable.filter(({ question }) => question.label?.all);
  const fused = rankingOf(answerable, (found) => found);
  const rankers = Object.fromEntries(
    RANKERS.map((ranker) => [ranker, rankingOf(answerable, (found) => rankedBy(ranker, found))]),
  ) as Record<Ranker, RankingFigures>;
  const bins = reliabilityBins(answered.map((o) => ({ confidence: o.answer.confidence, right: isRight(o) })));
  const footnotes = (kind: 'sound' | 'total') =>
    outcomes.reduce((sum, outcome) => sum + outcome.footnotes[kind], 0);

  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    figures: {
      ...fused,
      overWords: fused.hit1 - rankers.words.hit1,
      firstClaim: share(answerable, ({ verdict }) => verdict?.first === 1),
      anyClaim: share(answerable, isRight),
      claims: mean(answerable.filter((o) => !isRefused(o)).map(({ answer }) => answer.claims.length)),
      completeness: mean(lists.map(({ verdict }) => verdict?.any ?? 0)),
      auroc: auroc(answerable.map(confidenceOf), unanswerable.map(confidenceOf)),
      wronglyRefused: share(answerable, isRefused),
      partlyAnswered: share(answerable, isPartial),
      hedged: share(unanswerable, isPartial),
      wronglyAnswered: share(unanswerable, ({ answer }) => answer.status === 'answered'),
      calibration: calibrationError(bins),
      leastTopic: least?.topic ?? Number.NaN,
      leastSaid: least?.said ?? Number.NaN,
      citations: footnotes('sound') / footnotes('total'),
      p50: percentile(times, 50),
      p95: percentile(times, 95),
    },
    rankers,
    kinds: kindsOf(outcomes),
    answered: bins,
    refused: reliabilityBins(
      outcomes
        .filter(isRefused)
        .map((o) => ({ confidence: o.answer.confidence, right: o.verdict !== undefined })),
    ),
  };
}

/** Whether the claims hold all that was expected. */
function isRight({ verdict }: Outcome): boolean {
  return verdict?.any === 1;
}

export function isRefused({ answer }: Outcome): boolean {
  return answer.status === 'notInCorpus';
}

function isPartial({ answer }: Outcome): boolean {
  return answer.status === 'partial';
}

function confidenceOf({ answer }: Outcome): number {
  return answer.confidence;
}

function rankedBy(ranker: Ranker, found: readonly Found[]): Found[] {
  return found.toSorted((a, b) => b.rankers[ranker] - a.rankers[ranker]);
}

function rankingOf(
  answerable: readonly Outcome[],
  order: (found: readonly Found[]) => readonly Found[],
): RankingFigures {
  return meanRanking(
    answerable.map(({ question, found }) => {
      const ranked = order(found).slice(0, LOOKED_AT);
      return rankingFigures(
        ranked.map(({ articleId }) => articleId),
        new Set(question.label?.articleIds),
      );
    }),
  );
}

function kindsOf(outcomes: readonly Outcome[]): KindFigures[] {
  const groups = Map.groupBy(
    outcomes,
    ({ question, verdict }) => `${question.kind} ${verdict !== undefined}`,
  );
  const kinds = [...groups.values()].map((group): KindFigures => {
    const answerable = group[0]?.verdict !== undefined;
    return {
      kind: group[0]?.question.kind ?? '',
      answerable,
      questions: group.length,
      anyClaim: answerable ? share(group, isRight) : Number.NaN,
      partial: share(group, isPartial),
      refused: share(group, isRefused),
    };
  });
  return kinds.sort((a, b) => Number(b.answerable) - Number(a.answerable) || b.questions - a.questions);
}
