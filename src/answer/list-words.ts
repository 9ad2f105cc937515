import { SMALL_NUMBERS } from '../numerals.ts';

const COUNTED = new RegExp(
  `\\b(${SMALL_NUMBERS.slice(2).join('|')}|both|[2-9]|1[0-2])\\b(?! (?:percent|per cent|million|billion|thousand|hundred|years?|days?|weeks?|months?|hours?|times|am|pm|[ap]\\.m|o.clock)\\b|[,.%:]?\\d|%)`,
  'i',
);

const VERB = "(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|its|this|his|as|us|['’]s)";
/** "Which four", "what areas", "name the", "who are", "what does it include". */
const PLURAL = new RegExp(
  `\\b(?:what|which) (?:(?!${VERB}\\b)[\\p{L}\\d’'-]+ ){0,4}?(?!${VERB}\\b)[\\p{L}’'-]+[^s\\s]s\\b(?! of)|\\b(?:what|who|which) (?:are|were)\\b|^(?:please |can you |could you )*(?:list|name|enumerate|give|tell) (?:me |us )?(?:all )?(?:of )?the\\b|\\bwhat (?:does|do|did) .*\\b(?:include|consist of|comprise|cover|require|involve|contain)\\b`,
  'iu',
);

/** The first count of things in a text, from 2 to 12; `undefined` when there is none. */
export function numberIn(text: string): number | undefined {
  const word = COUNTED.exec(text)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  if (word === 'both') return 2;
  const index = SMALL_NUMBERS.indexOf(word);
  return index === -1 ? Number(word) : index;
}

/** Whether a question wants to know several things: "which four", "what are the aims". */
export function asksForList(question: string): boolean {
  return PLURAL.test(question);
}

/** How many things a sentence sets side by side: three in "tea, milk and sugar". */
export function itemsIn(sentence: string): number {
  const joints = sentence.match(/,\s+(?:(?:and|or)\s+)?|;\s+|\s+(?:and|or|as well as)\s+/giu) ?? [];
  return joints.some((joint) => /and|or|as|;/i.test(joint)) ? joints.length + 1 : 0;
}
