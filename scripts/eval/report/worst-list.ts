import type { SetResult } from '../result.ts';
import { type Failure, worst } from '../worst.ts';
import { type Html, html } from './html.ts';

const WORST = 20;

/** The questions of a set that went wrong with the most conviction. */
export function worstList({ name, outcomes }: SetResult): Html {
  const failures = worst(outcomes, WORST);
  if (failures.length === 0) return html`<h3>${name}</h3><p>Every question went right.</p>`;
  return html`<h3>${name}</h3><ol class="worst">${failures.map(item)}</ol>`;
}

function item({ outcome: { question, answer }, fault }: Failure): Html {
  const { text, id, kind, label } = question;
  const expected = label
    ? html`${label.strings.map((string) => html`<q>${string}</q>`)}
<small>${label.all ? 'all of it, ' : ''}from ${label.articleIds.join(' or ')}</small>`
    : html`a refusal: the articles do not say`;
  const articleOf = new Map(answer.citations.map(({ n, articleId }) => [n, articleId]));
  const given = answer.claims.map(
    (claim) =>
      html`<p>${claim.text} <small>${claim.citations.map((n) => articleOf.get(n) ?? 'nowhere').join(', ')}</small></p>`,
  );
  const leftOpen =
    answer.missing.length > 0 ? html`<span>left open: ${answer.missing.join(', ')}</span>` : '';
  return html`<li><div class="asked"><p class="question">${text}</p>
<p class="about"><span class="fault">${fault}</span> ${leftOpen} <span>${kind}</span> <span>${id}</span></p></div>
<p class="confidence"><b>${answer.confidence.toFixed(2)}</b> confidence</p>
<dl><dt>Expected</dt><dd>${expected}</dd>
<dt>Answered</dt><dd>${given.length > 0 ? given : 'The articles do not say.'}</dd></dl></li>`;
}
