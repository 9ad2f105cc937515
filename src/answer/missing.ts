import { rarityInEnglish } from '../retrieve/english.ts';
import type { Query } from '../retrieve/query.ts';
import { missingNames, titleOf } from './asked-names.ts';
import type { Expected } from './expect.ts';
import { focusOf } from './focus.ts';
import type { Candidate, Judgement } from './judge.ts';

/** Below this chance that the sentences say what is asked, something of it is looked for that they leave open. */
const SURELY_SAID = 0.7;
const MOST_TERMS = 2;

/** How a question asks for what can be told by its form. */
const ASKED: Partial<Record<Expected, RegExp>> = {
  date: /\b(?:when|(?:which|what) (?:year|date|day|month|decade|century|time))\b/i,
  number: /\bhow (?:many|much|large|big|long|tall|high|far|old|often|fast|deep|wide|heavy)\b/i,
  money: /\bhow much\b|\b(?:cost|price|budget)\b/i,
  name: /\b(?:who|whom|whose|(?:which|what) \w+)\b/i,
  place: /\b(?:where|(?:which|what) \w+)\b/i,
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
  const absent = inAll(chosen, ({ ranked }) => missingNames(query, ranked.passage.article, ranked.sentences));
  if (absent.length > 0 || said >= SURELY_SAID) return absent;
  const apart = inAll(chosen, ({ ranked, sentence }) =>
    missingNames(
      query,
      ranked.passage.article,
      ranked.sentences.slice(Math.max(0, sentence - 1), sentence + 1),
    ),
  );
  if (apart.length > 0) return apart;
  if (chosen[0]?.features.unmet) return ASKED[expected]?.exec(query.text)?.slice(0, 1) ?? [];
  const has = (stem: string) =>
    chosen.some(
      ({ ranked }) =>
        titleOf(ranked.passage.article).stems.has(stem) ||
        ranked.sentences.some(({ stems }) => stems.has(stem)),
    );
  const focus = focusOf(query);
  if (focus && !has(focus.stem)) return [query.text.slice(focus.start, focus.end)];
  return query.terms
    .filter(({ stem }) => !has(stem))
    .sort((a, b) => rarityInEnglish(b.stem) - rarityInEnglish(a.stem))
    .slice(0, MOST_TERMS)
    .map(({ start, end }) => query.text.slice(start, end));
}

/** What is missing from every one of the sentences. */
function inAll(chosen: readonly Candidate[], missing: (candidate: Candidate) => string[]): string[] {
  const [first = [], ...others] = chosen.map(missing);
  return first.filter((name) => others.every((names) => names.includes(name)));
}
