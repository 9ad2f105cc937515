/** What contributions are called, by their names in `Signals`, `TopicEvidence` and `SaidEvidence`: at most 23 letters. */
const CALLED: Readonly<Record<string, string>> = {
  bias: 'to start from',
  coverage: 'words asked, in it',
  context: 'words asked, near it',
  passage: 'words asked, in passage',
  plain: 'rare words, in passage',
  cosine: 'nearness in meaning',
  passageCosine: 'the same, in passage',
  rank: 'rank of its passage',
  characters: 'letters in common',
  expected: 'has such an answer',
  fullName: 'names a person in full',
  unmet: 'no such answer near it',
  missingNames: 'names not in passage',
  missingNear: 'names not near it',
  pointer: 'holds a web address',
  meant: 'other words for asked',
  meantInPassage: 'other words, in passage',
  pairs: 'words asked in a row',
  nearExpected: 'words near such answer',
  referred: 'what it refers back to',
  nearAndCovered: 'nearness x words',
  known: 'rare words in common',
  matched: 'words in common',
  understood: 'in these or other words',
  vectors: 'nearest passage',
  terms: 'length of the question',
  lead: 'nearer than the others',
  unfocused: 'thing asked for missing',
  likeliest: 'likeliest of all',
  gap: 'better than the next',
};

/** Plain words for what a contribution observed; for one without any, its name in separate words. */
export function describeObservation(name: string): string {
  return CALLED[name] ?? name.replace(/\p{Lu}/gu, (capital) => ` ${capital.toLowerCase()}`);
}
