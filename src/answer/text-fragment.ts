import type { Citation } from '../model.ts';

/** Quotes of more words than this are named by their first and last words. */
const WHOLE_QUOTE_WORDS = 8;
const EDGE_WORDS = 4;

const words = new Intl.Segmenter('en', { granularity: 'word' });

/** The quotes that a link can mark: those of the body, for the page may say otherwise what stands in the head. */
export function quotesToMark(cited: readonly Pick<Citation, 'quote' | 'inHead'>[]): string[] {
  return cited.filter(({ inHead }) => !inHead).map(({ quote }) => quote);
}

/**
 * The address with text fragments that make a browser scroll to the quotes and mark them
 * (`#:~:text=start,end`); `undefined` when the address is not one to link to.
 * @param url http or https.
 */
export function linkToQuotes(url: string, quotes: readonly string[]): string | undefined {
  const address = linkable(url);
  if (address === undefined || quotes.length === 0) return address;
  const [page, ...anchor] = address.split('#');
  const [element = ''] = anchor.join('#').split(':~:');
  return `${page}#${element}:~:${quotes.map((quote) => `text=${textDirective(quote)}`).join('&')}`;
}

/**
 * The address as it may stand in `[title](<address>)`; `undefined` unless it is http or https
 * without a name or password in it.
 */
export function linkable(url: string): string | undefined {
  const address = URL.parse(url);
  if (address === null || !/^https?:$/.test(address.protocol)) return undefined;
  if (address.username !== '' || address.password !== '') return undefined;
  return address.href.replace(/[()<>\\|"`\s]/g, encode);
}

/** `start`, or `start,end` for a long quote; cut between words, as browsers match whole words only. */
function textDirective(quote: string): string {
  const text = quote.toWellFormed().replace(/\s+/g, ' ').trim();
  const found = [...words.segment(text)].filter(({ isWordLike }) => isWordLike);
  const startEnd = found[EDGE_WORDS - 1];
  const endStart = found.at(-EDGE_WORDS);
  if (found.length <= WHOLE_QUOTE_WORDS || startEnd === undefined || endStart === undefined)
    return encode(text);
  const start = text.slice(0, startEnd.index + startEnd.segment.length);
  const last = found.at(-1) ?? endStart;
  const end = text.slice(endStart.index, last.index + last.segment.length);
  return `${encode(start)},${encode(end)}`;
}

/** Percent-encodes everything that means something in a text directive or in Discord's markup. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[-!'()*_~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
