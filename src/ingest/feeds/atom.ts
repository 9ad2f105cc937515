import { childrenOf, type FeedType, textIn } from './feed.ts';

/** Atom. */
export const atom: FeedType = {
  name: 'Atom',
  read({ root }) {
    if (root?.name !== 'feed') return undefined;
    return {
      title: textIn(root, 'title'),
      entries: childrenOf(root, 'entry').map((entry) => {
        // A link without a relation is one to the article; others lead to comments, files, or the feed itself.
        const link = childrenOf(entry, 'link').find(
          ({ attribs }) => (attribs.rel ?? 'alternate') === 'alternate',
        );
        return { url: link?.attribs.href, date: textIn(entry, 'published', 'updated') };
      }),
    };
  },
};
