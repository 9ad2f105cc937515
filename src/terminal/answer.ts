import { timeNote } from '../answer/as-of.ts';
import { dayOf, differ } from '../answer/differ.ts';
import { leftOpen } from '../answer/left-open.ts';
import { notesOn } from '../answer/notes.ts';
import { phrase } from '../answer/phrases.ts';
import { copiesOf } from '../answer/sources.ts';
import { linkToQuotes, quotesToMark } from '../answer/text-fragment.ts';
import { wordedNote } from '../answer/worded-note.ts';
import type { Answer, Citation, Claim, Excerpt } from '../model.ts';
import { hang, type Screen, wrap } from './screen.ts';
import { type Style, styleFor } from './style.ts';
import { inert, inertLine } from './text.ts';

/** An answer as a reader sees it: claims with footnote numbers, then each source once. Ends without a line break. */
export function renderAnswer(answer: Answer, screen: Screen): string {
  if (answer.claims.length === 0) return renderNotInCorpus(answer, screen);
  const style = styleFor(screen);
  const bullet = answer.claims.length > 1 ? '- ' : '';
  const { conflict, citations } = answer;
  const claims = answer.claims.map((claim) => {
    const day = conflict === undefined ? '' : ` (${inertLine(dayOf(claim, citations))})`;
    return hang(bullet, `${renderClaim(claim, style)}${day}`, screen);
  });
  const parts = [...(conflict === undefined ? [] : [wrap(differ(conflict), screen)]), claims.join('\n')];
  if (answer.missing.length > 0) parts.push(wrap(inertLine(leftOpen(answer)), screen));
  parts.push(...renderTimeNote(answer, screen));
  parts.push(...notesOn(answer).map((note) => wrap(style.faint(inertLine(note)), screen)));
  const note = wordedNote(answer);
  if (note !== undefined) parts.push(wrap(style.faint(inertLine(note)), screen));
  return [...parts, renderSources(citations, screen)].join('\n\n');
}

/** Each cited article once, behind all of its footnote numbers, in the order of the first. */
export function renderSources(citations: readonly Citation[], screen: Screen): string {
  const byArticle = Map.groupBy(citations, (citation) => citation.articleId);
  return [...byArticle.values()].map((cited) => renderSource(cited, screen)).join('\n');
}

/** A quoted passage: its source, then the quoted words marked in their surroundings. */
export function renderExcerpt({ citation, before, after }: Excerpt, screen: Screen): string {
  const [lead, quote, rest] = [inert(before), inertLine(citation.quote), inert(after)];
  const passage = lead + gap(lead, quote) + styleFor(screen).quoted(quote) + gap(quote, rest) + rest;
  return `${renderSource([citation], screen)}\n\n${wrap(passage.trim(), screen)}`;
}

/** What distinguishes an article from others of the same title: its publisher and date; may be empty. */
export function imprint(article: { publisher?: string; publishedAt?: string }): string {
  const parts = [article.publisher, article.publishedAt].filter((part) => part !== undefined);
  return parts.map(inertLine).join(', ');
}

function renderNotInCorpus(answer: Answer, screen: Screen): string {
  const lines = [phrase(answer.language, 'doNotSay'), ...notesOn(answer)];
  const statement = lines.map((line) => wrap(inertLine(line), screen)).join('\n');
  const said = [statement, ...renderTimeNote(answer, screen)];
  if (answer.closest.length === 0) return said.join('\n\n');
  const closest = answer.closest.map(({ title, url }) => {
    const lines = [inertLine(title), ...(url ? [styleFor(screen).faint(inertLine(url))] : [])];
    return hang('- ', lines.join('\n'), screen);
  });
  return [...said, [phrase(answer.language, 'closest'), ...closest].join('\n')].join('\n\n');
}

function renderTimeNote(answer: Answer, screen: Screen): string[] {
  const note = timeNote(answer);
  return note === undefined ? [] : [wrap(inertLine(note), screen)];
}

function renderClaim(claim: Claim, style: Style): string {
  const markers = claim.citations.map((n) => style.accent(`[${n}]`)).join('');
  const label = claim.label === undefined ? '' : `${style.strong(inertLine(claim.label))}: `;
  return `${label}${emphasise(claim, style)} ${markers}`;
}

/** The claim with its emphasised spans in bold; overlapping spans are joined, and spans outside the text are cut. */
function emphasise({ text, emphasis }: Claim, style: Style): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of emphasis.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    shown += inert(text.slice(at, from)) + style.strong(inert(text.slice(from, end)));
    at = end;
  }
  return (shown + inert(text.slice(at))).replaceAll('\n\n', ' ').trim();
}

function renderSource(cited: readonly Citation[], screen: Screen): string {
  const [first] = cited;
  if (first === undefined) return '';
  const style = styleFor(screen);
  const numbers = cited.map(({ n }) => style.accent(`[${n}]`)).join('');
  const target = first.url === undefined ? undefined : linkToQuotes(first.url, quotesToMark(cited));
  const address = style.faint(inertLine(first.url ?? ''));
  const copies = copiesOf(cited).map(({ publisher, title }) =>
    [publisher, title]
      .filter((part) => part !== undefined)
      .map(inertLine)
      .join(', '),
  );
  const details = [
    style.faint(imprint(first)),
    target === undefined ? address : style.link(address, target),
    ...copies.map((copy) => `also in ${copy}`),
  ].filter((line) => line !== '');
  return hang(`${numbers} `, [style.strong(inertLine(first.title)), ...details].join('\n'), screen);
}

/** The space that belongs between two pieces of one passage. */
function gap(left: string, right: string): string {
  if (left === '' || right === '' || /\s$/.test(left) || /^[\s.,;:!?)\]”’]/.test(right)) return '';
  return ' ';
}
