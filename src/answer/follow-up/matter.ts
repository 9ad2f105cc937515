import type { Span } from '../../model.ts';
import { namesIn } from '../../retrieve/stems.ts';
import { moved, overlap, spansOf } from '../../spans.ts';
import { countriesIn } from '../countries.ts';
import { dates } from '../forms.ts';
import { AUXILIARY, INVERTED, OPENING, REQUEST } from '../question-words.ts';

/** What a name is one of: only what is of one kind takes the place of another. */
export type Kind = 'time' | 'country' | 'name' | 'noun';

/** A phrase of a question that another could take the place of. */
export interface Slot extends Span {
  text: string;
  kind: Kind;
}

const REQUESTED = new RegExp(`^${REQUEST} `, 'iu');
const OPENS = new RegExp(`^(?:${OPENING}|${AUXILIARY})\\b`, 'iu');
const INVERSION = new RegExp(
  `^(?<opening>${OPENING})(?: (?<noun>(?!${AUXILIARY}\\b)(?:[\\p{L}\\p{N}’'-]+ ){0,3}[\\p{L}\\p{N}’'-]+))?(?: |(?=['’]s))(?<verb>['’]s|${AUXILIARY}) (?<rest>.+)$`,
  'iu',
);
const OF_SUBJECT =
  /^(?:who|what|(?:which|what|whose|how many) (?<noun>[\p{L}’'-]+(?: [\p{L}’'-]+){0,2}?)) (?<verb>\p{L}+ed|held|built|made|set|sent|won|lost|led|met|found|sold|paid|took|gave|wrote|began|ran|went|came|said|got|became|spoke|rose|fell|grew|left|flew|carries|leads|runs|owns|makes|has) (?<object>.+)$/iu;
/** "which countries want" */
const PLURAL_SUBJECT = /^(?:which|what|how many) ((?:\p{L}+ )?\p{L}{2,}s) (?=\p{Ll}+\b)(?!of\b)/u;
const PARTICIPLE = /(?:ed|held|built|made|set|sent|won|lost|led|met|found|sold|paid)$/iu;
/** "the bridge | opened to traffic" behind "was" */
const DONE_TO = /^(\S+ \S+.*?) (?:\p{L}+ed|held|built|made|set|sent|won|lost|met|found|sold|paid)\b.*$/iu;
const SAYS_ONLY_WHAT_IS_ASKED =
  /^(?:year|date|day|month|time|place|country|city|kind|sort|type|part|reason)s?$/iu;
