import type { Span } from '../model.ts';
import { namesIn } from '../retrieve/stems.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';
import { comparedIn } from './comparison.ts';
import { measureAsked, measuredIn } from './measures.ts';
import { AUXILIARY, OPENING } from './question-words.ts';

/** One side of a question about several: the question as if only this one had been asked about. */
export interface Side {
  /** The name of the side, as the question wrote it. */
  label: string;
  text: string;
}

export interface Sides {
  sides: Side[];
  /** Whether they are asked about together when one sentence names them all: "When did India join the MTCR and the WA?" */
  mayBeOne: boolean;
}

/** What stands between two names that are asked about side by side: "France and with the UK", "CNES vs ISRO". */
const BETWEEN =
  /^(?:['’]s?)?\s*(?:,\s*)?(?:and|or|vs\.?|versus|compared (?:to|with)|as well as|,)\s+(?:(?:of|with|by|for|in|from|to|at|on)\s+)?(?:both\s+)?(?:the\s+)?$/i;
/** "… have more members than the": what is compared is said before the second name. */
const THAN = /^.*\b(?:than|compared (?:to|with))\s+(?:(?:of|with|by|for|in|from|to|at|on)\s+)?(?:the\s+)?$/iu;
/**
 * What says that names are set side by side, where "India and France" alone may act together: a word such as
 * "compare", "versus" or "or", or a preposition that is said again ("with France and with the UK").
 */
const APART = /\b(?:compare|comparison|differ|difference|versus|vs|both|each|respectively)\b/i;
const COMPARES = /\b(?:compar\w+|differ\w*|distinctions?|similarit\w+|contrast|distinguish|versus|vs)\b/i;
const SAID_AGAIN = /\bor\b|\bversus\b|\bvs\b|\b(?:and|,)\s+(?:of|with|by|for|in|from|to|at|on)\b/i;
/** "When were", before two names: each has a date of its own. */
const OF_EACH = /^(?:when|where|who|what|how \w+) (?:are|were)(?: the)? $/iu;
const DONE_TO_EACH =
  /^\s*(?:(?:first|originally|officially) )?(?:founded|formed|established|created|set up|launched|built|opened|completed|born|based|located|headquartered|adopted|published|elected|appointed|discovered|invented|named|introduced)?\s*\??$/iu;
/** Before the things that one question asks about in turn: "Is China in the", "When did India join the". */
const WITH_EACH = new RegExp(
  `^(?:(?:when|where|why|how) )?${AUXILIARY} (?!.*\\b(?:between|among)\\b).*\\b[\\p{L}’'-]+ (?:the )?$`,
  'iu',
);
const ASIDE = /\b(?:of|with|by|for|in|from|to|at|on) (?:the )?$/iu;
const POSSESSIVE = /['’]s?$/u;
/** Verbs that ask, where they open a question. */
const ASKS = /^(?:compare|contrast|distinguish|list|summari[sz]e|difference|differences|comparison)$/;
const AUXILIARY_AND_MORE = new RegExp(`^(?:${OPENING} )?${AUXILIARY} (?:the )?$`, 'iu');
/** Said of the sides together, or of their comparison, not of one of them. */
const OF_ALL =
  /\b(?:(?:(?:key|main|biggest|major) )?(?:differences?|distinctions?|comparisons?|similarit(?:y|ies)) (?:there )?(?:is |are )?(?:between|of|in|among)|(?:please )?(?:compare|contrast|distinguish)(?: between)?|differ|both|respectively|each of|each)(?=[\s?,.]|$)[,\s]*/giu;
/** "Does the league have more boats than the club?" */
const IS_EITHER = /\b(?:than|or)\b/iu;
/** Which of two is older is seen from their dates. */
const ASKS_AGE = /\b(?:older|oldest|younger|youngest|newer)\b/i;
const MOST_SIDES = 4;

/**
 * The sides of a question that asks for the same of several things, such as "Where are the headquarters of ISRO
 * and of CNES?"; none when it does not.
 */
export function sidesOf(question: string): Sides {
  const names = namesOf(question);
  const surely = [
    ASKS_AGE.test(question) ? [] : measuredIn(question),
    sidesOfThan(question, names),
    sidesSetApart(question, names),
    comparedIn(question),
  ];
  const sides = surely.find((found) => found.length > 0);
  return sides ? { sides, mayBeOne: false } : { sides: sidesInTurn(question, names), mayBeOne: true };
}

/** "Has the NSG more members than the MTCR?" */
function sidesOfThan(question: string, names: readonly Span[]): Side[] {
  const [first, ...others] = names;
  const last = others.find(({ start }) => THAN.test(question.slice(0, start)));
  if (!first || !last) return [];
  const before = question.slice(0, last.start).replace(/[\s,]*\b(?:than|compared (?:to|with))\b.*$/iu, '');
  // "more with France than with the UK": the one that is compared follows the same word.
  const preposition = /\b(?:of|with|by|for|in|from|to|at|on)(?= (?:the )?$)/iu.exec(
    question.slice(0, last.start),
  )?.[0];
  const other = preposition
    ? names.find(({ start }) => new RegExp(`\\b${preposition} (?:the )?$`, 'iu').test(before.slice(0, start)))
    : ASIDE.test(question.slice(0, first.start))
      ? undefined
      : first;
  if (!other || other.end > before.length) return [];
  return [other, last].map((name) =>
    sideOf(question, name, { ...other, text: before + question.slice(last.end) }),
  );
}

/** Names that words such as "versus" or "both" set apart. */
function sidesSetApart(question: string, names: readonly Span[]): Side[] {
  const group = groupOf(question, names);
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return [];
  const isApart =
    APART.test(question) ||
    SAID_AGAIN.test(question.slice(first.end, last.start)) ||
    group.every(({ start, end }) => POSSESSIVE.test(question.slice(start, end)));
  return isApart ? sidesOfGroup(question, group) : [];
}

/** Names that the question goes through one by one: "When were CNES and ISRO founded?" */
function sidesInTurn(question: string, names: readonly Span[]): Side[] {
  // "The Economic and Trade Agreement" is one name.
  const isOne = names.some(
    ({ start, end }) =>
      /\bthe $/iu.test(question.slice(0, start)) && /\band (?!the )/iu.test(question.slice(start, end)),
  );
  const group = isOne ? [] : groupOf(question, names);
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return [];
  const [before, after] = [question.slice(0, first.start), question.slice(last.end)];
  const isDone = OF_EACH.test(before) && DONE_TO_EACH.test(after);
  const isMet = WITH_EACH.test(before) && !AUXILIARY_AND_MORE.test(before);
  return isDone || isMet ? sidesOfGroup(question, group) : [];
}

/** The names that stand side by side; none when there are several such groups. */
function groupOf(question: string, names: readonly Span[]): Span[] {
  const groups: Span[][] = [];
  for (const name of names.flatMap((span) => splitAtJoiners(question, span))) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && BETWEEN.test(question.slice(last.end, name.start))) group.push(name);
    else groups.push([name]);
  }
  const [group = [], ...others] = groups
    .filter((members) => members.length > 1)
    .map((members) => alike(question, members));
  return others.length > 0 || group.length > MOST_SIDES ? [] : group;
}

/** "Category I and Category II of the list" are of one list: the last name is as long as the others. */
function alike(question: string, group: Span[]): Span[] {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return group;
  const words = ({ start, end }: Span) => question.slice(start, end).split(' ');
  const [length, own] = [words(first).length, words(last)];
  if (words(first)[0] !== own[0] || !/^(?:of|for|in|on)$/i.test(own[length] ?? '')) return group;
  return [
    ...group.slice(0, -1),
    { start: last.start, end: last.start + own.slice(0, length).join(' ').length },
  ];
}

function sidesOfGroup(question: string, group: readonly Span[]): Side[] {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return [];
  const text = question.slice(0, first.end) + question.slice(last.end);
  return group.map((name) => sideOf(question, name, { ...first, text }));
}

/** The question `text` with a name in the place of another. */
function sideOf(question: string, name: Span, place: Span & { text: string }): Side {
  const label = question.slice(name.start, name.end).replace(POSSESSIVE, '');
  const own =
    place.text.slice(0, place.start) + question.slice(name.start, name.end) + place.text.slice(place.end);
  if (ASKS_AGE.test(question)) return { label, text: `When was ${label} founded?` };
  const whole = own.replace(OF_ALL, '').replace(/^[\s,:]+|[\s,]+(?=[?.]|$)/gu, '');
  const text = (IS_EITHER.test(question) && measureAsked(whole)) || whole;
  const isBare = wordsOf(text.replace(label, '')).every(({ word }) => isStopWord(word));
  return { label, text: isBare && COMPARES.test(question) ? `What is ${label}?` : text };
}

/** Names without the question words that may open them: "Is China" is the name "China". */
function namesOf(question: string): Span[] {
  return namesIn(` ${question}`).flatMap(({ start, end }) => {
    const span = { start: start - 1, end: end - 1 };
    if (span.start > 0) return [span];
    const name = wordsOf(question.slice(0, span.end)).find(
      (word) =>
        (!isStopWord(word.word) || /^\p{Lu}{2,}$/u.test(question.slice(word.start, word.end))) &&
        !ASKS.test(word.word),
    );
    return name ? [{ start: name.start, end: span.end }] : [];
  });
}

/** A run of names may hold several joined by "and": "France and the United Kingdom". */
function splitAtJoiners(question: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const joiner of question
    .slice(start, end)
    .matchAll(/\s+(?:and|or)\s+(?:(?:of|with|in|for)\s+)?(?:the\s+)?/gi)) {
    parts.push({ start: from, end: start + joiner.index });
    from = start + joiner.index + joiner[0].length;
  }
  return [...parts, { start: from, end }];
}
