import { isStopWord, type Word, wordsOf } from '../../retrieve/words.ts';
import { isOfPart } from '../thesaurus.ts';

/** Telling words on either side of a verb that are who does it, or whom it is done to. */
const REACH = 3;
const CLAUSE_END = /[,;:()“”"]/;

/**
 * A verb around which a claim has turned who does it and to whom: "India owed France" for "France owed India". The passive
 * with "by" is turned back.
 */
export function turnedVerb(claim: string, sentences: readonly string[]): string | undefined {
  const said = verbsOf(claim);
  const stated = sentences.flatMap(verbsOf);
  const turned = said.find((own) => {
    const same = stated.filter(({ stem }) => stem === own.stem);
    return same.length > 0 && same.every((other) => isTurned(own, other));
  });
  return turned?.word;
}

/**
 * A name that a claim says something was done by, where a sentence only speaks of it behind what was done: "founded by Rao" for
 * "founded in 1961, when Rao was king".
 */
export function unsaidDoer(claim: string, sentences: readonly string[]): string | undefined {
  const found = [...claim.matchAll(DONE_BY)].find(({ groups: { verb = '', name = '' } = {} }) => {
    const own = wordsOf(verb)[0];
    const last = wordsOf(name).at(-1);
    const telling = sentences.map((sentence) => wordsOf(sentence).map(({ stem }) => stem));
    const withBoth = telling.filter(
      (stems) => own && last && stems.includes(own.stem) && stems.includes(last.stem),
    );
    return (
      withBoth.length > 0 &&
      withBoth.every((stems) => {
        const done = stems.indexOf(own?.stem ?? '');
        return stems.indexOf(last?.stem ?? '') > done && !stems.includes('by', done);
      })
    );
  });
  return found?.groups?.name;
}

const DONE_BY =
  /\b(?:was|were|been|is|are|being) (?:\p{L}+ly )?(?<verb>\p{Ll}+) by (?:the )?(?<name>\p{Lu}[\p{L}’'-]*(?: (?:de |of |the )?\p{Lu}[\p{L}’'-]*)*)/gu;

/** A verb with the stems before and behind it, nearest first, as they would stand in the active. */
interface Placed {
  word: string;
  stem: string;
  before: string[];
  behind: string[];
}

function verbsOf(text: string): Placed[] {
  const words = wordsOf(text);
  return words.flatMap((verb, i) => {
    if (isStopWord(verb.word) || /^\p{Lu}/u.test(text.slice(verb.start)) || !isOfPart(verb.word, 'verb'))
      return [];
    const before = nearest(words.slice(0, i).reverse(), (word) => text.slice(word.end, verb.start));
    const behind = nearest(words.slice(i + 1), (word) => text.slice(verb.end, word.start));
    const rest = text.slice(verb.end).split(CLAUSE_END)[0] ?? '';
    const isPassive =
      /^(?: \p{L}+){0,4} by\b(?! (?:\d|(?:early|mid|late|the (?:end|time|start|year)|January|February|March|April|May|June|July|August|September|October|November|December)\b))/u.test(
        rest,
      );
    const { word, stem } = verb;
    return [isPassive ? { word, stem, before: behind, behind: before } : { word, stem, before, behind }];
  });
}

function nearest(words: readonly Word[], between: (word: Word) => string): string[] {
  return words
    .filter((word) => !isStopWord(word.word) && !CLAUSE_END.test(between(word)))
    .slice(0, REACH)
    .map(({ stem }) => stem);
}

function isTurned(own: Placed, other: Placed): boolean {
  const isOnly = (stem: string, here: readonly string[], there: readonly string[]) =>
    here.includes(stem) && !there.includes(stem);
  return (
    own.before.some((stem) => isOnly(stem, other.behind, other.before) && !own.behind.includes(stem)) &&
    own.behind.some((stem) => isOnly(stem, other.before, other.behind) && !own.before.includes(stem))
  );
}
