import { count } from '../../../src/counts.ts';
import { formatFigure } from '../figure-rows.ts';
import { type KindFigures, RANKERS } from '../figures.ts';
import type { RankingFigures } from '../metrics/ranking.ts';
import type { SetResult } from '../result.ts';
import { bar } from './bar.ts';
import { type Html, html } from './html.ts';

const RANKING_LABELS: Record<keyof RankingFigures, string> = {
  hit1: 'hit@1',
  hit5: 'hit@5',
  mrr10: 'MRR@10',
  ndcg10: 'nDCG@10',
};
const RANKING_FIGURES = Object.keys(RANKING_LABELS) as (keyof RankingFigures)[];

/** Each ranker alone and all of them joined. */
export function rankersTable(results: readonly SetResult[]): Html {
  return html`<div class="scroll"><table class="rankers">
<thead><tr><td></td>${RANKING_FIGURES.map((figure) => html`<th scope="col">${RANKING_LABELS[figure]}</th>`)}</tr></thead>
${results.map(
  ({ name, measured: { rankers, figures } }) => html`<tbody>
<tr class="section"><th scope="rowgroup" colspan="${RANKING_FIGURES.length + 1}">${name}</th></tr>
${RANKERS.map((ranker) => rankingRow(`${ranker} alone`, rankers[ranker]))}
${rankingRow('all joined', figures)}</tbody>`,
)}
</table></div>`;
}

function rankingRow(label: string, figures: RankingFigures): Html {
  const cells = RANKING_FIGURES.map((figure) => {
    const unit = figure === 'hit1' || figure === 'hit5' ? 'percent' : 'ratio';
    return html`<td><span class="value">${formatFigure(figures[figure], unit)}</span>${bar(figures[figure])}</td>`;
  });
  return html`<tr><th scope="row">${label}</th>${cells}</tr>`;
}

/** How questions of each kind fared, for one set. */
export function kindsTable({ name, measured: { kinds } }: SetResult): Html {
  return html`<div class="scroll"><table class="kinds"><caption>${name}</caption>
${kindRows(
  'Answerable',
  kinds.filter(({ answerable }) => answerable),
)}
${kindRows(
  'Unanswerable',
  kinds.filter(({ answerable }) => !answerable),
)}
</table></div>`;
}

function kindRows(title: string, kinds: readonly KindFigures[]): Html {
  if (kinds.length === 0) return html``;
  const wrong = kinds[0]?.answerable ? 'refused' : 'answered';
  return html`<tbody>
<tr class="section"><th scope="rowgroup">${title}</th><td>asked</td><td colspan="2">right</td><td>${wrong}</td></tr>
${kinds.map(({ kind, answerable, questions, anyClaim, partial, refused }) => {
  const right = answerable ? anyClaim : refused;
  return html`<tr><th scope="row">${kind}</th><td>${count(questions)}</td>
<td>${formatFigure(right, 'percent')}</td><td>${bar(right)}</td>
<td>${formatFigure(answerable ? refused : 1 - refused - partial, 'percent')}</td></tr>`;
})}</tbody>`;
}
