import type { Answer, Claim } from '../../src/model.ts';
import type { Label } from './sets/question-set.ts';

/** How much of what was expected the claims hold, 0 to 1. */
export interface Verdict {
  /** Of the first claim alone. */
  first: number;
  /** Of all claims together. */
  any: number;
}

/** What an answer is worth; without claims, nothing. */
export function judge({ claims, citations }: Pick<Answer, 'claims' | 'citations'>, label: Label): Verdict {
  const cited = new Map(citations.map((citation) => [citation.n, citation]));
  const cites = (claim: Claim) =>
    claim.citations.some((n) => label.articleIds.includes(cited.get(n)?.articleId ?? ''));
  // A claim under the title of its article names it; under another name it only repeats the question.
  const textOf = ({ text, label: name, citations: own }: Claim) =>
    own.some((n) => cited.get(n)?.title === name) ? `${name} ${text}` : text;
  const worth = (shown: readonly Claim[]) => shareHeld(shown.filter(cites).map(textOf), label);
  return { first: worth(claims.slice(0, 1)), any: worth(claims) };
}

function shareHeld(texts: readonly string[], { strings, all }: Label): number {
  const held = strings.filter((string) => texts.some((text) => holds(text, string)));
  if (all) return held.length / strings.length;
  return held.length > 0 ? 1 : 0;
}

/**
 * Whether words stand in a text as whole words: "10" is not in "2010". Case, spacing, and the shape of quotation
 * marks and dashes do not matter.
 */
export function holds(text: string, words: string): boolean {
  const [inside, sought] = [plain(text), plain(words)];
  for (let at = inside.indexOf(sought); at !== -1; at = inside.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    if (!cutsWord(inside, at) && !cutsWord(inside, end)) return sought !== '';
  }
  return false;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function cutsWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at] ?? '');
}
