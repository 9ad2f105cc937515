import type { CitedWords, Turn } from '../../model.ts';
import { isNameInEnglish } from '../../retrieve/english.ts';
import { fold, isStopWord, wordsOf } from '../../retrieve/words.ts';
import { people, properNames } from '../names.ts';
import { kindOf, matterOf, nounOf, type Slot, slotsOf, subjectPhraseOf, thingAsked } from './matter.ts';
import { objectsOf } from './objects.ts';

/** Something that was spoken of, or a text made with it. */
export interface Mention {
  text: string;
  /** 0 to 1: how likely it is meant. */
  prior: number;
}

/** What a follow-up may speak of without naming it, the likeliest first. */
export interface Antecedents {
  things: Mention[];
  /** Those of them that were asked about. */
  topics: Mention[];
  /** For "they": those that were named together, and what was counted. */
  several: Mention[];
  people: Mention[];
  /** What the words cited last name and the question before did not. */
  listed: Mention[];
  /** For "the other one": what was named beside the one thing that was asked about. */
  others: Mention[];
  /** Title of the article that was cited last. */
  article: string | undefined;
}

const PRIOR = { main: 1, sought: 0.9, doer: 0.85, named: 0.8, quoted: 0.55, earlier: 0.6, aside: 0.4 };
/** Cited words that are read. */
const MOST_CITED = 2;
const MOST_OF_EACH = 4;
const ORGANISATION =
  /\b(?:Organi[sz]ation|Group|Agency|Alliance|Arrangement|Regime|Project|Council|Committee|Convention|Cent(?:re|er)|Ministry|Company|Corporation|Union|Party|University|Institute|Court|Office|Department|Bank|Fund|House|Force|Police|Association|Commission|Authority|Board|Nations|Federation|League|Club|Team|Programm?e?|Partnership|Trade|Roadmap|Treaty|Agreement|Act|Limited|Ltd|Inc|Today|News|Times|Post|Package|Mission|Satellite|Vehicle|Ocean|Pacific|Asia|Africa|Europe|America)\b|^[A-Z\d-]+$|\d|\b(?:of|for|against|on) \p{L}/u;
/** "UK Prime Minister" before a name. */
const TITLES =
  /^(?:(?:\p{Lu}+|\p{Lu}\p{Ll}+(?:ian|ish|an|ese|ch|eek)|Former|Then|Deputy|Vice|Acting|Chief|Foreign|Defen[cs]e|Finance|Prime|Home|External|Interior) )*(?:Ministers?|Presidents?|Chancellor|Secretary|Ambassador|Governor|Senator|Premier|King|Queen|Prince|Princess|Pope|General|Admiral|Captain|Mayor|Judge|Professor|Doctor|Director|Chairman|Mr|Mrs|Ms|Dr|Sir)\.? (?=\p{Lu})/u;
/** A name behind one of these tells where or with whom, not what is spoken of. */
const ASIDE =
  /\b(?:in|at|from|with|between|by|on|near|during|under|against|since|until|after|before|besides|beside) (?:the )?$/iu;
/** "free trade talks" in "When did they open free trade talks?" */
const PLURAL_OBJECT = / ((?:\p{Ll}+ ){0,2}\p{Ll}{3,}s)$/u;
const NOBODY = /^(?:any|some|every|no)(?:one|body|thing)\b|^(?:people|there|they|we|you|i)\b/iu;
const JOINED = /^(?:,? (?:and|&) (?:the )?|, )$/u;
const NAME = "\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+){0,3}";
const TOGETHER = new RegExp(`${NAME}(?:, (?:the )?${NAME})*,? and (?:the )?${NAME}`, 'gu');
/** "What did ISRO launch": what is asked for has a name, rather than who did it. */
const ASKS_OBJECT = /^what (?:do|does|did|will|would|has|have|had)\b(?!.* (?:mean|stand for|do|have)$)/iu;

