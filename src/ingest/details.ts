import type { AddedFile, Detail } from '../model.ts';
import { parseDate } from './dates.ts';
import type { Metadata } from './draft.ts';
import { authorOf, httpUrl, publisherOf, titleOf } from './metadata.ts';

/** How each detail is called and read, and how it has to be given. */
const DETAILS: Record<Detail, { name: string; read: (given: string) => string | undefined; form: string }> = {
  title: { name: 'title', read: titleOf, form: 'give it in letters' },
  publisher: { name: 'publisher', read: publisherOf, form: 'give a name' },
  author: { name: 'author', read: authorOf, form: 'give a name' },
  publishedAt: { name: 'date', read: parseDate, form: 'write it as 2031-03-04, 2031-03 or 2031' },
  url: { name: 'address', read: httpUrl, form: 'it has to begin with http:// or https://' },
};

/** Reads what a moderator says of an article; fields that are left empty count as not given. */
export function readDetails(details: NonNullable<AddedFile['details']>): {
  metadata: Metadata;
  problem?: string;
} {
  const metadata: Metadata = {};
  for (const detail of Object.keys(DETAILS) as Detail[]) {
    const given = details[detail]?.trim();
    if (!given) continue;
    const { name, read, form } = DETAILS[detail];
    const value = read(given);
    if (value === undefined) return { metadata, problem: `"${given}" cannot be its ${name}: ${form}` };
    metadata[detail] = value;
  }
  return { metadata };
}
