import { publisherOf } from '../metadata.ts';
import { countWords } from './prose.ts';

const MARK = /^.{0,40}?(?:copyright|©|\([cс]\))(?:\s|©|:|copyright|\([cс]\))*/iu;
const YEARS = /(?:\b(?:1[89]|20)\d\d(?:\s*[-–—]\s*(?:\d{2,4}|present))?[\s,.]*)+/giu;
const RIGHTS = /[\s.,|·–—-]*(?:\ball rights (?:are )?reserved|\bunless otherwise\b|\bpowered by\b).*$/iu;
/** Names of publishers are short; what is longer is a sentence about rights. */
const MOST_WORDS = 8;

/** Who holds the copyright, by the last of a page's legal lines that says so. */
export function copyrightHolder(lines: readonly string[]): string | undefined {
  for (const line of lines.toReversed()) {
    if (!MARK.test(line)) continue;
    const holder = line
      .replace(RIGHTS, '')
      .replace(MARK, '')
      .replace(YEARS, ' ')
      .replace(/^\s*by\s+/iu, '')
      .split(/\s*[|·]\s*|(?<!\b(?:Co|Inc|Ltd|Pvt|St|Corp|Bros))\.\s+(?=\p{Lu}\p{Ll})/u, 1)[0]
      ?.replace(/[\s.,–—-]+$/u, '');
    if (holder && countWords(holder) <= MOST_WORDS && /\p{L}/u.test(holder)) return publisherOf(holder);
  }
  return undefined;
}
