/** What contributions are called, by their names in `Signals` and `Evidence`: at most 23 letters. */
const CALLED: Readonly<Record<string, string>> = {
  bias: 'to start from',
  coverage: 'words asked, in it',
  context: 'words asked, near it',
  passage: 'words asked, in passage',
  plain: 'rare words, in passage',
  cosine: 'nearness in meaning',
  rank: 'rank of its passage',
  pairs: 'words side by side',
  characters: 'letters in common',
  expected: 'has such an answer',
  unmet: 'no such answer near it',
  missingNames: 'names missing',
  pointer: 'holds a web address',
  short: 'is very short',
  expectedAndCovered: 'such an answer x words',
  nearAndCovered: 'nearness x words',
  anyMissing: 'a name is missing',
  nearest: 'nearest in meaning',
  terms: 'length of the question',
  unknown: 'words in no article',
};

/** Plain words for what a contribution observed; for one without any, its name in separate words. */
export function describeObservation(name: string): string {
  return CALLED[name] ?? name.replace(/\p{Lu}/gu, (capital) => ` ${capital.toLowerCase()}`);
}
