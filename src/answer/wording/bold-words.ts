import { isStopWord, stemOf, type Word, wordsOf } from '../../retrieve/words.ts';
import { isLight } from './light-words.ts';
import { isSaidOrReplaced, type Said, saidIn } from './said.ts';

/** Words that accuse somebody or tell of harm. */
const GRAVE = new Set(
  `abuse accident accuse arrest arson assassinate assault attack ban bankrupt betray blackmail bomb boycott bribe bully cancel catastrophe cheat
  collapse condemn convict corrupt crash crime criminal criticise criticize dead death destroy die disaster disease evict explode explosion expel
  exploit extort fail fake fatal fight fire fled flee flood forge fraud guilty hack harass harm hate hostage illegal injure injury insult
  invade jail kidnap kill lawsuit leak liar lie lied loot manipulate massacre misuse mock murder neglect nazi outrage poison prison protest punish quit racist
  rape rebel resign riot rob sabotage sack sanction scam scandal sexist shoot shot shut slander smuggle spy starve steal stole stolen strike sue
  suicide suspect terror terrorist theft threat threaten torture toxic traffic treason victim violate violence violent war wound`
    .split(/\s+/)
    .map(stemOf),
);

/**
 * Words of a claim that need to stand in its source and do not: such as accuse or tell of harm where the source has nothing
 * of the kind, and such as join what stands in different sentences.
 * @returns why the claim must not be said; `undefined` when there are none
 */
export function tooBold(claim: string, sentences: readonly string[]): string | undefined {
  const stated = sentences.map((sentence) => saidIn([sentence]));
  const isHeld = (word: Word) => stated.some((one) => isSaidOrReplaced(word, one));
  const words = wordsOf(claim).filter(({ word }) => !isStopWord(word));
  const grave = words.find((word) => GRAVE.has(word.stem));
  if (grave && stated.every(({ stems }) => stems.isDisjointFrom(GRAVE)))
    return `what it rests on does not have "${grave.word}"`;
  const joins = words.find(
    (word, i) => !isHeld(word) && !isLight(word.word) && joinsSentences(words, i, stated),
  );
  return joins && `"${joins.word}" joins what stands in different sentences`;
}

/** Whether the words before and behind one that the sentences lack stand in no sentence together. */
function joinsSentences(words: readonly Word[], at: number, stated: readonly Said[]): boolean {
  const isHeld = (word: Word) => stated.some((one) => isSaidOrReplaced(word, one));
  const before = words.slice(0, at).findLast(isHeld);
  const after = words.slice(at + 1).find(isHeld);
  if (!before || !after || stated.length < 2) return false;
  return !stated.some((one) => isSaidOrReplaced(before, one) && isSaidOrReplaced(after, one));
}
