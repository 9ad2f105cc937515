import { dates } from '../../../src/answer/forms.ts';
import { properNames } from '../../../src/answer/names.ts';
import { isOfPart } from '../../../src/answer/thesaurus.ts';
import type { Span } from '../../../src/model.ts';
import { numeralsIn } from '../../../src/numerals.ts';
import { isStopWord } from '../../../src/retrieve/words.ts';
import { overlap, spansOf } from '../../../src/spans.ts';
import { pick } from './random.ts';

/** Words that most likely are nouns. */
export function nounsIn(text: string): Span[] {
  return spansOf(text, /(?<=\b(?:the|a|an|of|for|in|its|their) )\p{Ll}{4,}(?=[ ,.](?!of\b))/gu);
}

export function isNoun(text: string): (span: Span) => boolean {
  return ({ start, end }) => {
    const word = text.slice(start, end);
    return isOfPart(word, 'noun') && !isOfPart(word, 'adj') && !isStopWord(word);
  };
}

/** "One" is seldom a number. */
export function numbersIn(text: string) {
  return numeralsIn(text).filter(
    (numeral) => numeral.value !== 1 && !dates(text).some((date) => overlap(date, numeral)),
  );
}

export function swapped(sentence: string, spans: readonly Span[]): string | undefined {
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

export function exchanged(
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

export function replaced(
  sentence: string,
  { start, end }: Span,
  words: string | undefined,
): string | undefined {
  return words === undefined ? undefined : sentence.slice(0, start) + words + sentence.slice(end);
}

export function changed(before: string, after: string): string | undefined {
  return after === before || after.trim() === '' ? undefined : after;
}

export function namesOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => wordsAt(text, properNames(text)));
}

export function wordsAt(text: string, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}
