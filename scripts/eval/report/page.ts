import { formatFigure } from '../figure-rows.ts';
import type { SetResult } from '../result.ts';
import { missedFloors } from '../table.ts';
import { kindsTable, rankersTable } from './breakdown-tables.ts';
import { figuresTable } from './figures-table.ts';
import { type Html, html } from './html.ts';
import { reliabilityDiagram } from './reliability-diagram.ts';
import { style } from './style.ts';
import { worstList } from './worst-list.ts';

/** The whole report as one page that needs nothing else. */
export function reportPage(results: readonly SetResult[], now: Date): string {
  const when = now.toISOString().slice(0, 16).replace('T', ' ');
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Footnote, evaluated ${when}</title>
<style>${style}</style>
</head>
<body><main>
<header><h1>How well Footnote answers</h1>
<p class="note">Labelled questions, asked on ${when} UTC.</p>
${verdict(results)}</header>
<section><h2>Figures</h2>
<p class="note">A claim is right when it cites a labelled article and holds the labelled words. A refused question counts as
not answered. Times are of questions asked one after the other on a warm library. A tick on a bar is its floor; where less
is better, the bar is grey.</p>
${figuresTable(results)}</section>
<section><h2>Confidence</h2>
<p class="note">Points on the diagonal are as sure as they should be; above it, too modest; below, too sure.</p>
<p class="keys"><span class="key answered">answered: share whose claims hold the answer</span>
<span class="key refused">refused: share that the articles do answer</span></p>
<div class="columns">${results.map(confidenceFigure)}</div></section>
<section><h2>Rankers</h2>
<p class="note">Each ranker alone reorders the passages that all of them found together, at most 50; by itself it would not
have found them all.</p>
${rankersTable(results)}</section>
<section><h2>Kinds of question</h2>
<p class="note">An answerable question went right when the claims hold the answer, an unanswerable one when it was refused.</p>
<div class="columns">${results.map(kindsTable)}</div></section>
<section><h2>The worst twenty</h2>
<p class="note">Of each set, the questions that went wrong with the most conviction.</p>
${results.map(worstList)}</section>
</main></body>
</html>
`;
  return page.markup;
}

function verdict(results: readonly SetResult[]): Html {
  const total = results.reduce((sum, { floors }) => sum + floors.length, 0);
  const missed = missedFloors(results);
  if (missed.length === 0) return html`<p class="verdict">Every floor is kept</p>`;
  return html`<p class="verdict missed">${missed.length} of ${total} floors ${missed.length === 1 ? 'is' : 'are'} missed</p>
<ul class="missed">${missed.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function confidenceFigure({ name, measured: { answered, refused, figures } }: SetResult): Html {
  const label = `Reliability of confidence on the set ${name}`;
  return html`<figure><figcaption><b>${name}</b><small>calibration error of answers ${formatFigure(figures.calibration, 'ratio')}</small></figcaption>
${reliabilityDiagram(label, answered, refused)}</figure>`;
}
