import { dates } from '../../../src/answer/forms.ts';
import { properNames } from '../../../src/answer/names.ts';
import type { Span } from '../../../src/model.ts';
import { numeralsIn } from '../../../src/numerals.ts';
import { pick } from './random.ts';

type Random = () => number;

/** What a falsehood is made from. */
export interface Source {
  sentence: string;
  /** Other sentences of the same passage. */
  beside: readonly string[];
  /** Sentences of other articles. */
  elsewhere: readonly string[];
}

type Lie = (source: Source, random: Random) => string | undefined;

const NAMES = [
  'Marlow Tennant',
  'Ostrava',
  'Halden Institute',
  'Priya Venkataraman',
  'Lake Corvin',
  'General Okoro',
  'Brazil',
  'Northgate Bank',
];
const ADDED = [
  ', which led to street protests',
  ' after a long dispute with its neighbours',
  ', the worst result in decades',
  ' despite fierce criticism from doctors',
  ' and won an international prize for it',
  ', and the costs doubled',
  ' because of heavy rain',
  ' to the delight of farmers',
  ', which economists call a mistake',
  ' in secret',
  ' under pressure from banks',
  ', though most experts disagree',
];
const PREDICATES = [
  'was widely criticised by farmers',
  'went bankrupt soon afterwards',
  'has been praised for its music',
  'is the most popular of its kind',
  'was destroyed by a flood',
  'has refused to pay its debts',
  'employs thousands of engineers',
  'is planning to close its offices',
];
const VERBS = [
  'destroyed',
  'sold',
  'criticised',
  'stole',
  'banned',
  'mocked',
  'abandoned',
  'cancelled',
  'doubled',
  'inherited',
  'painted',
  'postponed',
];
const OPPOSITES: [string, string][] = [
  ['increase', 'decrease'],
  ['increased', 'decreased'],
  ['first', 'last'],
  ['more', 'less'],
  ['largest', 'smallest'],
  ['before', 'after'],
  ['after', 'before'],
  ['began', 'ended'],
  ['started', 'stopped'],
  ['joined', 'left'],
  ['allow', 'forbid'],
  ['allows', 'forbids'],
  ['support', 'oppose'],
  ['won', 'lost'],
  ['north', 'south'],
  ['east', 'west'],
  ['include', 'exclude'],
  ['higher', 'lower'],
  ['open', 'close'],
  ['accepted', 'rejected'],
  ['approved', 'rejected'],
  ['strengthen', 'weaken'],
  ['most', 'fewest'],
  ['import', 'export'],
];

/** Claims that put together what the passage says of different things. */
export const MIXES: Record<string, Lie> = {
  'a name from beside': ({ sentence, beside }, random) => {
    const name = pick(properNames(sentence), random);
    const others = beside
      .flatMap((text) => wordsAt(text, properNames(text)))
      .filter((other) => !sentence.includes(other));
    return name && replaced(sentence, name, pick(others, random));
  },
  'a number from beside': ({ sentence, beside }, random) => {
    const own = pick(numbersIn(sentence), random);
    const others = beside.flatMap((text) =>
      numbersIn(text)
        .filter(({ value }) => value !== own?.value)
        .flatMap((span) => wordsAt(text, [span])),
    );
    return (
      own &&
      replaced(
        sentence,
        own,
        pick(
          others.filter((other) => !sentence.includes(other)),
          random,
        ),
      )
    );
  },
  'two names exchanged': ({ sentence }) => {
    const [first, second] = properNames(sentence);
    if (!first || !second) return undefined;
    const [a, b] = wordsAt(sentence, [first, second]);
    if (a === undefined || b === undefined || a === b || /^(?:,| and| or)/.test(sentence.slice(first.end)))
      return undefined;
    return (
      sentence.slice(0, first.start) +
      b +
      sentence.slice(first.end, second.start) +
      a +
      sentence.slice(second.end)
    );
  },
};

/** Claims that nothing in the passages says. */
export const INVENTIONS: Record<string, Lie> = {
  'another number': ({ sentence }, random) => {
    const own = pick(numbersIn(sentence), random);
    return own && replaced(sentence, own, String(Math.round(own.value * (1.2 + random())) + 3));
  },
  'another date': ({ sentence }, random) => {
    const own = pick(dates(sentence), random);
    return (
      own &&
      replaced(
        sentence,
        own,
        `${1 + Math.floor(random() * 28)} ${pick(['January', 'May', 'September', 'December'], random)} ${1950 + Math.floor(random() * 70)}`,
      )
    );
  },
  'another name': ({ sentence }, random) => {
    const own = pick(properNames(sentence), random);
    return own && replaced(sentence, own, pick(NAMES, random));
  },
  'the opposite': ({ sentence }) => {
    const pair = OPPOSITES.find(([word]) => new RegExp(`\\b${word}\\b`).test(sentence));
    return pair && sentence.replace(new RegExp(`\\b${pair[0]}\\b`), pair[1]);
  },
  'a denial': ({ sentence }) => {
    const denied = sentence.replace(/\b(is|are|was|were|has|have|will|can|could|would)\b(?! not)/, '$1 not');
    return denied === sentence ? undefined : denied;
  },
  'another verb': ({ sentence }, random) => {
    const own = pick([...sentence.matchAll(/(?<= )\p{Ll}{3,}ed(?= )/gu)], random);
    return (
      own && replaced(sentence, { start: own.index, end: own.index + own[0].length }, pick(VERBS, random))
    );
  },
  'an addition': ({ sentence }, random) => sentence.replace(/[.!?]?["”’']?$/, `${pick(ADDED, random)}.`),
  'a new predicate': ({ sentence }, random) => {
    const [name] = wordsAt(sentence, properNames(sentence));
    return name && `${name} ${pick(PREDICATES, random)}.`;
  },
  'a sentence from elsewhere': ({ elsewhere }, random) => pick(elsewhere, random),
};

/** "One" is seldom a number. */
function numbersIn(text: string) {
  return numeralsIn(text).filter(({ value }) => value !== 1);
}

function replaced(sentence: string, { start, end }: Span, words: string | undefined): string | undefined {
  return words === undefined ? undefined : sentence.slice(0, start) + words + sentence.slice(end);
}

function wordsAt(text: string, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}
