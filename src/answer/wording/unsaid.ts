import { numeralsIn } from '../../numerals.ts';
import { aliasesOf } from '../../retrieve/aliases.ts';
import { isNameInEnglish } from '../../retrieve/english.ts';
import { stemsOf } from '../../retrieve/stems.ts';
import { isStopWord, stemOf, type Word, wordsOf } from '../../retrieve/words.ts';
import { dates } from '../forms.ts';
import { properNames } from '../names.ts';
import type { Evidence } from './evidence.ts';
import { POINTER } from './facts.ts';
import { isOfPart, sayingLess, sayingTheSame } from './thesaurus.ts';

/** Words that tell nothing that a source would have to say: those in which a claim says where it is from, and such as join. */
const LIGHT = new Set(
  `according article articles report reports reported reportedly state states stated note notes noted add adds added passage passages source sources
  also however although though whereas thus around approx approximately roughly per via well namely including include includes included involve
  involves involved such like namely another others several various certain namely carry out part way ways number type kind form make makes making
  made give gave given take takes took taken taking have come comes came coming go goes went going get become becomes became called known named part
  additionally moreover furthermore besides regard regarded consider considered account accounts following follow one two`.split(
    /\s+/,
  ),
);

/** Words that no dictionary form tells to be the same: short forms, irregular ones, and small words. */
const SAME = new Map(
  'since because|throughout during while|every each all|among amongst between|until till|towards toward|children child kids kid|people persons person|men man|women woman|feet foot|mice mouse|teeth tooth|wives wife|lives life|body group|km kilometre kilometer|m metre meter|kg kilogram|cm centimetre centimeter|hq headquarters|mph miles|approx approximately|percent percentage'
    .split('|')
    .flatMap((group) => {
      const stems = group.split(' ').map(stemOf);
      return stems.map((stem) => [stem, stems] as const);
    }),
);

/**
 * The first word of a claim that nothing in the quoted sentences says: neither it nor one of its family, nor a synonym, nor
 * a narrower word. Names, numbers and dates are looked at elsewhere.
 */
export function unsaidWord(claim: string, { sentences, passages, articles }: Evidence): string | undefined {
  const apart = [...properNames(claim), ...numeralsIn(claim), ...dates(claim)];
  const words = wordsOf(claim);
  const said = saidIn(sentences);
  const heads = articles.flatMap(({ title, publisher = '' }) => [title, publisher]);
  // What a sentence only points to ("the agency", "it") is called by its name around it.
  const pointed = sentences.some((sentence) => POINTER.test(sentence))
    ? saidIn([...passages, ...heads]).stems
    : new Set<string>();
  const unsaid = words.find(({ word, stem, start }, i) => {
    if (isStopWord(word) || LIGHT.has(word) || /\d/.test(word) || word.length < 2) return false;
    // Any word has a capital where a sentence begins.
    const mayBeName = start > 0 || isNameInEnglish(stem);
    if (mayBeName && apart.some((span) => span.start <= start && start < span.end)) return false;
    if (isSaid(words[i] as Word, words[i + 1], said)) return false;
    // "Reached an agreement" says what "agreed" says.
    if (
      CARRIER.test(word) &&
      words.slice(i + 1, i + 4).some((noun, j) => isFamily(noun, words[i + j + 2], said))
    )
      return false;
    return !(pointed.has(stem) && isOfPart(word, 'noun') && !/(?:ed|ing)$/.test(word));
  });
  return unsaid?.word;
}

interface Said {
  stems: ReadonlySet<string>;
  words: readonly string[];
}

function saidIn(texts: readonly string[]): Said {
  const stems = new Set<string>();
  const words = new Set<string>();
  for (const text of texts) {
    const own = wordsOf(text);
    for (const stem of stemsOf(own, text)) stems.add(stem);
    for (const [i, { word }] of own.entries()) {
      if (!isStopWord(word)) words.add(word);
      const next = own[i + 1]?.word ?? '';
      if (PARTICLE.test(next)) words.add(`${word}_${next}`);
    }
  }
  return { stems, words: [...words] };
}

const PARTICLE = /^(?:up|out|off|on|down|over|in|away|back|for|about|to|into)$/;

function isSaid({ word, stem }: Word, next: Word | undefined, { stems, words }: Said): boolean {
  if (stems.has(stem) || aliasesOf(word).some((alias) => stems.has(stemOf(alias)))) return true;
  if (SAME.get(stem)?.some((other) => stems.has(other))) return true;
  if (UNIT.test(word)) return false;
  const own = sayingTheSame(word);
  if (!own.isDisjointFrom(stems)) return true;
  if (next && PARTICLE.test(next.word) && !phraseStems(word, next.word).isDisjointFrom(stems)) return true;
  return words.some((other) => sayingTheSame(other).has(stem) || sayingLess(other).has(stem));
}

/** A unit is the same or another. */
const UNIT =
  /^(?:(?:second|minute|hour|day|night|week|month|year|decade|mile|ton|tonne|pound|gram|kilogram|ounce|inch|yard|acre|hectare|dollar|euro|rupee|yen|yuan|watt|kilowatt|megawatt|gigawatt|(?:kilo|centi|milli)?met(?:er|re))s?|feet|foot|inches|centur(?:y|ies))$/;

/** Verbs that only carry the noun behind them. */
const CARRIER =
  /^(?:reach|pay|paid|carr(?:y|ied)|conduct|perform|undert(?:ake|ook)|hold|held|issue|put)(?:e?[sd]|ing)?$/;

/** Whether a noun says what the texts say with another word. */
function isFamily(noun: Word, next: Word | undefined, said: Said): boolean {
  return !isStopWord(noun.word) && !said.stems.has(noun.stem) && isSaid(noun, next, said);
}

function phraseStems(word: string, particle: string): Set<string> {
  return new Set(aliasesOf(word).flatMap((form) => [...sayingTheSame(`${form}_${particle}`)]));
}
