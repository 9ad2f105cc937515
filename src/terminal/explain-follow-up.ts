import type { ExplainedFollowUp } from '../model.ts';
import { hang, type Screen, wrap } from './screen.ts';
import { styleFor } from './style.ts';
import { inertLine } from './text.ts';

/** How a follow-up was read: what it was taken for, and what else it might have stood for. */
export function renderFollowUp({ readAs, asksForMore, tried }: ExplainedFollowUp, screen: Screen): string {
  const { strong, faint } = styleFor(screen);
  const heading =
    readAs === undefined ? 'Read as it is, without what was asked before' : `Read as "${inertLine(readAs)}"`;
  const more =
    'It asks for more, so what follows the words that were cited is quoted, and no sentence is weighed.';
  return [
    wrap(strong(heading), screen),
    ...(asksForMore ? [wrap(more, screen)] : []),
    ...tried.map(({ text, evidence }) => hang(`  ${evidence.toFixed(2)}  `, inertLine(text), screen)),
    ...(tried.length > 0
      ? [wrap(faint('Evidence in the articles, by words alone; likelier readings go first.'), screen)]
      : []),
  ].join('\n');
}
