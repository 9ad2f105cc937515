import { childrenOf, type FeedType, type ListedEntry, textIn, type XmlElement } from './feed.ts';

/** A list of the pages of a site, or of such lists. */
export const sitemap: FeedType = {
  name: 'sitemap',
  read({ root }) {
    switch (root?.name) {
      case 'urlset':
        return { entries: childrenOf(root, 'url').map(entryOf) };
      case 'sitemapindex':
        return { entries: [], parts: childrenOf(root, 'sitemap').map(entryOf) };
      default:
        return undefined;
    }
  },
};

function entryOf(element: XmlElement): ListedEntry {
  const [news] = childrenOf(element, 'news:news');
  const published = news && textIn(news, 'news:publication_date');
  return { url: textIn(element, 'loc'), date: published ?? textIn(element, 'lastmod') };
}
