import { namesIn } from '../retrieve/stems.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';
import { AUXILIARY, ELLIPTIC, INVERTED, OPENING, REQUEST } from './question-words.ts';

const IS_ELLIPTIC = new RegExp(`^${ELLIPTIC}$`, 'iu');
const PRONOUN = /\b(?:it|they|them|he|him|she)\b(?!['’])/iu;
const POSSESSIVE = /\b(?:its|their|his|her)\b(?= \p{L})/iu;
const PERSON = /\b(?:he|him|his|she|her)\b/iu;
const OPENS = new RegExp(`^${OPENING} `, 'iu');
const ASKS_WHO = /^who\b/iu;
const REQUESTED = new RegExp(`^${REQUEST} `, 'iu');
/** "when was", "how many people does": all before the subject. */
const BEFORE_SUBJECT = new RegExp(`^(?:${INVERTED}|${AUXILIARY}|${OPENING}) `, 'iu');
const ASKS_WHICH = new RegExp(`^(?:which|what) ((?:[\\p{L}’'-]+ ){0,3}[\\p{L}’'-]+) ${AUXILIARY} `, 'iu');
/** "year was" in "What year was": the noun goes with the opening, and the verb stays. */
const NOUN = new RegExp(`^(?:[\\p{L}’'-]+ ){1,3}?(?=${AUXILIARY} )`, 'iu');
const VERB = new RegExp(` (?:${AUXILIARY}) .*$`, 'iu');
/** A name behind one of these tells where or with whom, not what is spoken of. */
const ASIDE =
  /\b(?:in|at|about|from|with|between|by|to|on|for|near|during|under|against|since|until|after|before) (?:the )?(?:\p{Lu}\S* and )?(?:the )?$/u;
const DONE =
  /^(?:\p{L}+ed|held|built|made|set|sent|born|won|lost|begun|known|written|drawn|found|sold|led|met|begin|start|end|last|open|happen|cost|take|mean|work|do)$/iu;
/** A question of so few telling words, as "what was the score", is about what the first one is about. */
const FEW_WORDS = 2;

/** A question that goes on from another, with what it leaves to that one: "and when" after "Who signed the pact". */
export function complete(question: string, first: string): string {
  const matter = first.replace(REQUESTED, '');
  if (IS_ELLIPTIC.test(question)) return `${question} ${predicateOf(matter)}`;
  const isOfPerson = PERSON.test(question) && ASKS_WHO.test(matter);
  const subject = isOfPerson ? matter.replace(BEFORE_SUBJECT, '') : subjectOf(matter);
  if (subject === '') return question;
  if (PRONOUN.test(question)) return question.replace(PRONOUN, subject);
  if (POSSESSIVE.test(question)) return question.replace(POSSESSIVE, `${subject}’s`);
  const telling = wordsOf(question).filter(({ word }) => !isStopWord(word));
  const namesItsOwn = namesIn(` ${question}`).some(({ start }) => start > 1);
  return namesItsOwn || telling.length > FEW_WORDS ? question : `${question} (${subject})`;
}

/** What a question says, without the words that ask. */
function predicateOf(question: string): string {
  const rest = question.replace(OPENS, '');
  return /^(?:\S+ )?(?:what|which)\b/iu.test(question) ? rest.replace(NOUN, '') : rest;
}

/** What a question is about: the name that is not mentioned in passing, or else its subject or object. */
function subjectOf(question: string): string {
  const matter = question.replace(BEFORE_SUBJECT, '');
  const name = namesIn(` ${matter}`).findLast(({ start }) => !ASIDE.test(matter.slice(0, start - 1)));
  if (name) return matter.slice(name.start - 1, name.end - 1);
  const [, kind] = ASKS_WHICH.exec(question) ?? [];
  if (kind !== undefined && !/^(?:year|day|month|date)$/i.test(kind)) return `the ${kind}`;
  const words = (/\b(?:the|an?|this|these)\b.*/iu.exec(matter)?.[0] ?? matter).replace(VERB, '').split(' ');
  return (words.length > 1 && DONE.test(words.at(-1) ?? '') ? words.slice(0, -1) : words).join(' ');
}
