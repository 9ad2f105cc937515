import { cost } from '../limits.ts';
import { button, buttons } from '../message.ts';

/** Splits lines into pages that cost at most `room` and have at most `most` lines; always at least one page. */
export function pagesOf(lines: readonly string[], room: number, most: number): string[][] {
  const pages: string[][] = [[]];
  let left = room;
  for (const line of lines) {
    left -= cost(line) + 1;
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (left < 0 || page.length === most)) {
      pages.push([line]);
      left = room - cost(line) - 1;
    } else page.push(line);
  }
  return pages;
}

/** The buttons that turn the pages; `undefined` when there is but one. */
export function turning(shown: number, total: number, pageId: (page: number) => string) {
  if (total <= 1) return undefined;
  return buttons(
    button('Previous', pageId(shown - 1), shown === 0),
    button('Next', pageId(shown + 1), shown === total - 1),
  );
}
