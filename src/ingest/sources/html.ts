import { articleBlocks } from '../html/article.ts';
import { removeHidden } from '../html/hidden.ts';
import { pageMetadata } from '../html/metadata.ts';
import { parsePage } from '../html/page.ts';
import type { TextSource } from './source.ts';

/** A saved web page. */
export const html: TextSource = {
  kind: 'text',
  name: 'HTML',
  extensions: ['.html', '.htm', '.xhtml'],
  read(text) {
    const page = parsePage(text);
    removeHidden(page, text);
    // Looking for the article takes the page apart, so its metadata comes first.
    return [{ ...pageMetadata(page), origin: 'page', blocks: articleBlocks(page) }];
  },
};
