import { rarityInEnglish } from '../retrieve/english.ts';
import type { Query } from '../retrieve/query.ts';
import { sayingTheSame } from './wording/thesaurus.ts';

/** Stems that can say what terms of a question say, each with those terms and how much of them it says (0 to 1). */
export type Meant = ReadonlyMap<string, readonly { stem: string; credit: number }[]>;

/** Shorter words, and those as common in English as these, have too many meanings. */
const LEAST_LETTERS = 3;
const LEAST_RARITY = 0.3;

/** Other words for the terms of a question. */
export function meantBy({ terms }: Query): Meant {
  const meant = new Map<string, { stem: string; credit: number }[]>();
  for (const { word, stem } of terms) {
    if (word.length < LEAST_LETTERS || /\d/.test(word)) continue;
    const rarity = rarityInEnglish(stem);
    for (const other of sayingTheSame(word)) {
      const common = rarityInEnglish(other);
      if (other === stem || common < LEAST_RARITY) continue;
      const credit = Math.min(1, common / rarity);
      const of = meant.get(other);
      if (of) of.push({ stem, credit });
      else meant.set(other, [{ stem, credit }]);
    }
  }
  return meant;
}
