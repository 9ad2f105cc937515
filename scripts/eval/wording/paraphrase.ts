import { dates } from '../../../src/answer/forms.ts';
import { numeralsIn, SMALL_NUMBERS } from '../../../src/numerals.ts';
import { isNameInEnglish } from '../../../src/retrieve/english.ts';
import { wordsOf } from '../../../src/retrieve/words.ts';
import { overlap } from '../../../src/spans.ts';
import { changed } from './exchange.ts';
import { pick } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';
import { activeOf, MAIN_VERB, passiveOf } from './voice.ts';

/** Says the same in other words; `undefined` where it cannot. */
export type Move = (sentence: string, words: Vocabulary, random: () => number) => string | undefined;

const SHARE_OF_SYNONYMS = 0.6;
const SHORT: readonly (readonly [string, string])[] = [
  ['United Nations', 'UN'],
  ['European Union', 'EU'],
  ['United Kingdom', 'UK'],
  ['United States', 'US'],
  ['kilometres', 'km'],
  ['kilometers', 'km'],
  ['metres', 'm'],
  ['kilograms', 'kg'],
  ['headquarters', 'HQ'],
  ['approximately', 'approx.'],
];

const synonyms: Move = (sentence, { synonyms: others }, random) =>
  changed(
    sentence,
    sentence.replace(/(?<![\p{L}’'-])\p{Ll}+(?![\p{L}’'-])/gu, (word) =>
      Object.hasOwn(others, word) && random() < SHARE_OF_SYNONYMS ? (others[word] ?? word) : word,
    ),
  );

const numberFormat: Move = (sentence) => {
  const span = /\b(\d{1,2}) (?:to|and) (\d{1,2})\b/.exec(sentence);
  if (span && SMALL_NUMBERS[Number(span[1])] && SMALL_NUMBERS[Number(span[2])])
    return sentence.replace(
      /\b(\d{1,2}) (to|and) (\d{1,2})\b/,
      (_, a, to, b) => `${SMALL_NUMBERS[a]} ${to} ${SMALL_NUMBERS[b]}`,
    );
  const [numeral] = numeralsIn(sentence).filter(
    ({ start, end }) =>
      !/[-\p{L}.]$/u.test(sentence.slice(0, start)) &&
      !/^[-.:]/.test(sentence.slice(end)) &&
      !dates(sentence).some((date) => overlap(date, { start, end })),
  );
  if (!numeral) return undefined;
  const { start, end, value } = numeral;
  const other = otherFormat(sentence.slice(start, end), value);
  return other === undefined ? undefined : sentence.slice(0, start) + other + sentence.slice(end);
};

function otherFormat(written: string, value: number): string | undefined {
  if (/^\d+$/.test(written)) return SMALL_NUMBERS[value];
  if (/^\p{L}+$/u.test(written)) return value > 1 ? String(value) : undefined;
  if (/^\d.*million$/.test(written)) return value.toLocaleString('en-US');
  return written.includes(',') ? written.replaceAll(',', '') : undefined;
}

const dateFormat: Move = (sentence) =>
  changed(
    sentence,
    sentence.replace(
      /\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})\b/,
      (_, day, month, other, of) => (day ? `${month} ${day}` : `${of} ${other}`),
    ),
  );

/** "A, which did B, does C" without what is between the commas, or without the clause at the end, or what is in brackets. */
const lessClause: Move = (sentence) => {
  const shorter = [
    sentence.replace(/\s*\([^()]*\)/g, ''),
    sentence.replace(/(?<!\d), (?:which|who|where) [^,]+,(?!\d)/, ''),
    sentence.replace(/, (?:which|who|where|while|although|including|with|and) [^,]+\.$/, '.'),
  ];
  return shorter.find((one) => one !== sentence && one.length > sentence.length / 2);
};

