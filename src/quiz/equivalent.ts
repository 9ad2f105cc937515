import type { AnswerKind } from '../model.ts';
import { numeralsIn } from '../numerals.ts';
import { aliasesOf } from '../retrieve/aliases.ts';
import { meets } from '../retrieve/calendar.ts';
import { timesIn } from '../retrieve/dates.ts';
import { fold, wordsOf } from '../retrieve/words.ts';

const TITLES =
  /^(?:the|a|an|mr|mrs|ms|dr|sir|president|prime minister|minister|chancellor|senator|king|queen|prince|former|then) /;

/** Whether two answers of a kind are one and the same, or one includes the other: then only one of them may be offered. */
export function areEquivalent(a: string, b: string, kind: AnswerKind): boolean {
  if (plain(a) === plain(b)) return true;
  switch (kind) {
    case 'day':
    case 'month':
    case 'year':
      return sameTime(a, b);
    case 'number':
    case 'money':
    case 'percentage':
      return sameNumber(a, b);
    default:
      return sameName(a, b);
  }
}

/** Lower case, without accents, articles, titles and punctuation. */
export function plain(text: string): string {
  let words = wordsOf(fold(text.replace(/[’']s?\b/g, '')))
    .map(({ word }) => word)
    .join(' ');
  for (let shorter = words.replace(TITLES, ''); shorter !== words; shorter = words.replace(TITLES, ''))
    words = shorter;
  return words;
}

function sameTime(a: string, b: string): boolean {
  const [one, other] = [timesIn(a)[0], timesIn(b)[0]];
  return one !== undefined && other !== undefined && meets(one.period, other.period);
}

function sameNumber(a: string, b: string): boolean {
  const [one, other] = [numeralsIn(a)[0]?.value, numeralsIn(b)[0]?.value];
  return one !== undefined && one === other;
}

/** "UK" and "United Kingdom", "Modi" and "Narendra Modi", "France" and "French". */
function sameName(a: string, b: string): boolean {
  const [one, other] = [formsOf(a), formsOf(b)];
  if (one.some((form) => other.includes(form))) return true;
  const [short, long] = [plain(a).split(' '), plain(b).split(' ')].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  return short.every((word) => long.includes(word));
}

function formsOf(name: string): string[] {
  const phrase = plain(name);
  const words = phrase.split(' ');
  const large = words.filter((word) => !/^(?:of|the|and|for|on|in)$/.test(word));
  const initials = (of: string[]) => of.map((word) => word.charAt(0)).join('');
  const short = words.length > 1 ? [initials(words), initials(large)] : [phrase.replaceAll(' ', '')];
  return [
    phrase,
    ...[...short, ...(words.length === 1 ? [phrase] : [])].flatMap((form) => [form, ...aliasesOf(form)]),
  ].filter((form) => form.length > 1);
}
