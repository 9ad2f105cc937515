import { createRequire } from 'node:module';
import { UserError } from '../../errors.ts';

const require = createRequire(import.meta.url);

/** The part of the DOM that reading a page needs. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

/** An element of a page. */
export interface PageElement extends PageNode {
  readonly localName: string;
  readonly parentElement: PageElement | null;
  readonly firstElementChild: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
  removeAttribute(name: string): void;
  replaceWith(text: string): void;
}

/** A whole page. */
export interface Page extends PageElement {
  readonly documentElement: PageElement;
  readonly body: PageElement;
}

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;

/** Pages of news sites have a few thousand elements, nested some forty deep; parsing slows down with both. */
const MOST_ELEMENTS = 30_000;
const MOST_ENTITIES = 100_000;
const DEEPEST = 150;

/** Scripts other than linked data, styles and comments: nothing in them is read. */
const UNREAD =
  /<!--[\s\S]*?(?:-->|$(?![\s\S]))|<(script|style)\b(?![^<>]*ld\+json)[^<>]*>[\s\S]*?(?:<\/\1\s*>|$(?![\s\S]))/gi;
const TAG = /<(?=[a-z/!?])/gi;
const BARE_BRACKET = /<(?![a-z/!?])/gi;

/**
 * Parses a page or a piece of one.
 * @throws {UserError} for a page that is too large or too deeply nested to be read in reasonable time.
 */
export function parsePage(html: string): Page {
  const markup = html.replace(UNREAD, '').replace(BARE_BRACKET, '&lt;');
  if (count(markup, TAG) > 2 * MOST_ELEMENTS) {
    throw new UserError(
      `the page has over ${MOST_ELEMENTS} elements: save only its article and add it again`,
    );
  }
  if (count(markup, /&/g) > MOST_ENTITIES) {
    throw new UserError(`the page has over ${MOST_ENTITIES} character references: save it as plain text`);
  }
  const isWhole = /<(?:html|body)[\s>]/i.test(markup);
  const source = isWhole ? markup : `<html><body>${markup}</body></html>`;
  // Loaded with the first page: it takes as long to load as all else that reads files.
  const { parseHTML } = require('linkedom') as typeof import('linkedom');
  const { document } = parseHTML(source) as unknown as { document: Page };
  if (depthOf(document.documentElement) > DEEPEST) {
    throw new UserError(
      `the page nests its elements over ${DEEPEST} deep: save only its article and add it again`,
    );
  }
  return document;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Without recursion: the page may be deeper than the stack. */
function depthOf(root: PageElement): number {
  let deepest = 0;
  let depth = 0;
  let element: PageElement | null = root;
  while (element) {
    deepest = Math.max(deepest, depth);
    if (element.firstElementChild) {
      element = element.firstElementChild;
      depth++;
      continue;
    }
    while (element && element !== root && !element.nextElementSibling) {
      element = element.parentElement;
      depth--;
    }
    element = element === root || !element ? null : element.nextElementSibling;
  }
  return deepest;
}
