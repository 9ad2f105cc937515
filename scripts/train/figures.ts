import { LEAST_SAID } from '../../src/answer/weights.ts';
import { auroc } from '../eval/metrics/auroc.ts';
import { share } from '../eval/metrics/mean.ts';
import type { Prediction } from './model.ts';

/** How well a set is judged; shares 0 to 1, `NaN` of what could not be measured. */
export interface SetFigures {
  set: string;
  answerable: number;
  unanswerable: number;
  /** Of the answerable questions: a sentence that answers ranks first, or among the first three. */
  first: number;
  firstThree: number;
  /** Of the confidence, in telling answerable questions from unanswerable ones. */
  auroc: number;
  /** Answerable questions that are taken to be on topic, and answered in full or in part. */
  onTopic: number;
  answered: number;
  /** Unanswerable questions that are not answered. */
  refused: number;
}

/** Figures of each set. */
export function figuresOf(predictions: readonly Prediction[], threshold: number): SetFigures[] {
  const sets = Map.groupBy(predictions, ({ example }) => example.set.name);
  return [...sets].map(([set, all]) => {
    const answerable = all.filter(({ example }) => example.question.label !== undefined);
    const unanswerable = all.filter(({ example }) => example.question.label === undefined);
    const isAnswered = ({ topic, said }: Prediction) => topic >= threshold && said >= LEAST_SAID;
    const confidences = (some: readonly Prediction[]) => some.map(({ confidence }) => confidence);
    return {
      set,
      answerable: answerable.length,
      unanswerable: unanswerable.length,
      first: share(answerable, ({ first }) => first),
      firstThree: share(answerable, ({ firstThree }) => firstThree),
      auroc: auroc(confidences(answerable), confidences(unanswerable)),
      onTopic: share(answerable, ({ topic }) => topic >= threshold),
      answered: share(answerable, isAnswered),
      refused: share(unanswerable, (prediction) => !isAnswered(prediction)),
    };
  });
}

/** Figures under a name that says how they came about. */
export interface Block {
  title: string;
  figures: readonly SetFigures[];
}

const HEAD = [
  '',
  'answerable',
  'unanswerable',
  'in first',
  'in first 3',
  'AUROC',
  'on topic',
  'answered',
  'refused',
];

/** One table for the terminal: a block after the other, a row for each set. */
export function renderBlocks(blocks: readonly Block[]): string {
  const percent = (value: number) => (Number.isNaN(value) ? '–' : `${(100 * value).toFixed(1)} %`);
  const rows = blocks.flatMap(({ title, figures }) => [
    [title],
    ...figures.map((each) => [
      `  ${each.set}`,
      each.answerable.toLocaleString('en-US'),
      each.unanswerable.toLocaleString('en-US'),
      percent(each.first),
      percent(each.firstThree),
      Number.isNaN(each.auroc) ? '–' : each.auroc.toFixed(3),
      percent(each.onTopic),
      percent(each.answered),
      percent(each.refused),
    ]),
  ]);
  const widths = HEAD.map((_, i) => Math.max(...[HEAD, ...rows].map((row) => row[i]?.length ?? 0)));
  return [HEAD, ...rows]
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
