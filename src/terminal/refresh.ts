import type { ScheduledRefresh } from '../app/schedule.ts';
import { count, plural } from '../counts.ts';
import type { Feed, HeldBack, RefreshChange, RefreshPreview, Snippet } from '../model.ts';
import { changeLine, countsOf } from './corpus.ts';
import { renderRefusals } from './ingest.ts';
import { hang, type Screen, wrap } from './screen.ts';
import { styleFor } from './style.ts';
import { inertLine } from './text.ts';

/** Articles and addresses of each kind that are listed one by one. */
const MOST_LISTED = 20;

/** What reading everything again came to: what changes, what waits to be confirmed, what could not be read. */
export function renderRefresh(preview: RefreshPreview, screen: Screen): string {
  const { changes, held, unreachable, refused, unchanged, waiting, toEmbed } = preview;
  const effect = changes.length === 0 ? 'Nothing would change.' : `What would change: ${countsOf(changes)}.`;
  const parts = [
    [effect, ...listed(changes, (change) => renderChange(change, screen), screen)].join('\n'),
    held.length === 0
      ? ''
      : [
          wrap(
            `Held back: ${plural(held.length, 'article')}, which stay as they are unless --confirm names them.`,
            screen,
          ),
          ...listed(held, (one) => renderHeld(one, screen), screen),
        ].join('\n'),
    unreachable.length === 0
      ? ''
      : [
          wrap(
            `Could not be read this time: ${plural(unreachable.length, 'address', 'addresses')}; their articles stay.`,
            screen,
          ),
          ...listed(
            unreachable,
            ({ url, reason }) => hang('  ! ', inertLine(`${url}: ${reason}`), screen),
            screen,
          ),
        ].join('\n'),
    renderRefusals(refused, screen),
    [
      `Unchanged: ${plural(unchanged, 'article')}.`,
      ...(waiting > 0
        ? [`New in feeds and left for the next refresh: ${plural(waiting, 'address', 'addresses')}.`]
        : []),
      ...(toEmbed > 0 ? [`${plural(toEmbed, 'sentence')} would be embedded.`] : []),
    ].join(' '),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What a refresh that nobody asked for came to, in one line. */
export function renderScheduled(refresh: ScheduledRefresh): string {
  if ('problem' in refresh) return `The articles were not refreshed: ${inertLine(refresh.problem)}`;
  const { preview, report } = refresh;
  const { held, unreachable, unchanged } = preview;
  const parts = [
    ...(report ? [`generation ${report.generation} is published: ${countsOf(report.changes)}`] : []),
    `${count(unchanged)} unchanged`,
    ...(held.length > 0 ? [`${count(held.length)} held back`] : []),
    ...(unreachable.length > 0 ? [`${count(unreachable.length)} could not be read`] : []),
  ];
  return `Refreshed: ${parts.join(', ')}.`;
}

/** A line or two for each feed. */
export function renderFeeds(feeds: readonly Feed[], screen: Screen): string {
  const { faint } = styleFor(screen);
  const lines = feeds.map(({ url, type, title, addedBy, addedAt, checkedAt, problem }) => {
    const details = [
      type,
      title,
      `added by ${addedBy} on ${addedAt.slice(0, 10)}`,
      checkedAt === undefined ? 'not read yet' : `read ${checkedAt.slice(0, 16).replace('T', ' ')}`,
      problem,
    ].filter((detail) => detail !== undefined);
    return `${hang('', inertLine(url), screen)}\n${faint(hang('  ', inertLine(details.join('; ')), screen))}`;
  });
  return [...lines, `${plural(feeds.length, 'source')}.`].join('\n');
}

function renderChange(change: RefreshChange, screen: Screen): string {
  return [
    changeLine(change, screen),
    ...(change.snippets ?? []).map((snippet) => renderSnippet(snippet, screen)),
  ].join('\n');
}

function renderSnippet({ before, after }: Snippet, screen: Screen): string {
  const { faint } = styleFor(screen);
  const lines = [
    ...(before === '' ? [] : [faint(hang('      − ', inertLine(before), screen))]),
    ...(after === '' ? [] : [hang('      + ', inertLine(after), screen)]),
  ];
  return lines.join('\n');
}

function renderHeld({ id, title, explanation }: HeldBack, screen: Screen): string {
  const name = title === id ? inertLine(id) : `${inertLine(id)} "${inertLine(title)}"`;
  return hang('  ? ', `${name}: ${inertLine(explanation)}`, screen);
}

function listed<T>(items: readonly T[], render: (item: T) => string, screen: Screen): string[] {
  const lines = items.slice(0, MOST_LISTED).map(render);
  const more = items.length - lines.length;
  return more > 0 ? [...lines, wrap(`    and ${count(more)} more`, screen)] : lines;
}
