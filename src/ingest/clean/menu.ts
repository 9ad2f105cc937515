import { drop, isKept, type Line } from './line.ts';
import { countWords } from './prose.ts';

/** So many short lines, so many of them certain to be a menu or a footer, are one. */
const SHORTEST = { lines: 6, furniture: 3 };
/** Beyond a menu there may be notices, at most so large a share of the page's running text. */
const MOST_BEYOND = 0.15;

/** Leaves out the few words of running text (notices, addresses, slogans) that a menu or footer parts from the article. */
export function markBeyondMenus(lines: Line[]): void {
  const words = lines.map((line) => (isKept(line) && line.isProse ? countWords(line.text) : 0));
  const total = words.reduce((sum, count) => sum + count, 0);
  let articleStart = 0;
  let articleEnd = lines.length;
  let before = 0;
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (lines[end]?.isProse === false) end++;
    if (isMenu(lines.slice(start, end))) {
      if (before <= total * MOST_BEYOND) articleStart = start;
      else if (total - before <= total * MOST_BEYOND) articleEnd = Math.min(articleEnd, end);
    }
    before += words[end] ?? 0;
    start = end + 1;
  }
  for (const line of lines.slice(0, articleStart)) drop(line, 'navigation');
  for (const line of lines.slice(articleEnd)) drop(line, 'navigation');
}

function isMenu(run: Line[]): boolean {
  if (run.length < SHORTEST.lines) return false;
  const furniture = run.filter(
    ({ furniture: found }) => found?.kind === 'navigation' || found?.kind === 'legal',
  );
  return furniture.length >= SHORTEST.furniture;
}
