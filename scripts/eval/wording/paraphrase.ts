import { dates } from '../../../src/answer/forms.ts';
import { numeralsIn } from '../../../src/numerals.ts';
import { isNameInEnglish } from '../../../src/retrieve/english.ts';
import { wordsOf } from '../../../src/retrieve/words.ts';
import { pick } from './random.ts';
import { SYNONYMS } from './synonyms.ts';

type Random = () => number;
/** Says the same in other words; `undefined` where it cannot. */
type Move = (sentence: string, random: Random) => string | undefined;

const SHARE_OF_SYNONYMS = 0.6;
const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const FRAMES = [
  'According to the article, ',
  'The article says that ',
  'It is reported that ',
  'As reported, ',
];

const withSynonyms: Move = (sentence, random) =>
  changed(
    sentence,
    sentence.replace(/(?<![\p{L}’'-])\p{Ll}+(?![\p{L}’'-])/gu, (word) => {
      const other = SYNONYMS[word];
      return other !== undefined && random() < SHARE_OF_SYNONYMS ? other : word;
    }),
  );

const withOtherNumerals: Move = (sentence) => {
  const [numeral] = numeralsIn(sentence).filter(
    ({ start, end }) =>
      !/[-\p{L}]$/u.test(sentence.slice(0, start)) &&
      !dates(sentence).some((date) => date.start < end && start < date.end),
  );
  if (!numeral) return undefined;
  const { start, end, value } = numeral;
  const written = sentence.slice(start, end);
  const other = /^\d+$/.test(written)
    ? SMALL[value]
    : /^\p{L}+$/u.test(written) && value > 1
      ? String(value)
      : written.includes(',')
        ? written.replaceAll(',', '')
        : undefined;
  return other === undefined ? undefined : sentence.slice(0, start) + other + sentence.slice(end);
};

const withOtherDate: Move = (sentence) =>
  changed(
    sentence,
    sentence.replace(
      /\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)\b/,
      '$2 $1',
    ),
  );

const withoutBrackets: Move = (sentence) => changed(sentence, sentence.replace(/\s*\([^()]*\)/g, ''));

/** "A, which did B, does C" without what is between the commas. */
const withoutAside: Move = (sentence) =>
  changed(sentence, sentence.replace(/(?<!\d), (?:which|who|where|including|such as) [^,]+,(?!\d)/, ''));

/** Without the clause at the end. */
const withoutEnd: Move = (sentence) => {
  const cut = sentence.replace(/, (?:which|who|where|while|although|including|with|and) [^,]+\.$/, '.');
  return cut.length > sentence.length / 2 ? changed(sentence, cut) : undefined;
};

/** "In 2016, India joined" turned into "India joined in 2016". */
const turned: Move = (sentence) => {
  const [, lead, rest, end] =
    /^((?:In|On|Since|After|During|At|By) [^,]{3,40}), (.+?)([.!?])$/.exec(sentence) ?? [];
  if (lead === undefined || rest === undefined) return undefined;
  return `${upper(rest)} ${lower(lead)}${end}`;
};

const framed: Move = (sentence, random) => {
  const first = wordsOf(sentence)[0]?.stem ?? '';
  return `${pick(FRAMES, random)}${isNameInEnglish(first) ? sentence : lower(sentence)}`;
};

const contracted: Move = (sentence) =>
  changed(
    sentence,
    sentence
      .replace(/\bdoes not\b/, "doesn't")
      .replace(/\bis not\b/, "isn't")
      .replace(/\bUnited Kingdom\b/, 'UK')
      .replace(/\bUnited States\b/, 'US')
      .replace(/\bper cent\b|\bpercent\b/, '%')
      .replace(/ %/, '%'),
  );

const MOVES: readonly Move[] = [
  withSynonyms,
  withOtherNumerals,
  withOtherDate,
  withoutBrackets,
  withoutAside,
  withoutEnd,
  turned,
  framed,
  contracted,
];

/** The sentence in other words: synonyms wherever there are any, and one or two further changes. */
export function paraphrase(sentence: string, random: Random): string | undefined {
  const further = MOVES.slice(1).toSorted(() => random() - 0.5);
  let [said, moves] = [withSynonyms(sentence, random) ?? sentence, 0];
  for (const move of further) {
    const next = moves < 2 ? move(said, random) : undefined;
    if (next === undefined) continue;
    [said, moves] = [next, moves + 1];
  }
  return changed(sentence, said);
}

function changed(before: string, after: string): string | undefined {
  return after === before || after.trim() === '' ? undefined : after;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
