import type { Span } from '../model.ts';
import { isNameInEnglish } from '../retrieve/english.ts';
import { namesIn } from '../retrieve/stems.ts';
import { fold, isStopWord, stemOf } from '../retrieve/words.ts';
import { countriesIn } from './countries.ts';
import { apartFrom, dates } from './forms.ts';

/** A name after one of these is where something happened rather than who did it. */
const AFTER_PLACE_WORD = /\b(?:in|at|near)\s+(?:the\s+)?$/i;
const PLACE =
  /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Oo]utside|[Aa]cross|[Aa]round|along|into|towards?|inside|within|east of|west of|north of|south of)\s+(?:the\s+)?(?:(?:(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?|central|downtown|rural|nearby|modern)\s+)*(\p{Lu}[\p{L}’'-]*(?:,?\s+(?:of\s+(?:the\s+)?)?\p{Lu}[\p{L}’'-]*)*|(?:capital|city|coast|country|countryside|district|east|hills?|islands?|mountains?|north|province|region|sea|south|state|town|valley|village|west)\b)/gu;
const PLACE_NOUN =
  /\b(?:River|Sea|Ocean|Lake|Bay|Islands?|Mountains?|Hills?|Valley|Park|Gardens?|Forest|Palace|Castle|Square|Street|Road|Avenue|Bridge|Stadium|Airport|Station|Museum|Cathedral|Building|Tower|Hall|Library|Theat(?:re|er)|City|Town|Village|District|County|Province|Region|Coast|Beach|Port|Harbou?r|Campus)$/;
const THING_NOUN =
  /\b(?:Act|Treaty|Pact|Agreement|Accord|Convention|War|Battle|Revolution|Conference|Summit|Prize|Award|Cup|Festival|Day|Week|Age|Era|Empire|Dynasty|Constitution|Resolution|Plan|Programme|Program|Project|Operation|Games|Olympics|League|Uprising|Rebellion)s?$/;
/** "Russian officials" names no one. */
const ADJECTIVE =
  /^\p{Lu}\p{Ll}*(?:ish|ese|ian|ean|ican|ench|utch|reek|wiss|erman|oman|amic|abic|altic|ordic|lavic|anic|ist|raqi|raeli|istani)$/u;
const OPENING_MARKS = /^["“‘'([]*$/;
/** Begin sentences beside stop words and adverbs, and are no names. */
const OPENERS = new Set(
  'however although though despite since until besides among across within without according another others several many much most few each every both either neither instead meanwhile moreover furthermore nevertheless thus therefore hence yet still perhaps indeed today yesterday tomorrow later earlier soon already even ever never often once twice one two three four five six seven eight nine ten unlike like given following prior due along around near outside inside upon toward towards first second third next last finally then two key new'.split(
    ' ',
  ),
);

/** "Critics of the Salt League" names the Salt League. */
const SOME_OF = /^(?<people>\p{Lu}\p{Ll}+s) (?:of|for|from|in|on|at|against) (?:the )?(?<name>\p{Lu}.*)$/su;

/** Names without the word that opens the sentence ("But Rao" is Rao) and without dates and adjectives of countries. */
export function properNames(sentence: string): Span[] {
  return apartFrom(capitalised(sentence), dates(sentence))
    .filter((span) => span.end - span.start > 1 && !isAdjective(sentence, span))
    .map((span) => withoutAdjective(sentence, span));
}

/** Runs of capitalised words without the word that opens the sentence: names, and adjectives of countries. */
export function capitalised(sentence: string): Span[] {
  return namesIn(sentence).flatMap((span) => withoutOpening(sentence, span));
}

/** Names that may be of people, or of those who act like them: not of places, countries or treaties. */
export function people(sentence: string): Span[] {
  return properNames(sentence).filter(({ start, end }) => {
    const name = sentence.slice(start, end);
    return (
      !AFTER_PLACE_WORD.test(sentence.slice(0, start)) &&
      !PLACE_NOUN.test(name) &&
      !THING_NOUN.test(name) &&
      !countriesIn(name).some((country) => country.start === 0 && country.end === name.length)
    );
  });
}

/** Where something is: what stands after "in", "near" and the like, and countries. */
export function places(sentence: string): Span[] {
  const behind = [...sentence.matchAll(PLACE)].map(({ 0: whole, 1: name = '', index }) => ({
    start: index + whole.length - name.length,
    end: index + whole.length,
  }));
  const named = apartFrom(behind, dates(sentence));
  const countries = countriesIn(sentence).filter((span) => !belongsToName(sentence, span));
  return [...named, ...apartFrom(countries, named)].sort((a, b) => a.start - b.start);
}

/** "the Indian Space Research Organisation" is nowhere in particular. */
function belongsToName(sentence: string, { start, end }: Span): boolean {
  return ADJECTIVE.test(sentence.slice(start, end)) && /^ \p{Lu}/u.test(sentence.slice(end));
}

function withoutOpening(sentence: string, span: Span): Span[] {
  if (!OPENING_MARKS.test(sentence.slice(0, span.start))) return [span];
  const { first = '', rest = '' } =
    /^(?<first>[\p{L}]+)(?:['’]\p{L}+)?(?:\s+(?<rest>\p{Lu}.*))?/su.exec(sentence.slice(span.start, span.end))
      ?.groups ?? {};
  const some = SOME_OF.exec(sentence.slice(span.start, span.end))?.groups;
  if (some?.name && !isNameInEnglish(stemOf(fold(some.people ?? '')))) {
    return [{ start: span.end - some.name.length, end: span.end }];
  }
  const word = fold(first);
  const isAdverb = /ly$/.test(word) && !isNameInEnglish(stemOf(word));
  if (first === 'US' || !(isStopWord(word) || OPENERS.has(word) || isAdverb)) return [span];
  return rest === '' ? [] : [{ start: span.end - rest.length, end: span.end }];
}

/** "the Department of Space of the Indian government" names the Department of Space. */
function withoutAdjective(sentence: string, { start, end }: Span): Span {
  const [, name = '', last = ''] =
    /^(.+?) (?:of|for|and|on) (?:the )?(\S+)$/u.exec(sentence.slice(start, end)) ?? [];
  const isCut = last !== '' && isAdjective(sentence, { start: end - last.length, end });
  return { start, end: isCut ? start + name.length : end };
}

function isAdjective(sentence: string, { start, end }: Span): boolean {
  return (
    ADJECTIVE.test(sentence.slice(start, end)) &&
    /^ (?!(?:was|is|has|had|were|are|will|would|could|can|and|or|who|of|in|on|at|to|from|by|with|for|as|said|says|told|\p{Ll}+ed)\b)\p{Ll}/u.test(
      sentence.slice(end),
    )
  );
}
