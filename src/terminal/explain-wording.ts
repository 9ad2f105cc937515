import type { ExplainedWordedClaim, ExplainedWording } from '../model.ts';
import { hang, type Screen, wrap } from './screen.ts';
import { styleFor } from './style.ts';
import { inertLine } from './text.ts';

const INDENT = '    ';

/** What became of each claim of a chat model, and why. */
export function renderWording(
  { model, extractive, needed, claims }: ExplainedWording,
  screen: Screen,
): string {
  const { strong, faint } = styleFor(screen);
  const result =
    extractive === undefined
      ? 'Its wording was given.'
      : `The articles' own words were given all the same. ${inertLine(extractive)}`;
  const legend = `A claim needs its names, numbers and dates in the words it cites, and a support of ${needed.toFixed(2)}.`;
  return [
    wrap(strong(`What ${inertLine(model)} made of it`), screen),
    wrap(result, screen),
    ...(claims.length === 0 ? [] : [wrap(faint(legend), screen)]),
    ...claims.map((claim, i) => renderClaim(claim, i + 1, screen)),
  ].join('\n');
}

function renderClaim(
  { text, outcome, why, support }: ExplainedWordedClaim,
  place: number,
  screen: Screen,
): string {
  const { strong } = styleFor(screen);
  const weighed = support === undefined ? [] : [`support ${support.toFixed(2)}`];
  const reason =
    why === undefined ? [] : [outcome === 'repaired' ? `at first ${inertLine(why)}` : inertLine(why)];
  return [
    hang(`${place}.`.padEnd(INDENT.length), [strong(outcome), ...weighed, ...reason].join(', '), screen),
    hang(INDENT, inertLine(text), screen),
  ].join('\n');
}
