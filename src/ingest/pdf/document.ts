import { getResolvedPDFJS } from 'unpdf';
import { messageOf, UserError } from '../../errors.ts';
import type { DocumentProperties } from '../properties.ts';
import { latin1 } from '../signature.ts';
import { type Line, linesOf, type Piece } from './lines.ts';

/** What a PDF document holds. */
export interface PdfDocument {
  /** The lines of each page, in the order in which the document has them. */
  pages: Line[][];
  properties: DocumentProperties;
}

const MOST_PAGES = 2_000;
const MOST_CHARACTERS = 8 * 1024 * 1024;
/** The end of a document is marked so near its last byte. */
const END_WITHIN = 4_096;
/** Browsers note when a page was printed, which is not when it was published. */
const BROWSER = /mozilla|chrom|skia|safari|firefox|wkhtml/i;

/** @throws {UserError} when the document cannot be opened, or not read to its end. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  if (!latin1(bytes.subarray(-END_WITHIN)).includes('%%EOF')) {
    throw new UserError('it is cut off before its end: fetch or save it again');
  }
  const { getDocument } = await getResolvedPDFJS();
  const task = getDocument({
    // A copy: the parser takes its bytes away.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    stopAtErrors: true,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) throw new UserError(`it has over ${MOST_PAGES} pages: split it`);
    const pages: Line[][] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.filter((item): item is typeof item & Piece => 'str' in item);
      characters += pieces.reduce((sum, { str }) => sum + str.length, 0);
      if (characters > MOST_CHARACTERS) throw new UserError('it holds over 8 MiB of text: split it');
      pages.push(linesOf(pieces, page.getViewport({ scale: 1 }).transform, number - 1));
      page.cleanup();
    }
    return { pages, properties: propertiesOf((await document.getMetadata()).info) };
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(problemOf(error));
  } finally {
    await task.destroy();
  }
}

function problemOf(error: unknown): string {
  if (error instanceof Error && error.name === 'PasswordException') {
    return 'it is locked with a password: save it without one';
  }
  return `it is a damaged PDF document (${messageOf(error)}): fetch or save it again`;
}

function propertiesOf(info: object): DocumentProperties {
  const { Title, Author, CreationDate, Creator, Producer } = info as Record<string, unknown>;
  const properties: DocumentProperties = {};
  if (typeof Title === 'string') properties.title = Title;
  if (typeof Author === 'string') properties.author = Author;
  if (typeof CreationDate === 'string' && !BROWSER.test(`${Creator} ${Producer}`)) {
    properties.created = CreationDate.replace(/^D:(\d{8}).*$/, '$1');
  }
  return properties;
}
