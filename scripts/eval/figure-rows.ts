import type { FigureName, Floor } from './floors.ts';

type Unit = 'percent' | 'points' | 'ratio' | 'count' | 'ms';

/** How one figure is shown. */
export interface FigureRow {
  figure: FigureName;
  label: string;
  unit: Unit;
  /** Errors: the less, the better. */
  isError: boolean;
}

/** Rows of the table under a common heading. */
export interface Section {
  title: string;
  rows: FigureRow[];
}

const row = (figure: FigureName, label: string, unit: Unit = 'percent'): FigureRow => ({
  ...{ figure, label, unit },
  isError: false,
});
const error = (figure: FigureName, label: string, unit: Unit = 'percent'): FigureRow => ({
  ...row(figure, label, unit),
  isError: true,
});

/** The figures in the order in which a question meets what they measure. */
export const SECTIONS: readonly Section[] = [
  {
    title: 'Retrieval, by article',
    rows: [
      row('hit1', 'hit@1'),
      row('hit5', 'hit@5'),
      row('mrr10', 'MRR@10', 'ratio'),
      row('ndcg10', 'nDCG@10', 'ratio'),
      row('overWords', 'hit@1 over words alone', 'points'),
    ],
  },
  {
    title: 'Answers',
    rows: [
      row('firstClaim', 'answer in the first claim'),
      row('anyClaim', 'answer in any claim'),
      row('claims', 'claims per answer', 'count'),
      row('completeness', 'completeness of lists and comparisons'),
      row('citations', 'citations that say what they quote', 'ratio'),
    ],
  },
  {
    title: 'Refusals',
    rows: [
      row('auroc', 'AUROC of confidence', 'ratio'),
      error('wronglyRefused', 'wrongly refused'),
      error('partlyAnswered', 'answered with something left open'),
      error('wronglyAnswered', 'unanswerable: wrongly answered'),
      error('hedged', 'unanswerable: answered with what is missing'),
      row('leastTopic', 'least chance of the topic, calibrated', 'ratio'),
      row('leastSaid', 'least chance of being said, calibrated', 'ratio'),
      error('calibration', 'calibration error of answers', 'ratio'),
    ],
  },
  { title: 'Time of one question', rows: [error('p50', 'p50', 'ms'), error('p95', 'p95', 'ms')] },
];

const rows = new Map(SECTIONS.flatMap((section) => section.rows).map((each) => [each.figure, each]));

/** A figure for people; a dash when it could not be measured. */
export function formatFigure(value: number, unit: Unit): string {
  if (Number.isNaN(value)) return '–';
  switch (unit) {
    case 'percent':
      return `${(100 * value).toFixed(1)} %`;
    case 'points':
      return `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(1)}`;
    case 'ratio':
      return value.toFixed(3);
    case 'count':
      return value.toFixed(2);
    case 'ms':
      return `${value.toFixed(1)} ms`;
  }
}

/** A floor as a bound, such as "≥ 95.0 %". */
export function formatFloor({ figure, bound, limit }: Floor): string {
  return `${bound === 'atLeast' ? '≥' : '≤'} ${formatFigure(limit, rows.get(figure)?.unit ?? 'ratio')}`;
}

/** The label that a figure has in the table. */
export function labelOf(figure: FigureName): string {
  return rows.get(figure)?.label ?? figure;
}
