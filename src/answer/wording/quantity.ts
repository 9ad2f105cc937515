import { SMALL_NUMBERS } from '../../numerals.ts';

const BEFORE_NUMBER = String.raw`(?= (?:an? |[$€£₹])?(?:\d|\p{L}+(?:een|ty)\b|${SMALL_NUMBERS.slice(1).join('|')}|hundred|thousand|million|half))`;

/** Words for how much of something, which a claim must not bring in. */
const CLASSES: readonly (readonly [said: RegExp, stated: RegExp])[] = [
  same(
    /\b(?:all|every|everyone|everybody|everything|each|entire(?:ly)?|whole|wholly|always|complete(?:ly)?|total(?:ly)?|fully|full|any)\b/i,
  ),
  same(
    /\b(?:most|mostly|mainly|largely|majority|usually|generally|typically|normally|nearly every|almost all)\b/i,
  ),
  [/\bboth\b/i, /\b(?:both|two|and)\b/i],
  same(/\b(?:only|solely|exclusively|merely|sole|just)\b/i),
  same(/\b(?:half|halves|50 ?(?:%|per ?cent))\b/i),
  same(
    new RegExp(
      String.raw`\b(?:at least|more than|(?:over|above)${BEFORE_NUMBER}|minimum|exceed(?:s|ed|ing)?|or more)\b`,
      'iu',
    ),
  ),
  same(
    new RegExp(
      String.raw`\b(?:at most|(?<!set )up to|less than|fewer than|(?:under|below)${BEFORE_NUMBER}|maximum|as many as|no more than|within(?= \d))\b`,
      'iu',
    ),
  ),
  same(/\b(?:often|frequently|regularly|commonly)\b/i),
  [
    /\b(?:some|certain|one) (?:of|\p{Ll}+s)\b|\bsome\b|\bpart(?:s|ly|ially)? of\b|\bpart(?:ly|ially)\b|\bsometimes\b|\boccasionally\b/iu,
    /\b(?:some|certain|several|few|part|parts|partly|partial(?:ly)?|many|various|one of|sometimes|occasionally|other|number of|a|an)\b/i,
  ],
  [
    /\b(?:many|numerous|much|plenty)\b/i,
    /\b(?:many|numerous|much|several|most|various|number of|plenty|great|large(?:ly)?|lots?|hundreds|thousands|millions|dozens|all|\d{2,})\b/i,
  ],
  [
    /\b(?:few|little|hardly|barely|rarely|seldom)\b/i,
    /\b(?:few|little|small|hardly|barely|rare(?:ly)?|seldom)\b/i,
  ],
  same(/\b(?:none|neither|nobody|nothing)\b/i),
  [
    /\bfirst\b/i,
    /\b(?:first|initial(?:ly)?|originally|earliest|oldest|original|began|begun|never before)\b/i,
  ],
  ...'second third fourth fifth sixth seventh eighth ninth tenth last|latest|final|recent(?:ly)? newest oldest earliest youngest'
    .split(' ')
    .map((words) => same(new RegExp(`\\b(?:${words})\\b`, 'i'))),
  ...'largest|biggest|greatest smallest|tiniest highest|tallest|top lowest best worst strongest|most powerful fastest longest shortest richest|wealthiest poorest unique secret historic landmark unprecedented'
    .split(' ')
    .map((words) => same(new RegExp(`\\b(?:${words})\\b`, 'i'))),
  [/\bone\b/i, /\bone\b|^(?!.*\b(?:each|every|all|both|some|most|any)\b)/i],
];

function same(pattern: RegExp): readonly [RegExp, RegExp] {
  return [pattern, pattern];
}

/** Words for how much, in groups that mean about the same. */
const AMOUNTS = [
  'all every each entire whole both any',
  'most mostly mainly majority',
  'many numerous several various multiple',
  'some certain',
  'few little',
  'no none',
  'always',
  'usually generally normally typically',
  'often frequently regularly',
  'sometimes occasionally',
  'rarely seldom',
  'never',
].map((group) => new Set(group.split(' ')));

/** Whether a text says how much, and another says it otherwise. */
export function isOtherAmount(words: readonly string[], others: readonly string[]): boolean {
  const groupsOf = (some: readonly string[]) =>
    AMOUNTS.filter((group) => some.some((word) => group.has(word)));
  const [own, theirs] = [groupsOf(words), groupsOf(others)];
  return own.length > 0 && theirs.length > 0 && !own.some((group) => theirs.includes(group));
}

/** What makes one thing the cause of another, and with what texts may say so. */
const CAUSE =
  /\b(?:because|due to|owing to|thanks to|as a result|result(?:s|ed|ing)? (?:in|from)|caus(?:e|es|ed|ing)|led to|leads? to|leading to|therefore|consequently|in response to|in reaction to|so that|triggered|prompted|blamed?)\b/i;
const CAUSE_STATED = new RegExp(
  `${CAUSE.source}|\\b(?:since(?! (?:\\d|the|early|late|then|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\b))|so|hence|thus|reasons?|why|results?|response|stem(?:s|med)?|brought about|forced?)\\b`,
  'iu',
);

/** A quantity or a cause that a claim tells and the quoted sentences do not; `undefined` when there is none. */
export function unsaidQuantity(claim: string, sentences: readonly string[]): string | undefined {
  const text = sentences.join(' ');
  const found = [...CLASSES, [CAUSE, CAUSE_STATED] as const].flatMap(([said, stated]) => {
    const own = said.exec(claim);
    return own && !stated.test(text) ? [own[0]] : [];
  });
  return found[0] === undefined ? undefined : `it says "${found[0]}", and the quoted words do not`;
}
