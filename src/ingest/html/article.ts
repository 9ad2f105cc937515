import { Readability } from '@mozilla/readability';
import type { Block } from '../draft.ts';
import { blocksOf } from './blocks.ts';
import type { Page, PageElement } from './page.ts';

/** Characters of text below which a page has no menus around its article. */
const SMALL_PAGE = 1_000;
/** Share of an article's text above which lines that are links are what it is about, such as a list of addresses. */
const MOST_LINKS = 0.2;
const EMBEDDED_POSTS = 'blockquote.twitter-tweet, blockquote.instagram-media, blockquote.tiktok-embed';

/** The blocks of the page's article; all of the page when it is small or no article can be told from it. Takes the page apart. */
export function articleBlocks(page: Page): Block[] {
  freeEmbeddedPosts(page);
  const whole = blocksOf(page.body);
  if (lengthOf(whole) < SMALL_PAGE) return whole;
  const article = new Readability<PageElement>(page, { serializer: (node: PageElement) => node }).parse();
  if (!article?.content) return whole;
  removeLinesOfLinks(article.content);
  const blocks = blocksOf(article.content);
  return lengthOf(blocks) === 0 ? whole : blocks;
}

/** Posts that an article quotes look like share bars: full of links, in elements named after a network. */
function freeEmbeddedPosts(page: Page): void {
  for (const post of page.querySelectorAll(EMBEDDED_POSTS)) {
    for (const link of [...post.querySelectorAll('a')]) link.replaceWith(link.textContent ?? '');
    const text = textOf(post);
    for (let around = post.parentElement; around && textOf(around) === text; around = around.parentElement)
      around.removeAttribute('class');
  }
}

/** A paragraph or an item that is a link and no sentence leads to another article. */
function removeLinesOfLinks(article: PageElement): void {
  const lines = [...article.querySelectorAll('p, li')].filter(isLineOfLinks);
  const length = lines.reduce((sum, line) => sum + textOf(line).length, 0);
  if (length <= MOST_LINKS * textOf(article).length) for (const line of lines) line.remove();
}

function isLineOfLinks(line: PageElement): boolean {
  const text = textOf(line);
  const linked = [...line.querySelectorAll('a')].map(textOf).join('');
  return text !== '' && text === linked && !/[.!?。！？]["”’»]?$/u.test(text);
}

/** The text of an element without spaces. */
function textOf(element: PageElement): string {
  return (element.textContent ?? '').replace(/\s+/gu, '');
}

function lengthOf(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}