/** @param turns the latest last */
export function antecedentsOf(turns: readonly Turn[]): Antecedents {
  const [last, ...earlier] = turns.toReversed();
  if (!last)
    return { things: [], topics: [], several: [], people: [], listed: [], others: [], article: undefined };
  const { question } = last;
  const cited = (turns.findLast((turn) => turn.cited.length > 0)?.cited ?? []).slice(0, MOST_CITED);
  const own = namesOf(question).map(({ text }) => text);
  const quoted = cited.flatMap(namesQuoted).filter((name) => !own.some((other) => same(other, name)));
  const mains = mainOf(question);
  const asksObject = ASKS_OBJECT.test(matterOf(question));
  const asksName = asksObject || /^(?:who|which|what (?:is|was|are|were))\b/iu.test(question);
  const isPart = (name: string) => / and /u.test(mains[0] ?? '') && mains[0]?.includes(name);
  const topics = ranked([
    ...mains.map((text, i) => ({ text, prior: i === 0 ? PRIOR.main : PRIOR.named })),
    ...own.map((text) => ({ text, prior: PRIOR.named })),
    ...earlier.flatMap((turn) => mainOf(turn.question)).map((text) => ({ text, prior: PRIOR.earlier })),
  ]).map(({ text, prior }) => ({ text, prior: isPart(text) && text !== mains[0] ? PRIOR.aside : prior }));
  const objects = objectsOf(question, cited);
  const sought =
    asksName && objects.length === 0 && quoted.find((name) => !own.some((other) => isPartOf(other, name)));
  const things = ranked([
    ...topics.map(({ text, prior }) => ({
      text,
      prior: asksObject && text === mains[0] ? PRIOR.doer : prior,
    })),
    ...quoted.map((text) => ({ text, prior: text === sought ? PRIOR.sought : PRIOR.quoted })),
    ...objects.map((text) => ({ text, prior: PRIOR.sought })),
  ]);
  return {
    things: things.slice(0, MOST_OF_EACH),
    topics: (topics.length > 0 ? topics : things).slice(0, MOST_OF_EACH),
    several: severalOf(question, cited, [...things, ...groupsOf(earlier)]),
    people: peopleOf(question, cited, earlier),
    listed: ranked(quoted.map((text) => ({ text, prior: 1 }))),
    others: othersThan(mains[0], turns),
    article: cited[0]?.title,
  };
}

/** Texts made with each, as likely as it is. */
export function likely(mentions: readonly Mention[], textWith: (name: string) => string): Mention[] {
  return mentions.map(({ text, prior }) => ({ text: textWith(text), prior }));
}

/** What a question is about: the one thing it asks of, the last name that is not mentioned in passing, or its subject. */
export function mainOf(question: string): string[] {
  const matter = matterOf(question);
  // What was asked of an article itself is not what the article is about.
  if (/“/u.test(matter)) return [];
  const thing = thingAsked(matter);
  const names = namesOf(matter);
  const main = names.findLast(({ start }) => !ASIDE.test(matter.slice(0, start)));
  const joined = main ? joinedWith(main, names, matter) : [];
  const named = main ? [...(joined.length > 1 ? [list.format(joined)] : []), main.text] : [];
  if (thing !== undefined) return distinct([thing, ...named]);
  if (named.length > 0) return named;
  const phrase = subjectPhraseOf(matter);
  const behind = names.map(({ text }) => text);
  // "Did anyone protest against the dam" is about the dam.
  if (names.length > 0 && NOBODY.test(phrase)) return distinct(behind);
  return distinct([phrase, ...behind]).filter((text) => text !== '');
}

function severalOf(question: string, cited: readonly CitedWords[], others: readonly Mention[]): Mention[] {
  const matter = matterOf(question);
  const names = namesOf(matter);
  const noun = nounOf(matter);
  const asksWhich = /^(?:who|which)\b/iu.test(question);
  const joined = names.map((name) => joinedWith(name, names, matter)).find(({ length }) => length > 1);
  const together = cited.flatMap(({ quote }) =>
    [...quote.matchAll(TOGETHER)].map(([text]) => text.replace(TITLES, '')),
  );
  const named = [
    ...(joined ? [{ text: list.format(joined), prior: PRIOR.main }] : []),
    ...together.map((text) => ({
      text,
      prior: asksWhich ? PRIOR.main : PRIOR.named,
    })),
    ...others.map(({ text, prior }) => ({ text, prior: prior * PRIOR.sought })),
    ...(PLURAL_OBJECT.exec(matter) ?? [])
      .slice(1)
      .map((text) => ({ text: `the ${text}`, prior: PRIOR.named })),
  ];
  if (noun === undefined) return ranked(named);
  const counted = { text: `the ${noun}`, prior: PRIOR.main };
  if (asksWhich && together.length > 0) return ranked([...named, { ...counted, prior: PRIOR.sought }]);
  return ranked([counted, ...named.map(({ text, prior }) => ({ text, prior: prior * PRIOR.aside }))]);
}

/** What earlier questions join by "and". */
function groupsOf(turns: readonly Turn[]): Mention[] {
  return turns.flatMap(({ question }) =>
    mainOf(question)
      .filter((text) => / and /u.test(text))
      .map((text) => ({ text, prior: PRIOR.named })),
  );
}