/** "In 2016, India joined" turned into "India joined in 2016", and the other way round. */
const reordered: Move = (sentence) => {
  const [, lead, rest, end] =
    /^((?:In|On|Since|After|During|At|By) [^,]{3,40}), (.+?)([.!?])$/.exec(sentence) ?? [];
  if (lead !== undefined && rest !== undefined) return `${upper(rest)} ${lower(lead)}${end}`;
  const [, main, tail] =
    /^([^,;:()“”"]{20,}) ((?:in|on|since|during) (?:(?:early|late|mid) )?(?:\d{1,2} )?(?:\p{Lu}\p{Ll}+ )?\d{4})\.$/u.exec(
      sentence,
    ) ?? [];
  return main === undefined || tail === undefined ? undefined : `${upper(tail)}, ${lowerUnlessName(main)}.`;
};

const framed: Move = (sentence, { frames }, random) => `${pick(frames, random)}${lowerUnlessName(sentence)}`;

/** "Rao said that it rained" as "According to Rao, it rained", and the other way round. */
const reported: Move = (sentence) => {
  const [, who, what] =
    /^([\p{L}’' .-]{3,60}?) (?:said|says|stated|states)(?: that)? ([^“”"]+)\.$/u.exec(sentence) ?? [];
  if (who !== undefined && what !== undefined) return `According to ${lowerUnlessName(who)}, ${what}.`;
  const [, source, told] = /^According to ([^,]{3,60}), ([^“”"]+)\.$/u.exec(sentence) ?? [];
  return source === undefined ? undefined : `${upper(source)} said that ${told}.`;
};

const shortened: Move = (sentence) => {
  const pair = SHORT.flatMap(([long, short]) => [[long, short] as const, [short, long] as const]).find(
    ([from]) => new RegExp(`(?<![\\p{L}.-])${from}(?![\\p{L}-])`, 'u').test(sentence),
  );
  if (!pair || (pair[0] === 'm' && !/\d m\b/.test(sentence))) return undefined;
  return sentence.replace(
    new RegExp(`(?<![\\p{L}.-])${pair[0].replace('.', '\\.')}(?![\\p{L}-])`, 'u'),
    pair[1],
  );
};

const contracted: Move = (sentence) =>
  changed(
    sentence,
    sentence
      .replace(/\b(does|did|is|was|were|are|has|have|would|could) not\b/, "$1n't")
      .replace(/\bcannot\b/, "can't")
      .replace(/(?<=\d) (?:per cent|percent)\b/, ' %'),
  );

/** "India's capital" as "the capital of India". */
const ofInstead: Move = (sentence) => {
  const [whole, owner, thing] =
    /(?<![\p{L}’'-])(\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}+)?)[’']s (\p{Ll}{4,})(?= (?:is|was|were|are|has|had|in|on|to|and|of)\b)/u.exec(
      sentence,
    ) ?? [];
  return whole === undefined || thing === undefined
    ? undefined
    : upper(sentence.replace(whole, `the ${thing} of ${owner}`));
};

/** "Rao, the king of Goa, left" as "Rao is the king of Goa". */
const apposed: Move = (sentence) => {
  const [, name, what] = /^((?:\p{Lu}[\p{L}’'-]* ?){1,4}), ((?:a|an|the) [^,]{8,80}), /u.exec(sentence) ?? [];
  return name === undefined ? undefined : `${name} is ${what}.`;
};

const nominalised: Move = (sentence, { nominals }) => {
  const verb = [...sentence.matchAll(MAIN_VERB)].find(([word]) => Object.hasOwn(nominals, word));
  if (!verb || /^ (?:by|as|in)\b/.test(sentence.slice(verb.index + verb[0].length))) return undefined;
  return `${sentence.slice(0, verb.index)}${nominals[verb[0]]}${sentence.slice(verb.index + verb[0].length)}`;
};

/** By the name of the way to say it. */
export const PARAPHRASES: Readonly<Record<string, Move>> = {
  synonyms,
  'number format': numberFormat,
  'date format': dateFormat,
  'a clause less': lessClause,
  reordered,
  'told as told': framed,
  'reported speech': reported,
  abbreviation: shortened,
  contraction: contracted,
  'of for ’s': ofInstead,
  apposition: apposed,
  nominalisation: nominalised,
  'active to passive': passiveOf,
  'passive to active': activeOf,
};

/** The sentence in other words: synonyms wherever there are any, and one or two further changes. */
export function paraphrase(sentence: string, words: Vocabulary, random: () => number): string | undefined {
  const further = Object.values(PARAPHRASES)
    .slice(1)
    .filter((move) => move !== apposed)
    .toSorted(() => random() - 0.5);
  let [said, moves] = [synonyms(sentence, words, random) ?? sentence, 0];
  for (const move of further) {
    const next = moves < 2 ? move(said, words, random) : undefined;
    if (next === undefined) continue;
    [said, moves] = [next, moves + 1];
  }
  return changed(sentence, said);
}

/** Two sentences as one. */
export function merged(first: string, second: string): string | undefined {
  if (!/\.$/.test(first) || !/\.$/.test(second) || /["“”;:]/.test(first + second)) return undefined;
  return `${first.replace(/\.$/, '')}, and ${lowerUnlessName(second)}`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function lowerUnlessName(text: string): string {
  return isNameInEnglish(wordsOf(text)[0]?.stem ?? '') || /^\p{Lu}{2}|^\p{L}+ \p{Lu}/u.test(text)
    ? text
    : lower(text);
}
