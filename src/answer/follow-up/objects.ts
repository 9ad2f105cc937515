import type { CitedWords } from '../../model.ts';
import { wordsOf } from '../../retrieve/words.ts';
import { matterOf } from './matter.ts';

/** "announce" in "What did Rao announce in May" */
const ASKED_VERB =
  /^what (?:do|does|did|will|would|has|have|had) .+? (\p{Ll}+)(?: (?:in|on|at|during|since|after|before|together|with|for|to) .*)?$/iu;
const DONE =
  /(\p{Ll}+) (?:an?|the|its|his|her|their) ((?:[\p{Ll}-]+ ){0,2}[\p{Ll}-]+)(?=[,.;]| (?:of|in|on|at|for|to|with|by|from|as|that|which|and)\b|$)/gu;

/** What the cited words say was done: "the package" in "Rao announced a package" after "What did Rao announce?". */
export function objectsOf(question: string, cited: readonly CitedWords[]): string[] {
  const verb = ASKED_VERB.exec(matterOf(question))?.[1];
  if (verb === undefined) return [];
  const [stem] = wordsOf(verb).map((word) => word.stem);
  return cited.flatMap(({ quote }) =>
    [...quote.matchAll(DONE)].flatMap(([, done = '', object = '']) =>
      wordsOf(done)[0]?.stem === stem ? [`the ${object}`] : [],
    ),
  );
}
