import { dates } from '../../../src/answer/forms.ts';
import { properNames } from '../../../src/answer/names.ts';
import type { Span } from '../../../src/model.ts';
import { numeralsIn } from '../../../src/numerals.ts';
import { pick } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';
import { MAIN_VERB } from './voice.ts';

/** What a falsehood is made from. */
export interface Source {
  sentence: string;
  /** Other sentences of the same passage. */
  beside: readonly string[];
  /** Sentences of other articles. */
  elsewhere: readonly string[];
}

export type Lie = (source: Source, words: Vocabulary, random: () => number) => string | undefined;

/** Claims that put together what the passage says of different things. */
export const MIXES: Readonly<Record<string, Lie>> = {
  'a name from beside': ({ sentence, beside }, _, random) =>
    exchanged(sentence, pick(properNames(sentence), random), namesOf(beside), random),
  'a number from beside': ({ sentence, beside }, _, random) => {
    const own = pick(numbersIn(sentence), random);
    const others = beside.flatMap((text) =>
      wordsAt(
        text,
        numbersIn(text).filter(({ value }) => value !== own?.value),
      ),
    );
    return exchanged(sentence, own, others, random);
  },
  'a date from beside': ({ sentence, beside }, _, random) =>
    exchanged(
      sentence,
      pick(dates(sentence), random),
      beside.flatMap((text) => wordsAt(text, dates(text))),
      random,
    ),
  'two names exchanged': ({ sentence }) => swapped(sentence, properNames(sentence)),
  'two numbers exchanged': ({ sentence }) => swapped(sentence, numbersIn(sentence)),
  'two dates exchanged': ({ sentence }) => swapped(sentence, dates(sentence)),
  'a speaker from beside': ({ sentence, beside }, { reporters, frames }, random) => {
    const name = pick(namesOf([sentence, ...beside]), random);
    return name && frames.length > 0 ? `${name} ${pick(reporters, random)} that ${sentence}` : undefined;
  },
  'who and whom exchanged': ({ sentence }) => {
    const [, subject, verb, object, end] =
      /^((?:The |A |An )?[\p{L}’-]+(?: \p{Lu}[\p{L}’-]*)*) (\p{Ll}{2,}ed|built|bought|sold|won|led|made|told|beat) ((?:the |a |an )?(?:\p{Lu}[\p{L}’-]*|\p{Ll}+)(?: \p{Lu}[\p{L}’-]*)*)((?:\.| (?:in|on|at|after|to|for|by|with|of|and) ).*)$/u.exec(
        sentence,
      ) ?? [];
    if (subject === undefined || object === undefined || /^(?:it|he|she|they|this|and|by)$/i.test(object))
      return undefined;
    return `${object.charAt(0).toUpperCase()}${object.slice(1)} ${verb} ${subject.replace(/^(?:The|An?) /, (the) => the.toLowerCase())}${end}`;
  },
};

