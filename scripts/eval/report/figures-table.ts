import { count } from '../../../src/counts.ts';
import { type FigureRow, formatFigure, formatFloor, SECTIONS } from '../figure-rows.ts';
import type { SetResult } from '../result.ts';
import { bar } from './bar.ts';
import { type Html, html } from './html.ts';

/** All figures, a column for each set, each with its floor. */
export function figuresTable(results: readonly SetResult[]): Html {
  return html`<div class="scroll"><table class="figures">
<thead><tr><td></td>${results.map(head)}</tr></thead>
${SECTIONS.map(
  ({
    title,
    rows,
  }) => html`<tbody><tr class="section"><th scope="rowgroup" colspan="${results.length + 1}">${title}</th></tr>
${rows.map((row) => html`<tr><th scope="row">${row.label}</th>${results.map((result) => cell(row, result))}</tr>`)}</tbody>`,
)}
</table></div>`;
}

function head({ name, about, measured: { answerable, unanswerable } }: SetResult): Html {
  return html`<th scope="col">${name}<small>${about}</small>
<small>${count(answerable)} answerable, ${count(unanswerable)} unanswerable</small></th>`;
}

function cell({ figure, unit, isError }: FigureRow, { measured, floors }: SetResult): Html {
  const value = measured.figures[figure];
  const floor = floors.find((each) => each.figure === figure);
  const isMissed = floor?.kept === false;
  const meter = unit === 'percent' || unit === 'ratio' ? bar(value, { isError, limit: floor?.limit }) : '';
  const bound = floor
    ? html`<span class="floor">${isMissed ? 'missed: ' : ''}${formatFloor(floor)}</span>`
    : '';
  return html`<td class="${isMissed ? 'missed' : ''}"><span class="value">${formatFigure(value, unit)}</span>${meter}${bound}</td>`;
}
