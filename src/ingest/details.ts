import type { AddedFile, Detail, EmptiedDetail } from '../model.ts';
import { parseDate } from './dates.ts';
import type { Known, Metadata } from './draft.ts';
import { authorOf, httpUrl, publisherOf, titleOf } from './metadata.ts';

/** How each detail is called and read, and how it has to be given. */
export const DETAILS: Readonly<
  Record<Detail, { name: string; read: (given: string) => string | undefined; form: string }>
> = {
  title: { name: 'title', read: titleOf, form: 'give it in letters' },
  publisher: { name: 'publisher', read: publisherOf, form: 'give a name' },
  author: { name: 'author', read: authorOf, form: 'give a name' },
  publishedAt: { name: 'date', read: parseDate, form: 'write it as 2031-03-04, 2031-03 or 2031' },
  url: { name: 'address', read: httpUrl, form: 'it has to begin with http:// or https://' },
};

/** Reads what a moderator says of an article; spaces alone count as not given. */
export function readDetails(details: NonNullable<AddedFile['details']>): { known: Known; problem?: string } {
  const metadata: Metadata = {};
  const emptied: Metadata = {};
  for (const detail of Object.keys(DETAILS) as Detail[]) {
    const given = details[detail];
    const { name, read, form } = DETAILS[detail];
    if (isEmptied(given)) {
      if (detail === 'title') return { known: {}, problem: `it has to have a ${name}: ${form}` };
      emptied[detail] = given.without;
    } else if (given?.trim()) {
      const value = read(given);
      if (value === undefined) {
        return { known: {}, problem: `"${given.trim()}" cannot be its ${name}: ${form}` };
      }
      metadata[detail] = value;
    }
  }
  return { known: { ...metadata, ...(Object.keys(emptied).length > 0 && { emptied }) } };
}

/** The details that can be read, and what is wrong with the others. */
export function readableDetails(details: NonNullable<AddedFile['details']>): {
  details: NonNullable<AddedFile['details']>;
  problems: string[];
} {
  const readable = { ...details };
  const problems = (Object.keys(DETAILS) as Detail[]).flatMap((detail) => {
    const given = details[detail];
    const problem = given === undefined ? undefined : readDetails({ [detail]: given }).problem;
    if (problem !== undefined) delete readable[detail];
    return problem ?? [];
  });
  return { details: readable, problems };
}

/** Whether what is given of a detail is that there is to be none. */
function isEmptied(given: string | EmptiedDetail | undefined): given is EmptiedDetail {
  return typeof given === 'object';
}
