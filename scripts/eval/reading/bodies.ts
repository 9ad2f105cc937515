import { readArticles } from '../../../src/ingest/article.ts';
import { checkFloors, type Floors } from '../floors.ts';
import { longestApart, type Overlap, overlapF1, overlapFigures, overlapOf } from '../metrics/shingles.ts';
import { copiedText } from './copied-text.ts';
import type { BodyPage } from './pages.ts';
import type { ReadingResult } from './result.ts';

const WORST = 10;
const LONGEST_EXCERPT = 100;

/** How a page gets into the corpus folder. */
const WAYS = {
  extraction: { about: 'pages saved as HTML', file: 'page.html', content: (html: string) => html },
  'copied-pages': { about: 'all text of the same pages, copied', file: 'page.txt', content: copiedText },
} as const;

/** In which way the pages are handed to the reader: as they are, or as a person copies their text. */
export type Way = keyof typeof WAYS;

/** Reads every page and compares the text of the article that comes out with the true one. */
export async function measureBodies(
  pages: readonly BodyPage[],
  way: Way,
  floors: Floors,
  onProgress: (done: number) => void,
): Promise<ReadingResult> {
  const { about, file, content } = WAYS[way];
  const outcomes: { page: BodyPage; found: string; overlap: Overlap }[] = [];
  for (const page of pages) {
    const { articles } = await readArticles(file, Buffer.from(content(page.html)));
    const found = articles.map(({ text, body }) => text.slice(body)).join('\n\n');
    outcomes.push({ page, found, overlap: overlapOf(page.articleBody, found) });
    onProgress(outcomes.length);
  }
  const figures = { ...overlapFigures(outcomes.map(({ overlap }) => overlap)) };
  const worst = outcomes.toSorted((a, b) => overlapF1(a.overlap) - overlapF1(b.overlap)).slice(0, WORST);
  return {
    name: way,
    about,
    pages: pages.length,
    figures,
    floors: checkFloors(way, figures, floors),
    worst: worst.map(({ page, found, overlap }) => describe(page, found, overlap)),
  };
}

function describe({ url, articleBody }: BodyPage, found: string, overlap: Overlap): string {
  const { shared, lost, added } = overlap;
  const line = (label: string, count: number, of: number, words: string) =>
    count === 0 ? [] : [`     ${label} ${((100 * count) / of).toFixed(1)} %: ${excerpt(words)}`];
  return [
    `${overlapF1(overlap).toFixed(3)}  ${url}`,
    ...line('lost', lost, shared + lost, longestApart(articleBody, found)),
    ...line('added', added, shared + added, longestApart(found, articleBody)),
  ].join('\n');
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= LONGEST_EXCERPT ? line : `${line.slice(0, LONGEST_EXCERPT)}…`;
}
