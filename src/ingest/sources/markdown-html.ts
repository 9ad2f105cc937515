/** Code is left alone; a comment and a tag are what must go. */
const PIECES =
  /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n(?:[\s\S]*?^ {0,3}\1[`~]*[ \t]*$|[\s\S]*)|(`{1,3})(?!`)[^`\n]+\2|<!--(?:[\s\S]*?-->|[\s\S]*)|<(\/?)([a-z][a-z\d-]*)((?:\s[^<>]*)?)\/?>/gim;
const BLOCKS =
  'address article aside blockquote br center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr iframe li main nav noscript ol p script section style summary table tbody td template tfoot th thead tr ul video';
const INLINE =
  'a abbr b big cite code del dfn em font i img ins kbd mark q s samp small source span strike strong sub sup time tt u var wbr';
const VOID = new Set('br hr img source wbr input'.split(' '));
const NEVER_SHOWN = new Set('script style template iframe noscript'.split(' '));
const HIDDEN =
  /\shidden\b|display\s*:\s*none|visibility\s*:\s*hidden|aria-hidden\s*=\s*["']?true|font-size\s*:\s*0/i;
const isBlock = new Set(BLOCKS.split(' '));
const isInline = new Set(INLINE.split(' '));

/** Markdown without the HTML in it: tags go and their text stays, but not comments, scripts and what a page would hide. */
export function withoutHtml(markdown: string): string {
  let text = '';
  let end = 0;
  /** Name of the hidden element that is open, and how many of its name are open in it. */
  let hidden: { name: string; depth: number } | undefined;
  for (const piece of markdown.matchAll(PIECES)) {
    const [whole, , , slash, tag, attributes = ''] = piece;
    const name = tag?.toLowerCase();
    if (name !== undefined && !isBlock.has(name) && !isInline.has(name)) continue;
    const before = markdown.slice(end, piece.index);
    end = piece.index + whole.length;
    if (hidden) {
      if (name === hidden.name) hidden.depth += slash === '/' ? -1 : 1;
      if (hidden.depth === 0) hidden = undefined;
      continue;
    }
    text += before;
    if (name === undefined) text += whole.startsWith('<!--') ? '' : whole;
    else if (slash !== '/' && !VOID.has(name) && (NEVER_SHOWN.has(name) || HIDDEN.test(attributes))) {
      hidden = { name, depth: 1 };
    } else if (name === 'br') text += /(?:^|\n)\s*\|[^\n]*$/.test(text.slice(-1000)) ? ' ' : '  \n';
    else if (isBlock.has(name)) text += '\n\n';
  }
  return hidden ? text : text + markdown.slice(end);
}
