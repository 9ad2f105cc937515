import type { Metadata } from '../draft.ts';
import { metadataOf } from '../metadata.ts';
import { decodeEntities } from './entities.ts';
import type { Page } from './page.ts';

type LinkedRecord = Record<string, unknown>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Posting|NewsItem)$/;
const MOST_RECORDS = 2_000;
/** Templates name the software of a site where its publisher should be. */
const SOFTWARE = /^(?:blogger|wordpress|blogspot)$/i;

/** What the record of the article in a page's JSON-LD says, if there is one. */
export function linkedData(page: Page): Metadata {
  const records = [...page.querySelectorAll('script[type="application/ld+json"]')]
    .flatMap((script) => recordsIn(parseJson(script.textContent ?? ''), 0))
    .slice(0, MOST_RECORDS);
  const article = records.find((record) =>
    [record['@type']].flat().some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type)),
  );
  if (article === undefined) return {};
  const byId = new Map(records.filter(isNamed).map((record) => [record['@id'], record]));
  const { headline, datePublished, url, inLanguage } = article;
  const publisher = resolved(article.publisher, byId);
  const author = resolved(article.author, byId);
  const said = metadataOf({ headline, publisher, author, datePublished, url, inLanguage });
  if (said.publisher !== undefined && SOFTWARE.test(said.publisher)) delete said.publisher;
  // Many sites escape these once too often.
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, decodeEntities(value)]));
}

function parseJson(text: string): unknown {
  try {
    const json = text.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, '');
    // Line breaks inside strings are not JSON, but many sites write them.
    return JSON.parse(json.replace(/\s+/g, ' '));
  } catch {
    // A broken record says nothing; the page has other places to look in.
    return undefined;
  }
}

function recordsIn(value: unknown, depth: number): LinkedRecord[] {
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((entry) => recordsIn(entry, depth + 1));
  const record = value as LinkedRecord;
  return [record, ...recordsIn(record['@graph'], depth + 1), ...recordsIn(record.mainEntity, depth + 1)];
}

function isNamed(record: LinkedRecord): boolean {
  return typeof record['@id'] === 'string' && typeof record.name === 'string';
}

/** The records that are referred to; a reference that leads nowhere says nothing. */
function resolved(value: unknown, byId: ReadonlyMap<unknown, LinkedRecord>): unknown {
  if (Array.isArray(value)) return value.slice(0, 20).map((entry) => resolved(entry, byId));
  if (typeof value !== 'object' || value === null || 'name' in value || !('@id' in value)) return value;
  return byId.get(value['@id']);
}
