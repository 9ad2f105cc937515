import { DomUtils } from 'htmlparser2';
import { childrenOf, type FeedType, textIn, type XmlElement } from './feed.ts';

/** RSS of all versions, with the RDF that the first of them was. */
export const rss: FeedType = {
  name: 'RSS',
  read({ root }) {
    if (root === undefined || !['rss', 'rdf:RDF'].includes(root.name)) return undefined;
    const [channel = root] = childrenOf(root, 'channel');
    const items = DomUtils.getElementsByTagName('item', root.children, true);
    return {
      title: textIn(channel, 'title'),
      entries: items.map((item) => ({
        url: textIn(item, 'feedburner:origLink', 'link') ?? permalink(item),
        date: textIn(item, 'pubDate', 'dc:date', 'atom:updated', 'a10:updated'),
      })),
    };
  },
};

/** What identifies an item is its address too, unless it says that it is not. */
function permalink(item: XmlElement): string | undefined {
  const [guid] = childrenOf(item, 'guid');
  return guid?.attribs.isPermaLink === 'false' ? undefined : textIn(item, 'guid');
}
