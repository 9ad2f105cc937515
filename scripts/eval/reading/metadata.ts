import { readArticles } from '../../../src/ingest/article.ts';
import { skeleton } from '../../../src/ingest/clean/prose.ts';
import { parseDate } from '../../../src/ingest/dates.ts';
import { authorOf } from '../../../src/ingest/metadata.ts';
import type { Article } from '../../../src/model.ts';
import { checkFloors, type Floors } from '../floors.ts';
import { share } from '../metrics/mean.ts';
import type { MetadataPage } from './pages.ts';
import type { ReadingResult } from './result.ts';

const SET = 'metadata';

const alike = (form: (text: string) => string) => (found: string, expected: string) =>
  form(found) === form(expected);

/** What is compared: what is known, what was read, and when both say the same. */
const FIELDS = {
  title: { known: 'title', read: 'title', isRight: isSameTitle },
  author: { known: 'byline', read: 'author', isRight: alike((name) => skeleton(authorOf(name) ?? '')) },
  date: { known: 'publishedTime', read: 'publishedAt', isRight: alike((date) => parseDate(date) ?? date) },
  publisher: { known: 'siteName', read: 'publisher', isRight: alike(skeleton) },
} as const;

type Field = keyof typeof FIELDS;

interface Compared {
  page: string;
  field: Field;
  expected: string;
  found: string | undefined;
  isRight: boolean;
}

/** Reads every page and compares its title, author, date and publisher with those that are known. */
export async function measureMetadata(
  pages: readonly MetadataPage[],
  floors: Floors,
  onProgress: (done: number) => void,
): Promise<ReadingResult> {
  const compared: Compared[] = [];
  for (const [i, page] of pages.entries()) {
    const { articles } = await readArticles(`${page.name}.html`, Buffer.from(page.source_html));
    compared.push(...compare(page, articles[0]));
    onProgress(i + 1);
  }
  const rightIn = (field: Field) =>
    share(
      compared.filter((each) => each.field === field),
      ({ isRight }) => isRight,
    );
  const figures = {
    title: rightIn('title'),
    author: rightIn('author'),
    date: rightIn('date'),
    publisher: rightIn('publisher'),
  };
  return {
    name: SET,
    about: 'titles, authors, dates and publishers of pages saved as HTML, where they are known',
    pages: pages.length,
    figures,
    floors: checkFloors(SET, figures, floors),
    worst: compared.filter(({ isRight }) => !isRight).map(describe),
  };
}

/** The fields that are known of a page. */
function compare({ name, expected_metadata: expectations }: MetadataPage, article?: Article): Compared[] {
  return (Object.keys(FIELDS) as Field[]).flatMap((field) => {
    const { known, read, isRight } = FIELDS[field];
    const [expected, found] = [expectations[known], article?.[read]];
    if (!expected) return [];
    return { page: name, field, expected, found, isRight: found !== undefined && isRight(found, expected) };
  });
}

/** Known titles may end in what the site adds to them: "Headline | Site". */
function isSameTitle(found: string, expected: string): boolean {
  const isShorter = expected.startsWith(found) && /^\s+[|·»:–—-]\s/u.test(expected.slice(found.length));
  return isShorter || skeleton(found) === skeleton(expected);
}

function describe({ page, field, expected, found }: Compared): string {
  const quoted = (text: string) => `"${text.replace(/\s+/gu, ' ').trim()}"`;
  return `${page}: ${field} is ${found === undefined ? 'missing' : quoted(found)}, not ${quoted(expected)}`;
}
