import type { FeedType } from './feed.ts';

/** JSON Feed, versions 1 and 1.1. */
export const jsonFeed: FeedType = {
  name: 'JSON Feed',
  read({ json }) {
    if (typeof json !== 'object' || json === null) return undefined;
    const { version, title, items } = json as Record<string, unknown>;
    if (!/^https?:\/\/(?:www\.)?jsonfeed\.org\//.test(String(version)) || !Array.isArray(items))
      return undefined;
    return {
      title: stringOf(title),
      entries: items.map((item: unknown) => {
        const { url, external_url, date_published, date_modified } = Object(item) as Record<string, unknown>;
        return {
          url: stringOf(url) ?? stringOf(external_url),
          date: stringOf(date_published) ?? stringOf(date_modified),
        };
      }),
    };
  },
};

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
