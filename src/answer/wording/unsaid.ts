import type { Span } from '../../model.ts';
import { numeralsIn } from '../../numerals.ts';
import { aliasesOf } from '../../retrieve/aliases.ts';
import { isNameInEnglish } from '../../retrieve/english.ts';
import { isStopWord, stemOf, type Word, wordsOf } from '../../retrieve/words.ts';
import { holds } from '../../spans.ts';
import { dates } from '../forms.ts';
import { properNames } from '../names.ts';
import { isOfPart } from '../thesaurus.ts';
import { gapsBetween, isMadeFrom } from './alignment.ts';
import type { Evidence } from './evidence.ts';
import { POINTER } from './facts.ts';
import { isLight, tells } from './light-words.ts';
import { canStandFor, isSaid, type Said, saidIn } from './said.ts';
import { mostNamed } from './single-names.ts';

/**
 * The first word of a claim that nothing in the quoted sentences says: neither it nor one of its family, nor a synonym, nor
 * a narrower word; nor does it stand in for one that the claim leaves out and that says much the same. Names, numbers and
 * dates are looked at elsewhere.
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
  const named = mostNamed(sentences);
  const replacing = sentences.flatMap((sentence) => replacedIn(claim, sentence));
  const unsaid = words.filter(({ word, stem, start }, i) => {
    if (isStopWord(word) || isLight(word) || /\d/.test(word) || word.length < 2) return false;
    // "Didn't" is two words.
    if (words[i + 1]?.word === 't' && /n$/.test(word)) return false;
    // Any word has a capital where a sentence begins.
    const mayBeName = start > 0 || isNameInEnglish(stem);
    if (mayBeName && apart.some((span) => holds(span, start))) return false;
    if (isSaid(words[i] as Word, words[i + 1], said)) return false;
    if (carries(words, i, said) || isMeantTo(words, i) || isSinceThen(words, i)) return false;
    if (TOGETHER.test(word) && named >= 2) return false;
    return !(pointed.has(stem) && isThing(word) && !replacing.some((span) => holds(span, start)));
  });
  const leftOut = leftOutOf(sentences, words);
  const [first, ...others] = unsaid.filter(({ word }) => {
    const at = leftOut.findIndex((other) => canStandFor(word, other));
    if (at >= 0) leftOut.splice(at, 1);
    return at < 0;
  });
  if (!first || (others.length === 0 && mayBeForgiven(first, claim, words, sentences))) return undefined;
  return first.word;
}

/** Telling words of a claim one of which its source need not have, when it is told in other words altogether. */
const LEAST_TELLING = 6;

function mayBeForgiven(
  { word }: Word,
  claim: string,
  words: readonly Word[],
  sentences: readonly string[],
): boolean {
  return (
    words.filter((one) => tells(one.word) && !isLight(one.word)).length >= LEAST_TELLING &&
    (isOfPart(word, 'noun') || isOfPart(word, 'verb')) &&
    !sentences.some((sentence) => isMadeFrom(claim, sentence))
  );
}

/** Spans of a claim in place of which a sentence says something else, rather than only pointing to it. */
function replacedIn(claim: string, sentence: string): Span[] {
  return gapsBetween(claim, sentence).flatMap(([own, other]) => {
    const words = sentence.slice(other.start, other.end);
    const isPointer = POINTER.test(words) || wordsOf(words).every(({ word }) => isStopWord(word));
    return isPointer ? [] : [own];
  });
}

function isThing(word: string): boolean {
  return isOfPart(word, 'noun') && !/(?:ed|ing)$/.test(word);
}

/** Words of the sentences that a claim does not say: each may stand behind one of its words. */
function leftOutOf(sentences: readonly string[], claim: readonly Word[]): string[] {
  const stems = new Set(claim.flatMap(({ word, stem }) => [stem, ...aliasesOf(word).map(stemOf)]));
  const isLeftOut = ({ word, stem }: Word) => !stems.has(stem) && tells(word) && !/\d/.test(word);
  return [
    ...new Set(
      sentences
        .flatMap(wordsOf)
        .filter(isLeftOut)
        .map(({ word }) => word),
    ),
  ];
}

/** Verbs that only carry a noun beside them. */
const CARRIER =
  /^(?:reach|achiev|pay|paid|carr(?:y|ied)|conduct|perform|undert(?:ake|ook)|hold|held|issue|put)(?:e?[sd]|ing)?$/;
const NEAR = 3;

/** "Reached an agreement" says what "agreed" says, and so does "a meeting was held" for "met". */
function carries(words: readonly Word[], at: number, said: Said): boolean {
  if (!CARRIER.test(words[at]?.word ?? '')) return false;
  return [...words.keys()]
    .slice(Math.max(0, at - NEAR), at + NEAR + 1)
    .some((i) => i !== at && isFamily(words[i] as Word, words[i + 1], said));
}

/** "Was designed to carry" says what "to carry" says. */
function isMeantTo(words: readonly Word[], at: number): boolean {
  return /^(?:designed|intended|meant)$/.test(words[at]?.word ?? '') && words[at + 1]?.word === 'to';
}

/** "Has been a member since 1998" says what "became a member in 1998" says. */
function isSinceThen(words: readonly Word[], at: number): boolean {
  return words[at]?.word === 'since' && words.slice(at + 1, at + 4).some(({ word }) => /^\d+$/.test(word));
}

/** Stands for several that were named. */
const TOGETHER = /^(?:leaders|countries|nations|sides|governments|parties|partners)$/;

/** Whether a noun says what the texts say with another word. */
function isFamily(noun: Word, next: Word | undefined, said: Said): boolean {
  if (isStopWord(noun.word) || !isSaid(noun, next, said)) return false;
  return !said.stems.has(noun.stem) || (isOfPart(noun.word, 'noun') && isOfPart(noun.word, 'verb'));
}
