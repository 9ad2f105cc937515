import type { ScheduledRefresh } from '../../app/schedule.ts';
import { plural } from '../../counts.ts';
import { card, type Message, paragraph } from '../message.ts';
import { shortLine } from '../source-line.ts';
import { changeLine, fitted, part } from './lines.ts';
import { YELLOW } from './render-preview.ts';
import { GREEN } from './render-report.ts';

/** Text that each part may take: a summary is short. */
const PARTS = { changes: 1_000, held: 500, unreachable: 400 };

/** What a refresh that nobody asked for came to; `undefined` when there is nothing to tell. */
export function renderScheduled(refresh: ScheduledRefresh): Message | undefined {
  if ('problem' in refresh) {
    const why = shortLine(refresh.problem, 1_000);
    return card(YELLOW, [
      paragraph(
        '**The scheduled refresh failed.** Nothing was changed; it is tried again at its next time.',
        `> ${why}`,
      ),
    ]);
  }
  const { preview, report } = refresh;
  const { held, unreachable } = preview;
  if (report === undefined && held.length + unreachable.length === 0) return undefined;
  const back =
    preview.base > 0 ? [`-# Take it back with \`/corpus rollback generation:${preview.base}\``] : [];
  return card(report ? GREEN : YELLOW, [
    paragraph(
      ...(report
        ? [
            `**Scheduled refresh:** ${plural(report.changes.length, 'change')}, generation ${report.generation}`,
            ...fitted(report.changes.map(changeLine), PARTS.changes),
          ]
        : ['**Scheduled refresh:** nothing was changed']),
      ...part(
        `Held back (${held.length}), until \`/corpus refresh\` confirms it:`,
        held.map(({ title, explanation }) => `${shortLine(title, 100)} — ${shortLine(explanation, 200)}`),
        PARTS.held,
      ),
      ...part(
        `Could not be read (${unreachable.length}):`,
        unreachable.map(
          ({ url, title, reason }) => `${shortLine(title ?? url, 100)} — ${shortLine(reason, 200)}`,
        ),
        PARTS.unreachable,
      ),
      ...(report ? back : []),
    ),
  ]);
}
