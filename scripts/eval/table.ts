import { count } from '../../src/counts.ts';
import { formatFigure, formatFloor, labelOf, SECTIONS } from './figure-rows.ts';
import { type KindFigures, RANKERS } from './figures.ts';
import type { RankingFigures } from './metrics/ranking.ts';
import type { SetResult } from './result.ts';

/** What each set says in a row: a value, and the floor it is held against. */
type Cells = (result: SetResult) => [value: string, floor: string];

interface Row {
  label: string;
  /** Absent in a heading. */
  cells?: Cells;
}

/** One table for the terminal: a row for each figure, two columns (value and floor) for each set. */
export function renderTable(results: readonly SetResult[]): string {
  const rows = [...countRows(), ...figureRows(), ...rankerRows(), ...kindRows(results)];
  const head = ['', ...results.flatMap(({ name }) => [name, 'floor'])];
  const body = rows.map(({ label, cells }) => [label, ...(cells ? results.flatMap(cells) : [])]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...body].map((row) => (row[column] ?? '').length)),
  );
  const lines = [head, ...body].map((row) =>
    row
      .map((cell, i) => (i % 2 === 1 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}

/** A line for every floor that was missed. */
export function missedFloors(results: readonly SetResult[]): string[] {
  return results.flatMap(({ name, measured, floors }) =>
    floors
      .filter(({ kept }) => !kept)
      .map(({ figure, bound, limit }) => {
        const relation = bound === 'atLeast' ? 'under its floor of' : 'over its ceiling of';
        const value = measured.figures[figure];
        const shown = Number.isNaN(value) ? 'not measured' : Number(value.toFixed(4));
        return `${name}: ${labelOf(figure)} is ${shown}, ${relation} ${limit}`;
      }),
  );
}

function countRows(): Row[] {
  return [
    { label: 'answerable questions', cells: ({ measured }) => [count(measured.answerable), ''] },
    { label: 'unanswerable questions', cells: ({ measured }) => [count(measured.unanswerable), ''] },
  ];
}

function figureRows(): Row[] {
  return SECTIONS.flatMap(({ title, rows }) => [
    heading(title),
    ...rows.map(({ figure, label, unit }): Row => {
      const cells: Cells = ({ measured, floors }) => {
        const floor = floors.find((each) => each.figure === figure);
        const bound = floor ? `${formatFloor(floor)}${floor.kept ? '' : ' MISSED'}` : '';
        return [formatFigure(measured.figures[figure], unit), bound];
      };
      return { label: `  ${label}`, cells };
    }),
  ]);
}

function rankerRows(): Row[] {
  const show = ({ hit1, hit5 }: RankingFigures) =>
    `${formatFigure(hit1, 'percent')} / ${formatFigure(hit5, 'percent')}`;
  const alone = RANKERS.map(
    (ranker): Row => ({
      label: `  ${ranker} alone`,
      cells: ({ measured }) => [show(measured.rankers[ranker]), ''],
    }),
  );
  return [
    heading('Rankers, hit@1 / hit@5 *'),
    ...alone,
    { label: '  all joined', cells: ({ measured }) => [show(measured.figures), ''] },
  ];
}

function kindRows(results: readonly SetResult[]): Row[] {
  const kinds = results.flatMap(({ measured }) => measured.kinds);
  const section = (title: string, answerable: boolean, show: (figures: KindFigures) => string): Row[] => {
    const names = new Set(kinds.filter((each) => each.answerable === answerable).map(({ kind }) => kind));
    const rows = [...names].map((name): Row => {
      const cells: Cells = ({ measured }) => {
        const found = measured.kinds.find((each) => each.answerable === answerable && each.kind === name);
        return [found ? show(found) : '', found ? `of ${found.questions}` : ''];
      };
      return { label: `  ${name}`, cells };
    });
    return rows.length > 0 ? [heading(title), ...rows] : [];
  };
  return [
    ...section(
      'Answered rightly / wrongly refused, by kind',
      true,
      ({ anyClaim, refused }) => `${formatFigure(anyClaim, 'percent')} / ${formatFigure(refused, 'percent')}`,
    ),
    ...section(
      'Refused / wrongly answered, by kind',
      false,
      ({ refused, partial }) =>
        `${formatFigure(refused, 'percent')} / ${formatFigure(1 - refused - partial, 'percent')}`,
    ),
  ];
}

function heading(label: string): Row {
  return { label };
}

/** What a reader of the table has to know. */
export const NOTES = [
  '* Each ranker reorders the passages that all of them found together (at most 50); alone, it would not have found them all.',
  'A refused question counts as not answered; what is neither refused nor wrongly answered says what is missing. A claim is right when it cites a labelled article and holds the labelled words.',
  'Times are of questions asked one after the other on a warm library.',
];