/** Claims that nothing in the passages says. */
export const INVENTIONS: Readonly<Record<string, Lie>> = {
  'another number': ({ sentence }, _, random) => {
    const own = pick(numbersIn(sentence), random);
    return own && replaced(sentence, own, String(Math.round(own.value * (1.2 + random())) + 3));
  },
  'another date': ({ sentence }, _, random) => {
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
  'a date shifted': ({ sentence }, _, random) =>
    changed(
      sentence,
      sentence.replace(/\b(?:1[5-9]|20)\d\d\b/, (year) =>
        String(Number(year) + 1 + Math.floor(random() * 9)),
      ),
    ),
  'another name': ({ sentence }, { names }, random) =>
    exchanged(sentence, pick(properNames(sentence), random), names, random),
  'a name from elsewhere': ({ sentence, elsewhere }, _, random) =>
    exchanged(sentence, pick(properNames(sentence), random), namesOf(elsewhere), random),
  'another unit': ({ sentence }) => {
    const pair = UNITS.find(([unit]) =>
      new RegExp(`(?<=\\d|\\b(?:two|three|four|five|six|seven|eight|nine|ten)) ?${unit}(?!\\p{L})`, 'u').test(
        sentence,
      ),
    );
    return (
      pair &&
      sentence.replace(
        new RegExp(
          `(?<=\\d|\\b(?:two|three|four|five|six|seven|eight|nine|ten) ?)( ?)${pair[0]}(?!\\p{L})`,
          'u',
        ),
        `$1${pair[1]}`,
      )
    );
  },
  'the opposite': ({ sentence }, { opposites }) => {
    const pair = opposites.find(([word]) => new RegExp(`\\b${word}\\b`).test(sentence));
    return pair && sentence.replace(new RegExp(`\\b${pair[0]}\\b`), pair[1]);
  },
  'a denial': ({ sentence }) =>
    changed(
      sentence,
      sentence.replace(/\b(is|are|was|were|has|have|will|can|could|would)\b(?! not)/, '$1 not'),
    ),
  'a denial dropped': ({ sentence }) =>
    changed(
      sentence,
      sentence.replace(
        /\b(?:not (?!only)|never )|(?<=\b(?:did|does|is|was|are|were|has|had|would|could))n[’']t\b/,
        '',
      ),
    ),
  'another verb': ({ sentence }, { verbs }, random) =>
    exchanged(sentence, pick(mainVerbs(sentence), random), verbs, random),
  'a near verb': ({ sentence }, { nearVerbs }) => {
    const own = mainVerbs(sentence).find(({ start, end }) =>
      Object.hasOwn(nearVerbs, sentence.slice(start, end)),
    );
    return own && replaced(sentence, own, nearVerbs[sentence.slice(own.start, own.end)]);
  },
  'only meant': ({ sentence }, { intentions }, random) => {
    const own = pick(
      mainVerbs(sentence).filter(
        ({ start }) =>
          !/\b(?:was|were|been|be|is|are|had|has|have|and|being|got|who|which|that)(?: \p{Ll}+ly)? $/u.test(
            sentence.slice(0, start),
          ),
      ),
      random,
    );
    return (
      own &&
      replaced(
        sentence,
        own,
        `${pick(intentions, random)} ${infinitiveOf(sentence.slice(own.start, own.end))}`,
      )
    );
  },
  'meant taken for done': ({ sentence }) =>
    changed(
      sentence,
      sentence
        .replace(/\b(?:may|might|could|would|will|should) be\b/, 'was')
        .replace(
          /\b(?:plans?|planned|intends?|hopes?|hoped|wants?|wanted|tried|aims?|failed|refused|is expected|are expected|was expected|was supposed) to (\p{Ll}+)\b/u,
          'has $1ed',
        )
        .replace(/\b(?:may|might|could|will|would) (?:not )?(?=\p{Ll})/u, 'did '),
    ),
  'another time': ({ sentence }) =>
    changed(sentence, sentence.replace(/\b(?:was|were)\b/, 'will be')) ??
    changed(sentence, sentence.replace(/\b(is|are)\b/, 'will one day be')),
  'another quantity': ({ sentence }) => {
    const pair = QUANTITIES.find(([word]) => new RegExp(`\\b${word}\\b`, 'i').test(sentence));
    if (pair) return sentence.replace(new RegExp(`\\b${pair[0]}\\b`, 'i'), pair[1]);
    return changed(sentence, sentence.replace(/^The (?=\p{Ll}+s\b)/u, 'All the '));
  },
  'an unsaid cause': ({ sentence }, { causes }, random) => withEnd(sentence, pick(causes, random)),
  'time taken for cause': ({ sentence }) =>
    changed(
      sentence,
      sentence.replace(
        /,? \b(?:and|while|when|after|before|but)\b (?=(?:the|it|he|she|they|a|his|its) )/,
        ' because ',
      ),
    ),
  'another noun': ({ sentence }, { nouns }, random) => {
    const spans = [
      ...sentence.matchAll(/(?<=\b(?:the|a|an|of|for|in|its|their) )\p{Ll}{4,}(?=[ ,.](?!of\b))/gu),
    ];
    const own = pick(spans, random);
    return (
      own && replaced(sentence, { start: own.index, end: own.index + own[0].length }, pick(nouns, random))
    );
  },
  'an addition': ({ sentence }, { added }, random) => withEnd(sentence, pick(added, random)),
  'a new predicate': ({ sentence }, { predicates }, random) => {
    const [name] = wordsAt(sentence, properNames(sentence));
    return name && `${name} ${pick(predicates, random)}.`;
  },
  'a sentence from elsewhere': ({ elsewhere }, _, random) => pick(elsewhere, random),
};

const UNITS = [
  ['km', 'miles'],
  ['kilometres', 'miles'],
  ['kilometers', 'miles'],
  ['miles', 'kilometres'],
  ['metres', 'feet'],
  ['feet', 'metres'],
  ['kg', 'pounds'],
  ['tonnes', 'kilograms'],
  ['tons', 'kilograms'],
  ['dollars', 'euros'],
  ['million', 'billion'],
  ['billion', 'million'],
  ['percent', 'percentage points'],
  ['per cent', 'percentage points'],
  ['%', ' percentage points'],
  ['years', 'months'],
  ['months', 'weeks'],
  ['weeks', 'days'],
  ['days', 'hours'],
  ['hours', 'minutes'],
] as const;

const QUANTITIES = [
  ['some', 'all'],
  ['most', 'all'],
  ['many', 'most'],
  ['several', 'all'],
  ['few', 'many'],
  ['all', 'some'],
  ['every', 'nearly every'],
  ['each', 'one'],
  ['both', 'one of'],
  ['often', 'always'],
  ['sometimes', 'usually'],
  ['usually', 'always'],
  ['at least', 'at most'],
  ['more than', 'fewer than'],
  ['up to', 'at least'],
  ['only', 'even'],
] as const;

function mainVerbs(sentence: string): Span[] {
  return [...sentence.matchAll(MAIN_VERB)].map(({ 0: verb, index }) => ({
    start: index,
    end: index + verb.length,
  }));
}

const INFINITIVES: Readonly<Record<string, string>> = {
  ...{
    built: 'build',
    bought: 'buy',
    sold: 'sell',
    won: 'win',
    wrote: 'write',
    written: 'write',
    took: 'take',
    taken: 'take',
    led: 'lead',
  },
  ...{
    made: 'make',
    found: 'find',
    sent: 'send',
    held: 'hold',
    told: 'tell',
    taught: 'teach',
    founded: 'found',
    decides: 'decide',
  },
};

function infinitiveOf(verb: string): string {
  const bare = verb.replace(/ed$/, '');
  if (INFINITIVES[verb] !== undefined) return INFINITIVES[verb];
  if (bare.endsWith('i')) return `${bare.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/.test(bare)) return bare.slice(0, -1);
  return /(?:[csvzu]|[^n]g|[aiu][tdlrnmk]|o[sk])$/.test(bare) &&
    !/(?:ai|ea|ee|oo|ou|oi)\p{L}$|(?:is|it|er|en|ow)$/u.test(bare)
    ? `${bare}e`
    : bare;
}

function withEnd(sentence: string, end = ''): string {
  return sentence.replace(/[.!?]?["”’']?$/, `${end}.`);
}

/** "One" is seldom a number. */
function numbersIn(text: string) {
  return numeralsIn(text).filter(
    ({ value, start, end }) =>
      value !== 1 && !dates(text).some((date) => date.start < end && start < date.end),
  );
}

function swapped(sentence: string, spans: readonly Span[]): string | undefined {
  const [first, second] = spans;
  if (!first || !second || first.end > second.start) return undefined;
  const [a = '', b = ''] = wordsAt(sentence, [first, second]);
  // Names of a list, or of those who do something with each other, may change places.
  const between = sentence.slice(first.end, second.start);
  if (
    a === b ||
    /^(?:,| and| or|[-–/])/.test(between) ||
    /\b(?:between|both) (?:the )?$/.test(sentence.slice(0, first.start))
  )
    return undefined;
  return sentence.slice(0, first.start) + b + between + a + sentence.slice(second.end);
}

function exchanged(
  sentence: string,
  own: Span | undefined,
  others: readonly string[],
  random: () => number,
): string | undefined {
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
}

function replaced(sentence: string, { start, end }: Span, words: string | undefined): string | undefined {
  return words === undefined ? undefined : sentence.slice(0, start) + words + sentence.slice(end);
}

function changed(before: string, after: string): string | undefined {
  return after === before ? undefined : after;
}

function namesOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => wordsAt(text, properNames(text)));
}

function wordsAt(text: string, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}