/** Names in all that was cited, first those that were named together with one or go by the same word. */
function othersThan(main: string | undefined, turns: readonly Turn[]): Mention[] {
  if (main === undefined) return [];
  const quotes = turns.flatMap(({ cited }) => cited);
  const together = quotes.flatMap(({ quote }) => [...quote.matchAll(TOGETHER)].map(([text]) => text));
  const asked = turns.flatMap(({ question }) => namesOf(question).map(({ text }) => text));
  const [first] = wordsOf(main);
  const isAlike = (name: string) =>
    wordsOf(name)[0]?.stem === first?.stem ||
    together.some((text) => text.includes(main) && text.includes(name));
  return ranked(
    quotes
      .flatMap(namesQuoted)
      .filter((name) => kindOf(name) === kindOf(main) && !asked.some((other) => isPartOf(other, name)))
      .map((text) => ({ text, prior: isAlike(text) ? PRIOR.main : PRIOR.quoted })),
  );
}

function peopleOf(question: string, cited: readonly CitedWords[], earlier: readonly Turn[]): Mention[] {
  const asksWho = /^(?:who|whom|whose)\b/iu.test(question);
  const named = namesOf(question).map(({ text }) => text);
  const quoted = cited
    .flatMap(({ quote }) => persons(quote))
    .filter((name) => !named.some((other) => same(other, name)));
  return ranked([
    ...persons(question).map((text) => ({ text, prior: asksWho ? PRIOR.aside : PRIOR.main })),
    ...quoted.map((text, i) => ({ text, prior: i === 0 && asksWho ? PRIOR.main : PRIOR.named })),
    ...earlier.flatMap((turn) => persons(turn.question)).map((text) => ({ text, prior: PRIOR.earlier })),
    ...earlier
      .flatMap((turn) => turn.cited.slice(0, 1).flatMap(({ quote }) => persons(quote)))
      .map((text) => ({ text, prior: PRIOR.quoted })),
  ]).slice(0, MOST_OF_EACH);
}

function persons(text: string): string[] {
  return people(text)
    .map(({ start, end }) =>
      text
        .slice(start, end)
        .replace(/['’]s$/u, '')
        .replace(/ (?:of|for|from|and) .*$/u, '')
        .replace(TITLES, ''),
    )
    .filter((name) => / /u.test(name) || wordsOf(name).every(({ stem }) => isNameInEnglish(stem)))
    .filter((name) => kindOf(name) === 'name' && !ORGANISATION.test(name) && /^\p{Lu}\p{Ll}/u.test(name));
}

function namesOf(question: string): Slot[] {
  return slotsOf(question).filter(({ kind }) => kind !== 'time');
}

/** A name and those that are joined to it by "and". */
function joinedWith(name: Slot, names: readonly Slot[], text: string): string[] {
  const at = names.indexOf(name);
  let [from, to] = [at, at];
  const isJoined = (i: number) => JOINED.test(text.slice(names[i]?.end, names[i + 1]?.start ?? 0));
  while (from > 0 && isJoined(from - 1)) from--;
  while (to + 1 < names.length && isJoined(to)) to++;
  return names.slice(from, to + 1).map(({ text }) => text);
}

/** Names in cited words: those that the title has, too, first. */
function namesQuoted({ quote, title }: CitedWords): string[] {
  const names = properNames(quote)
    .map(({ start, end }) => {
      const [article = ''] = /\bthe $/iu.exec(quote.slice(0, start)) ?? [];
      return `${article.toLowerCase()}${quote.slice(start, end).replace(/['’]s$/u, '')}`;
    })
    .flatMap((name) => (/ of /u.test(name) ? [name] : name.split(/,? (?:and|&) /u)))
    .filter((name) => kindOf(name) !== 'time' && !/ and /u.test(name) && !isStopWord(fold(name)));
  const isTitle = (name: string) => fold(title).includes(fold(name.replace(/^the /u, '')));
  return [...names.filter(isTitle), ...names.filter((name) => !isTitle(name))];
}

const list = new Intl.ListFormat('en-GB');

function ranked(mentions: readonly Mention[]): Mention[] {
  const sorted = mentions.filter(({ text }) => text !== '').toSorted((a, b) => b.prior - a.prior);
  return sorted.filter(({ text }, i) => sorted.findIndex((other) => same(other.text, text)) === i);
}

function distinct(names: readonly string[]): string[] {
  return names.filter((name, i) => names.findIndex((other) => same(other, name)) === i);
}

/** Whether two names are one, also by initials: "the Wassenaar Arrangement" and "WA". */
function same(a: string, b: string): boolean {
  if (isAcronymOf(a, b) || isAcronymOf(b, a)) return true;
  const plain = (name: string) => fold(name).replace(/^the /u, '');
  return plain(a) === plain(b);
}

function isPartOf(part: string, name: string): boolean {
  const plain = (text: string) => ` ${fold(text).replace(/^the /u, '')} `;
  return plain(name).includes(plain(part));
}

function isAcronymOf(short: string, name: string): boolean {
  const initials = [...name.matchAll(/(?<![\p{L}\p{N}’'])\p{Lu}/gu)].join('');
  return initials.length > 1 && short.replace(/^the /u, '') === initials;
}
