import { dates } from '../../../src/answer/forms.ts';
import { properNames } from '../../../src/answer/names.ts';
import { SMALL_NUMBERS } from '../../../src/numerals.ts';
import { changed, exchanged, namesOf, nounsIn, numbersIn, replaced, wordsAt } from './exchange.ts';
import type { Lie } from './falsehood.ts';
import { infinitiveOf, mainVerbs } from './infinitives.ts';
import { pick } from './random.ts';

const COUNTS = SMALL_NUMBERS.slice(2, 11).join('|');

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
      new RegExp(`(?<=\\d|\\b(?:${COUNTS})) ?${unit}(?!\\p{L})`, 'u').test(sentence),
    );
    return (
      pair &&
      sentence.replace(new RegExp(`(?<=\\d|\\b(?:${COUNTS}) ?)( ?)${pair[0]}(?!\\p{L})`, 'u'), `$1${pair[1]}`)
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
    const own = pick(nounsIn(sentence), random);
    return own && replaced(sentence, own, pick(nouns, random));
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

function withEnd(sentence: string, end = ''): string {
  return sentence.replace(/[.!?]?["”’']?$/, `${end}.`);
}
