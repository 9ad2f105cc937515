import { UserError } from '../errors.ts';
import { latin1, signatureOf } from './signature.ts';

/** Text of a file, and what a moderator should know about how it was read. */
export interface Decoded {
  text: string;
  note?: string;
}

/** Share of control characters above which a file is not text. */
const MOST_CONTROL_CHARACTERS = 0.02;
const CONTROL_CHARACTERS = /(?!\s)\p{Cc}/gu;
const SAVE_AS_UTF8 = 'save it as UTF-8 text and add it again';

/**
 * Turns the bytes of a file into text: by its byte-order mark, as UTF-8, by the encoding that an HTML page
 * declares, and at last by what its bytes look like (UTF-16, windows-1251, windows-1252).
 * @throws {UserError} for a file that is empty, not text, or in an encoding that cannot be told.
 */
export function decode(bytes: Uint8Array, isHtml: boolean): Decoded {
  if (bytes.length === 0) throw new UserError('the file is empty');
  const kind = signatureOf(bytes);
  if (kind !== undefined) throw new UserError(`it is ${kind}, not text, whatever its name says`);

  const decoded = decodeBytes(bytes, isHtml);
  if (decoded.text.trim() === '') throw new UserError('the file holds no text, only spaces or marks');
  const controls = decoded.text.match(CONTROL_CHARACTERS)?.length ?? 0;
  if (controls > decoded.text.length * MOST_CONTROL_CHARACTERS) {
    throw new UserError('it is a binary file: too many of its bytes are no characters');
  }
  return decoded;
}

function decodeBytes(bytes: Uint8Array, isHtml: boolean): Decoded {
  const utf16 = utf16Order(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), note: 'read as UTF-16' };

  const utf8 = decodeStrictly('utf-8', bytes);
  if (utf8 !== undefined) return { text: utf8 };

  const declared = isHtml ? declaredEncoding(bytes) : undefined;
  if (declared !== undefined && declared !== 'utf-8') {
    return { text: new TextDecoder(declared).decode(bytes), note: `read as ${declared}` };
  }
  const damaged = new TextDecoder().decode(bytes);
  if (declared === 'utf-8' || isMostlyUtf8(bytes, damaged)) {
    return { text: damaged, note: 'damaged UTF-8: some characters could not be read' };
  }
  const legacy = looksCyrillic(bytes) ? 'windows-1251' : 'windows-1252';
  const text = new TextDecoder(legacy).decode(bytes);
  if (!isPlausible(text)) throw new UserError(`its encoding cannot be told: ${SAVE_AS_UTF8}`);
  return { text, note: `read as ${legacy}` };
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 by its byte-order mark, or by the NULs that half of the bytes of plain text would be. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, Math.min(bytes.length & ~1, 4096));
  const nuls = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (odd > sample.length * 0.2 && even < odd / 10) return 'utf-16le';
  if (even > sample.length * 0.2 && odd < even / 10) return 'utf-16be';
  return undefined;
}

/** The encoding that a page names in its first bytes, when it is one that can be read. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, 4096));
  const label = /<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    // A page that could be read this far as single bytes is not UTF-16, whatever it declares.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}

/** Whether nearly all characters outside ASCII are whole UTF-8, so that the others are damage. */
function isMostlyUtf8(bytes: Uint8Array, decoded: string): boolean {
  const surrogates = surrogatesIn(bytes);
  const broken = (decoded.match(/\ufffd/gu)?.length ?? 0) - 3 * surrogates;
  const whole = (decoded.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0) + surrogates;
  return broken === 0 || whole > broken * 3 || (broken <= 2 && bytes.length > 2000 && whole > broken);
}

/** Halves of characters that were written as if they were whole ones: three bytes that no other encoding has. */
function surrogatesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let i = bytes.indexOf(0xed); i !== -1; i = bytes.indexOf(0xed, i + 1)) {
    const [second = 0, third = 0] = bytes.subarray(i + 1, i + 3);
    if (second >= 0xa0 && second < 0xc0 && third >= 0x80 && third < 0xc0) count++;
  }
  return count;
}

/** In Cyrillic text letters above ASCII stand side by side; in Western text they stand alone among others. */
function looksCyrillic(bytes: Uint8Array): boolean {
  let high = 0;
  let besideAnother = 0;
  for (const [i, byte] of bytes.entries()) {
    if (byte < 0xc0) continue;
    high++;
    if ((bytes[i - 1] ?? 0) >= 0xc0) besideAnother++;
  }
  return besideAnother > high / 2;
}

/** Real words do not mix capitals into their middle; text read in the wrong encoding does. */
function isPlausible(text: string): boolean {
  const mixed = text.match(/\p{Ll}[^\P{Lu}\p{ASCII}]/gu)?.length ?? 0;
  const letters = text.match(/[^\P{L}\p{ASCII}]/gu)?.length ?? 0;
  const symbols = text.match(/[\u0080-\u00bf\u2020-\u2022\u2030\u20ac\u2122]/gu)?.length ?? 0;
  return mixed <= 2 + letters / 20 && symbols <= 10 + (letters + text.length / 20) / 2;
}