const LONGEST_THING = 8;
const PREPOSITION = /^(?:in|at|on|near|to|from|with|for|by|of|over|under|about|against|into|between)\b/iu;
/** Cheaper than to look for all forms of dates. */
const MAY_BE_TIME = /\d|(?:ary|arch|ril|may|une|uly|ust|ber|day|year|month|week)\b/iu;
const ASKS_DOING = new RegExp(
  `^(?:${OPENING} )?(?:do|does|did|will|would|can|could|should|may|might|must) the\\b`,
  'iu',
);
const IS_BE = /^(?:['’]s|is|are|was|were)/iu;
/** What opens a question, before its subject. */
const BEFORE_SUBJECT = new RegExp(`^(?:${INVERTED}|${AUXILIARY}|${OPENING}) `, 'iu');
/** Behind it, a name and its nouns come before a verb: "did the Kalvik Pact | follow". */
const DOES = /\b(?:do|does|did|will|would|can|could|should|may|might|must) (?:the )?$/iu;
const IS_VERB =
  /^ (?:begin|start|end|last|open|happen|cost|take|mean|work|do|join|sign|launch|carry|agree|have|first)$/iu;
const BEFORE_NAME = /(?:^|\s)(?:(?:the|an?|this|that|its|their)\s(?:\d+\s)?|\d+\s)$/iu;
/** Ends the nouns behind a name: "the UN cybercrime convention | adopted". */
const NOUNS_END = new RegExp(
  `^(?:${AUXILIARY}|\\p{L}+ed|held|built|made|set|sent|won|lost|led|met|begin|start|end|last|open|happen|cost|take|mean|work|do|join|sign|launch|carry|agree|have|first|and|or|who|which|that|when|where|why|how|besides|of|in|at|about|from|with|between|by|to|on|for|near|during|under|against|since|until|after|before|into|as|than)$`,
  'iu',
);

/** Times that are told without a date: "now", "at first". */
const TIME_WORDS =
  /\b(?:now|today|nowadays|currently|these days|at present|at first|originally|initially)\b/giu;
const ONLY_TIME_WORDS = new RegExp(`^${TIME_WORDS.source}$`, 'iu');

/** What a question asks, without its mark and without the words that only ask to be told. */
export function matterOf(question: string): string {
  const matter = question.replace(/[\s?!.]+$/u, '').replace(REQUESTED, '');
  // Or else "Does China" were a name.
  return matter.replace(OPENS, (opening) => opening.toLowerCase());
}

/** What a question says of its subject, as it stands behind "when": "was the bridge built" for "Who built the bridge?". */
export function predicateOf(question: string): string {
  const matter = matterOf(question);
  const { opening, noun, verb, rest } = INVERSION.exec(matter)?.groups ?? {};
  if (opening && verb && rest) {
    const auxiliary = verb.replace(/['’]s/u, 'is');
    // "Who is against it": the opening is the subject.
    if (!noun && IS_BE.test(auxiliary) && PREPOSITION.test(rest))
      return `${auxiliary} they ${rest}`.replace(/^(?:is|was) /u, (be) => (be === 'is ' ? 'are ' : 'were '));
    if (!noun || SAYS_ONLY_WHAT_IS_ASKED.test(noun)) return `${auxiliary} ${rest}`;
    return IS_BE.test(auxiliary) ? `${auxiliary} the ${noun} ${rest}` : `${auxiliary} ${rest} ${noun}`;
  }
  const { noun: subject, verb: done, object } = OF_SUBJECT.exec(matter)?.groups ?? {};
  if (done && object && PARTICIPLE.test(done) && !PREPOSITION.test(object)) return `was ${object} ${done}`;
  if (done && object)
    return `was it that ${subject === undefined ? 'they' : `the ${subject}`} ${done} ${object}`;
  return matter.replace(new RegExp(`^${OPENING} `, 'iu'), '');
}

/**
 * The phrases of a question that name something: times, countries, other names with the nouns behind them.
 * @param fine takes "the Bank of England" for two, so that one may be put in the place of the other's
 */
export function slotsOf(question: string, fine = false): Slot[] {
  const matter = matterOf(question);
  // "the 2030 Roadmap" is a name.
  const times = [...dates(matter), ...spansOf(matter, TIME_WORDS)]
    .filter(({ end }) => !/^ \p{Lu}/u.test(matter.slice(end)))
    .map((span) => ({ ...span, kind: 'time' as const }));
  const quoted = spansOf(matter, /“[^”]*”/gu);
  const named = namesIn(` ${matter}`)
    .map((span) => moved(span, -1))
    .filter(
      (span) => !times.some((time) => overlap(time, span)) && !quoted.some((title) => overlap(title, span)),
    )
    .flatMap((span) => (fine ? behindOf(matter, span) : [span]))
    .flatMap((span) => apart(matter, span))
    .filter(({ start, end }) => !/^\s*$/.test(matter.slice(start, end)) && !isOpening(matter, start, end))
    .map((span) => {
      const name = matter.slice(span.start, span.end);
      return { ...withNouns(matter, span), kind: kindOf(name) };
    });
  return [...times, ...named]
    .sort((a, b) => a.start - b.start)
    .map((span) => ({ ...span, text: matter.slice(span.start, span.end) }));
}

/** The kind of a phrase that names one thing, as it is written. */
export function kindOf(phrase: string): Kind {
  const bare = phrase.replace(/^(?:the|an?) /iu, '');
  if (ONLY_TIME_WORDS.test(phrase)) return 'time';
  // A member of many things beside countries.
  if (bare === 'EU') return 'country';
  if (MAY_BE_TIME.test(phrase) && dates(` ${phrase}`).some(({ start, end }) => end - start >= bare.length))
    return 'time';
  const isCountry = [bare, bare.toUpperCase(), capitalised(bare)].some((form) =>
    countriesIn(form).some(({ start, end }) => start === 0 && end === form.length),
  );
  if (isCountry) return 'country';
  return /\p{Lu}/u.test(bare) ? 'name' : 'noun';
}

/** What a question asks of alone: "France's first satellite" in "What was France's first satellite?". */
export function thingAsked(matter: string): string | undefined {
  const thing = /^(?:what|which|who)(?:['’]s| is| are| was| were) (?<thing>.+)$/iu.exec(matter)?.groups
    ?.thing;
  if (thing === undefined || thing.split(' ').length > LONGEST_THING) return undefined;
  // "What was France doing" and "Who is against it" ask of no thing.
  return /^(?:the|an?|its|their|his|her)\s|^\p{Lu}|['’]s /u.test(thing) &&
    !/ing$/u.test(thing.split(' ')[1] ?? '')
    ? thing
    : undefined;
}

/** What a question counts or picks from: "satellites" in "How many satellites will they launch?". */
export function nounOf(matter: string): string | undefined {
  const noun = INVERSION.exec(matter)?.groups?.noun ?? PLURAL_SUBJECT.exec(matter)?.[1];
  return noun && !SAYS_ONLY_WHAT_IS_ASKED.test(noun) ? noun : undefined;
}

/** What a question without a name is about: its subject or object, as a phrase. */
export function subjectPhraseOf(question: string): string {
  const matter = matterOf(question).replace(/(\p{L})['’]s (?=the\b|an?\b)/iu, '$1 is ');
  const noun = nounOf(matter);
  if (noun !== undefined) return `the ${noun}`;
  const rest = matter.replace(BEFORE_SUBJECT, '');
  const { verb = '' } = INVERSION.exec(matter)?.groups ?? {};
  const phrase = (/\b(?:the|an?|this|these)\b.*/iu.exec(rest)?.[0] ?? rest).replace(
    new RegExp(` ${AUXILIARY} .*$`, 'iu'),
    '',
  );
  const words = phrase.replace(IS_BE.test(verb) ? DONE_TO : /$^/u, '$1').split(' ');
  // "When will the turbines open": the verb comes last.
  if (words.length > 2 && ASKS_DOING.test(matter) && !PREPOSITION.test(words.slice(1, -1).join(' ')))
    words.pop();
  while (
    words.length > 1 &&
    /^(?:\p{L}+ed|held|built|made|born|based|located|begin|start|end|happen|cost|mean|work|do|meet)$/iu.test(
      words.at(-1) ?? '',
    )
  )
    words.pop();
  return words.join(' ');
}

function capitalised(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}’'])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** "India and France" is two; "Bureau of Industry and Security" is one. */
function apart(text: string, span: Span): Span[] {
  const name = text.slice(span.start, span.end);
  const joint = /,? (?:and|&) (?:the )?/u.exec(name);
  if (!joint) return [span];
  const first = { start: span.start, end: span.start + joint.index };
  const second = { start: first.end + joint[0].length, end: span.end };
  const alike = kindOf(text.slice(first.start, first.end)) === kindOf(text.slice(second.start, second.end));
  const isOne = /\bof\b/u.test(name.slice(0, joint.index)) || !alike;
  return isOne ? [span] : [first, ...apart(text, second)];
}

/** "Trade Agreement of India and the UK": what countries it is of is apart from it. */
function behindOf(text: string, { start, end }: Span): Span[] {
  const of = /^.+? of (?:the )?/u.exec(text.slice(start, end));
  if (!of) return [{ start, end }];
  const countries = { start: start + of[0].length, end };
  const isOfCountries = text
    .slice(countries.start, end)
    .split(/,? (?:and|&) (?:the )?/u)
    .every((name) => kindOf(name) === 'country');
  return isOfCountries
    ? [{ start, end: start + of[0].search(/ of (?:the )?$/u) }, countries]
    : [{ start, end }];
}

/** "Jaitapur" in "the Jaitapur project" with its article and the nouns behind it. */
function withNouns(text: string, { start, end }: Span): Span {
  const determiner = BEFORE_NAME.exec(text.slice(0, start))?.[0].trimStart() ?? '';
  if (determiner === '') return { start, end };
  const from = start - determiner.length;
  let to = end;
  for (const [i, match] of [...text.slice(end).matchAll(/ ([\p{L}’'-]+)/gu)].entries()) {
    const [whole, word = ''] = match;
    if (i === 3 || end + match.index !== to || NOUNS_END.test(word)) break;
    to += whole.length;
  }
  const [next = ''] = /^ \p{L}+/u.exec(text.slice(to)) ?? [];
  const isVerbLast = to > end && DOES.test(text.slice(0, start)) && !IS_VERB.test(next);
  return { start: from, end: isVerbLast ? text.lastIndexOf(' ', to - 1) : to };
}

function isOpening(text: string, start: number, end: number): boolean {
  return start === 0 && new RegExp(`^(?:${OPENING}|${AUXILIARY})$`, 'iu').test(text.slice(start, end));
}
