import { dates } from '../../../src/answer/forms.ts';
import { properNames } from '../../../src/answer/names.ts';
import { exchanged, isNoun, namesOf, nounsIn, numbersIn, swapped, wordsAt } from './exchange.ts';
import type { Lie } from './falsehood.ts';
import { pick } from './random.ts';

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
  'a noun from beside': ({ sentence, beside }, _, random) =>
    exchanged(
      sentence,
      pick(nounsIn(sentence).filter(isNoun(sentence)), random),
      beside.flatMap((text) => wordsAt(text, nounsIn(text).filter(isNoun(text)))),
      random,
    ),
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
