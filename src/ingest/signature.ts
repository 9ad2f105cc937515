/** First bytes of kinds of files that are not text, whatever their name says. */
const SIGNATURES: [kind: string, bytes: string][] = [
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['a PDF document', '%PDF-'],
  ['a ZIP archive (or an Office document, which is one)', 'PK\x03\x04'],
  ['an empty ZIP archive', 'PK\x05\x06'],
  ['a gzip archive', '\x1f\x8b'],
  ['a RAR archive', 'Rar!\x1a'],
  ['a 7z archive', '7z\xbc\xaf'],
  ['an Office document that is old or locked with a password', '\xd0\xcf\x11\xe0'],
  ['a program', '\x7fELF'],
  ['a program', 'MZ\x90'],
  ['a sound or video file', 'OggS\0'],
  ['an SQLite database', 'SQLite format 3'],
  ['an RTF document', '{\\rtf'],
];
/** A PDF may have other bytes before its own. */
const PDF_WITHIN = 1024;

/** What a file is by its first bytes, for a person; `undefined` when they are of no known kind. */
export function signatureOf(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, 16));
  if (start.slice(4, 8) === 'ftyp') return 'a sound or video file';
  return SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0];
}

/** Whether a file is a PDF document; one whose name says so may have other bytes before its first own. */
export function isPdf(bytes: Uint8Array, isNamedSo: boolean): boolean {
  return isNamedSo
    ? latin1(bytes.subarray(0, PDF_WITHIN)).includes('%PDF-')
    : latin1(bytes.subarray(0, 8)).replace(/^\s+/, '').startsWith('%PDF-');
}

/** Whether a file is a ZIP archive, as documents of Word are. */
export function isZip(bytes: Uint8Array): boolean {
  return ['PK\x03\x04', 'PK\x05\x06'].includes(latin1(bytes.subarray(0, 4)));
}

/** Bytes as characters of the same number. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
