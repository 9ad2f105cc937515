import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|[a-z][a-z\d]{1,30});/gi;
/** HTML has 2,231 names; text that uses more is made to keep a parser busy. */
const MOST_NAMES = 2_500;
const named = new Map<string, string>();

/** Text with its character references (`&amp;`, `&#8217;`) replaced by the characters they stand for. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string) => {
    if (decimal !== undefined) return characterOf(Number(decimal));
    if (hexadecimal !== undefined) return characterOf(Number.parseInt(hexadecimal, 16));
    return characterNamed(entity);
  });
}

function characterOf(code: number): string {
  // 128 to 159 are control characters that nobody means: browsers read them as windows-1252.
  if (code >= 128 && code < 160) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  return code > 0x10ffff ? '' : String.fromCodePoint(code);
}

function characterNamed(entity: string): string {
  const known = named.get(entity);
  if (known !== undefined || named.size >= MOST_NAMES) return known ?? entity;
  // Loaded where it is needed: most texts name no character.
  const { DomUtils, parseDocument } = require('htmlparser2') as typeof import('htmlparser2');
  const character = DomUtils.textContent(parseDocument(entity));
  named.set(entity, character);
  return character;
}
