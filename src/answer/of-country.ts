import type { Query } from '../retrieve/query.ts';
import { missingOf, namedIn, titleOf } from './asked-names.ts';
import { countriesIn } from './countries.ts';
import type { Candidate } from './judge.ts';

/** Tells whether the passage of a sentence lacks a country that a question names. */
export function ofOtherCountry(query: Query): (candidate: Candidate) => boolean {
  const countries = namedIn(query).filter(
    (name) => countriesIn(query.text.slice(name[0]?.start, name.at(-1)?.end)).length > 0,
  );
  return ({ ranked: { passage, sentences } }) =>
    countries.length > 0 && missingOf(countries, [titleOf(passage.article), ...sentences]).length > 0;
}
