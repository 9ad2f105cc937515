import { UserError } from '../../errors.ts';
import { countWords } from '../clean/prose.ts';
import type { Draft } from '../draft.ts';
import { withoutGaps } from '../metadata.ts';
import { metadataOfProperties } from '../properties.ts';
import { blocksOf } from './blocks.ts';
import { rowsOf } from './columns.ts';
import { openPdf } from './document.ts';
import { withoutEdges } from './edges.ts';

/** Fewer words on a page than this, all pages together, are the stamps on pictures of pages. */
const FEWEST_WORDS_A_PAGE = 3;
/** Share of characters without meaning above which the letters of a font cannot be told. */
const MOST_MEANINGLESS = 0.1;

/**
 * The article in a PDF document: paragraphs made of its lines, without the heads, feet and numbers of its pages.
 * @throws {UserError} when the document is damaged or locked, or has no text in it
 */
export async function readPdf(bytes: Uint8Array): Promise<Draft> {
  const { pages, properties } = await openPdf(bytes);
  const { pages: bodies, url } = withoutEdges(pages);
  const { headline, blocks } = blocksOf(bodies.flatMap(rowsOf));
  const text = blocks.map((block) => block.text).join('\n');
  if (countWords(text) < FEWEST_WORDS_A_PAGE * pages.length) {
    throw new UserError(
      'its pages are pictures without text: run text recognition (OCR) on it and add the result',
    );
  }
  const meaningless = text.match(/[\p{Co}\p{Cn}\ufffd]|(?!\s)\p{Cc}/gu)?.length ?? 0;
  if (meaningless > text.length * MOST_MEANINGLESS) {
    throw new UserError(
      'its fonts do not say which letters they hold: print it to a PDF again, or save its text',
    );
  }
  const { title = headline, ...metadata } = metadataOfProperties(properties, blocks);
  return { ...metadata, ...withoutGaps({ title, url }), origin: 'page', blocks };
}
