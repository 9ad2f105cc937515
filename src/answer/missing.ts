import { rarityInEnglish } from '../retrieve/english.ts';
import type { Query } from '../retrieve/query.ts';
import type { Word } from '../retrieve/words.ts';
import { missingNames, titleOf } from './asked-names.ts';
import type { Expected } from './expect.ts';
import { focusOf } from './focus.ts';
import type { Candidate, Judgement } from './judge.ts';
import { type Meant, meantBy } from './meant-words.ts';

/** Below this chance that the sentences say what is asked, names that are not beside them are told, */
const LIKELY_SAID = 0.6;
/** and below this one, that they lack the kind of words, the thing or another word that is asked for. */
const SURELY_SAID = 0.8;
const MOST_TERMS = 2;
/**
 * Everyday words, such as "leave", are soon said otherwise: those of this rarity in English and more are told; where the
 * sentences likely say what is asked, only those that are not there in other words either.
 */
const TELLING = 0.5;
/** Below this chance everyday words of this rarity are told too. */
const HARDLY_SAID = 0.3;
const TELLING_THEN = 0.3;

/** How a question asks for what can be told by its form. */
const ASKED: Partial<Record<Expected, RegExp>> = {
  date: /\b(?:when|(?:which|what) (?:year|date|day|month|decade|century|time))\b/i,
  duration: /\bhow long\b/i,
  frequency: /\bhow (?:often|frequently)\b/i,
  number: /\bhow (?:many|much|large|big|tall|high|far|old|fast|deep|wide|heavy)\b/i,
  percentage: /\b(?:(?:which|what) \w+|how much|percentage|share)\b/i,
  money: /\b(?:how much|cost|price|budget)\b/i,
  person: /\b(?:who|whom|whose|(?:which|what) \w+)\b/i,
  country: /\b(?:which|what) \w+\b/i,
};

/**
 * What the chosen sentences leave open, in the words of the question: names and numbers that their passages do not
 * have; and when it is doubtful that they say what is asked, the next best reason for the doubt.
 */
export function missingFrom(
  query: Query,
  { expected, said }: Pick<Judgement, 'expected' | 'said'>,
  chosen: readonly Candidate[],
): string[] {
  const [best] = chosen;
  const absent = inAll(chosen, ({ ranked }) => missingNames(query, ranked.passage.article, ranked.sentences));
  if (!best || absent.length > 0 || said >= SURELY_SAID) return absent;
  const apart = said < LIKELY_SAID ? missingBeside(query, best) : [];
  if (apart.length > 0) return apart;
  const asked = ASKED[expected]?.exec(query.text)?.[0];
  // A gloss asks in English, which was not the asker's word.
  if (asked !== undefined && !query.gloss && best.features.expected === 0) return [asked];
  const absentTerms = query.terms.filter(({ stem }) => !chosen.some((candidate) => holds(candidate, stem)));
  const focus = focusOf(query);
  if (focus && absentTerms.some(({ stem }) => stem === focus.stem)) {
    return [query.text.slice(focus.start, focus.end)];
  }
  const meant = meantBy(query);
  const isTelling = ({ stem }: Word) =>
    rarityInEnglish(stem) >= (said < HARDLY_SAID ? TELLING_THEN : TELLING) &&
    (said < LIKELY_SAID || !chosen.some((candidate) => means(candidate, stem, meant)));
  return absentTerms
    .filter(isTelling)
    .sort((a, b) => rarityInEnglish(b.stem) - rarityInEnglish(a.stem))
    .slice(0, MOST_TERMS)
    .map(({ start, end }) => query.text.slice(start, end));
}

/** Names and numbers of the question that stand neither in a sentence, nor in the one before it, nor in the title. */
function missingBeside(query: Query, { ranked, sentence }: Candidate): string[] {
  const beside = ranked.sentences.slice(Math.max(0, sentence - 1), sentence + 1);
  return missingNames(query, ranked.passage.article, beside);
}

function holds({ ranked: { passage, sentences } }: Candidate, stem: string): boolean {
  return titleOf(passage.article).stems.has(stem) || sentences.some(({ stems }) => stems.has(stem));
}

/** Whether the passage of a sentence says a term in other words. */
function means({ ranked: { sentences } }: Candidate, stem: string, meant: Meant): boolean {
  return sentences.some(({ words }) =>
    words.some((word) => meant.get(word.stem)?.some((term) => term.stem === stem)),
  );
}

/** What is missing from every one of the sentences. */
function inAll(chosen: readonly Candidate[], missing: (candidate: Candidate) => string[]): string[] {
  const [first = [], ...others] = chosen.map(missing);
  return first.filter((name) => others.every((names) => names.includes(name)));
}
