import { UserError } from '../../errors.ts';
import type { Draft } from '../draft.ts';
import { withoutGaps } from '../metadata.ts';
import { metadataOfProperties } from '../properties.ts';
import { openZip, type ZipEntry } from '../zip.ts';
import { bodyOf } from './body.ts';
import { propertiesOf } from './properties.ts';
import { stylesOf } from './styles.ts';

/** Bytes of one part of a document, unpacked. */
const LARGEST_PART = 32 * 1024 * 1024;

/**
 * The article in a document of Word: its headings, paragraphs, lists and tables as they stand after all changes.
 * @throws {UserError} when the document is damaged, locked or too large
 */
export async function readDocx(bytes: Uint8Array): Promise<Draft> {
  const entries = new Map((await openZip(bytes)).map((entry) => [entry.name, entry]));
  const part = async (name: string) => textOf(entries.get(name));
  const styles = stylesOf(await part('word/styles.xml'));
  const { title: styled, blocks } = bodyOf(await part('word/document.xml'), styles);
  const properties = propertiesOf(await part('docProps/core.xml'));
  const metadata = metadataOfProperties(properties, blocks);

  const title = styled ?? metadata.title;
  const [first, ...rest] = blocks;
  if (title === undefined && first?.kind === 'heading') {
    return { ...metadata, title: first.text, origin: 'page', blocks: rest };
  }
  return { ...metadata, ...withoutGaps({ title }), origin: 'page', blocks };
}

async function textOf(entry: ZipEntry | undefined): Promise<string> {
  if (entry === undefined) return '';
  if (entry.isLocked) throw new UserError('it is locked with a password: save it without one');
  if (entry.size > LARGEST_PART) {
    throw new UserError(`its text has over ${LARGEST_PART / 1024 / 1024} MiB when unpacked: split it`);
  }
  return new TextDecoder().decode(await entry.read());
}
