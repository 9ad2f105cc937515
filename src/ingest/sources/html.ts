import { Readability } from '@mozilla/readability';
import type { Block, Draft } from '../draft.ts';
import { blocksOf } from '../html/blocks.ts';
import { pageMetadata } from '../html/metadata.ts';
import { isHidden, type Page, type PageElement, parsePage } from '../html/page.ts';
import type { Source } from './source.ts';

/** A saved web page. */
export const html: Source = {
  name: 'HTML',
  extensions: ['.html', '.htm', '.xhtml'],
  read(text) {
    const page = parsePage(text);
    const metadata = pageMetadata(page);
    const draft: Draft = { ...metadata, origin: 'page', blocks: articleBlocks(page) };
    return [draft];
  },
};

/** The blocks of the page's article; of all of a page that is too small to have menus around one. */
function articleBlocks(page: Page): Block[] {
  for (const element of [...page.querySelectorAll('[hidden], [style], [class], [aria-hidden]')]) {
    if (isHidden(element)) element.remove();
  }
  const whole = blocksOf(page.body);
  const extracted = new Readability<PageElement>(page, { serializer: (node: PageElement) => node }).parse()
    ?.content;
  const article = extracted ? blocksOf(extracted) : [];
  return lengthOf(article) === 0 || lengthOf(whole) < SMALL_PAGE ? whole : article;
}

const SMALL_PAGE = 1_000;

function lengthOf(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}
