import { Readability } from '@mozilla/readability';
import type { Block } from '../draft.ts';
import { blocksOf } from '../html/blocks.ts';
import { pageMetadata } from '../html/metadata.ts';
import { isHidden, type Page, type PageElement, parsePage } from '../html/page.ts';
import type { TextSource } from './source.ts';

/** Characters of text below which a page has no menus around its article. */
const SMALL_PAGE = 1_000;

/** A saved web page. */
export const html: TextSource = {
  kind: 'text',
  name: 'HTML',
  extensions: ['.html', '.htm', '.xhtml'],
  read(text) {
    const page = parsePage(text);
    // Looking for the article takes the page apart, so its metadata comes first.
    return [{ ...pageMetadata(page), origin: 'page', blocks: articleBlocks(page) }];
  },
};

/** The blocks of the page's article; all of the page when it is small or no article can be told from it. */
function articleBlocks(page: Page): Block[] {
  for (const element of [...page.querySelectorAll('[hidden], [style], [class], [aria-hidden]')]) {
    if (isHidden(element)) element.remove();
  }
  const whole = blocksOf(page.body);
  if (lengthOf(whole) < SMALL_PAGE) return whole;
  const article = new Readability<PageElement>(page, { serializer: (node: PageElement) => node }).parse();
  const blocks = article?.content ? blocksOf(article.content) : [];
  return lengthOf(blocks) === 0 ? whole : blocks;
}

function lengthOf(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}
