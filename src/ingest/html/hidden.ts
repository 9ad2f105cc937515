import type { Page, PageElement } from './page.ts';

const END = String.raw`\s*(?=[;!"'}]|$)`;
/** Declarations that keep an element, or its text, from being seen. */
const HIDING = new RegExp(
  [
    String.raw`display\s*:\s*none`,
    String.raw`visibility\s*:\s*(?:hidden|collapse)`,
    String.raw`opacity\s*:\s*0*(?:\.0*)?%?${END}`,
    String.raw`font-size\s*:\s*(?:0+(?:\.0+)?(?:[a-z]{1,4}|%)?|0?\.\d+p[xt]|1p[xt])${END}`,
    String.raw`text-indent\s*:\s*-\d{3,}`,
    String.raw`(?:left|top|right|bottom)\s*:\s*-\d{3,}`,
    String.raw`clip\s*:\s*rect\(\s*[01](?:px)?[\s,]`,
    String.raw`clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)`,
    String.raw`transform\s*:\s*scale\(\s*0\s*\)`,
  ]
    .map((declaration) => String.raw`(?<![\w-])${declaration}`)
    .join('|'),
  'i',
);
const HIDDEN_CLASSES = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|hide-text)(?:\s|$)/i;
const STYLE = /<style\b[^<>]*>([\s\S]*?)(?:<\/style\s*>|$)/gi;
const CSS_COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g;
/** Rules of more than one class or name depend on what else is on the page. */
const PLAIN_SELECTOR = /^[a-z\d]*[.#][\w-]+$/i;
const LONGEST_SELECTOR = 200;
const SHOWING = /display\s*:|visibility\s*:|opacity\s*:/i;

/** Whether a page would not show an element to its readers, by its own attributes. */
export function isHidden(element: PageElement): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  if (hides(element.getAttribute('style') ?? '')) return true;
  return HIDDEN_CLASSES.test(element.getAttribute('class') ?? '');
}

function hides(style: string): boolean {
  return HIDING.test(style);
}

/**
 * Takes out of a page what it does not show to its readers.
 * @param html the page with its style sheets
 */
export function removeHidden(page: Page, html: string): void {
  const selectors = hiddenSelectors(html);
  for (const element of [...page.body.querySelectorAll('[hidden], [style], [class], [id], [aria-hidden]')]) {
    if (isHidden(element) || selectorsOf(element).some((selector) => selectors.has(selector)))
      element.remove();
  }
}

/** The selectors of one class or name that an element fits. */
function selectorsOf(element: PageElement): string[] {
  const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter((name) => name !== '');
  const id = element.getAttribute('id');
  const names = [...classes.map((name) => `.${name}`), ...(id ? [`#${id}`] : [])];
  return names.flatMap((name) => [name, `${element.localName}${name}`]);
}

/**
 * What the style sheets in a page always hide: rules for a class or a name, unless another rule for the same shows it
 * or it is only meant for some screens.
 */
function hiddenSelectors(html: string): Set<string> {
  const hidden = new Set<string>();
  const shown = new Set<string>();
  for (const [, css = ''] of html.matchAll(STYLE)) {
    for (const rule of topLevel(css).split('}')) {
      const [selectors = '', style = ''] = rule.split('{');
      for (const name of selectors.split(',').map((selector) => selector.trim())) {
        if (name.length > LONGEST_SELECTOR) continue;
        if (hides(style) && PLAIN_SELECTOR.test(name)) hidden.add(name);
        else if (SHOWING.test(style)) shown.add(lastOf(name));
      }
    }
  }
  return new Set([...hidden].filter((selector) => !shown.has(lastOf(selector))));
}

/** The sheet without the rules that `@media` and its like put under a condition. */
function topLevel(css: string): string {
  let rules = '';
  let depth = 0;
  let conditional = 0;
  for (const piece of css.replace(CSS_COMMENT, ' ').split(/(?<=[{};])/)) {
    if (piece.endsWith('{')) {
      depth++;
      if (conditional === 0 && /^\s*@/.test(piece)) conditional = depth;
    }
    if (conditional === 0) rules += piece;
    if (piece.endsWith('}')) {
      if (depth === conditional) conditional = 0;
      depth = Math.max(0, depth - 1);
    }
  }
  return rules;
}

/** The class or name that a selector ends with. */
function lastOf(selector: string): string {
  return /[.#][\w-]+(?=[^.#\s]*$)/.exec(selector)?.[0] ?? selector;
}
