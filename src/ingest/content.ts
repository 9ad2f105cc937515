import { UserError } from '../errors.ts';
import { unknownType } from './folder.ts';
import { isPdf, isZip, signatureOf } from './signature.ts';
import { docx } from './sources/docx.ts';
import { sourceOf } from './sources/index.ts';
import { pdf } from './sources/pdf.ts';
import type { Source } from './sources/source.ts';
import { zip } from './sources/zip.ts';

/**
 * How a file is read: as what its bytes say it is, and else by the ending of its name.
 * @throws {UserError} when its type is not read, or its name promises what its bytes are not
 */
export async function sourceOfContent(
  path: string,
  bytes: Uint8Array,
): Promise<{ source: Source; note?: string }> {
  const named = sourceOf(path);
  if (named === undefined) throw new UserError(unknownType(path));
  if (bytes.length === 0) throw new UserError('the file is empty');
  const found = await sourceOfBytes(bytes, named);
  if (found === undefined && named.kind !== 'text') {
    const kind = signatureOf(bytes) ?? 'something else, or damaged';
    throw new UserError(`its name says ${named.name}, but it is ${kind}: save it as ${named.name} again`);
  }
  if (found === undefined || found === named) return { source: named };
  return { source: found, note: `read as ${found.name}, which it is whatever its name says` };
}

async function sourceOfBytes(bytes: Uint8Array, named: Source): Promise<Source | undefined> {
  if (isPdf(bytes, named === pdf)) return pdf;
  if (!isZip(bytes)) return undefined;
  const { officeType } = await import('./zip.ts');
  const type = await officeType(bytes);
  if (type === 'Word') return docx;
  if (type !== undefined) {
    throw new UserError(`it is a document of ${type}: save it as PDF or plain text and add that`);
  }
  if (named === docx) throw new UserError('there is no text of Word in it: save it as DOCX again');
  return zip;
}
