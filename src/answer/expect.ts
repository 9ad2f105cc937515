import type { Span } from '../model.ts';
import type { Query } from '../retrieve/query.ts';
import { namesIn } from '../retrieve/stems.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';

/** What kind of words would answer a question. */
export type Expected = 'date' | 'number' | 'money' | 'name' | 'place' | 'reason' | 'anything';

const PATTERNS: [Expected, RegExp][] = [
  [
    'money',
    /\b(cost|costs|price|budget|worth|funding|funds|money|pay|paid|spend|spent)\b.*\bhow much\b|\bhow much\b.*\b(cost|costs|price|budget|worth|funding|money|pay|paid|spend|spent)\b|\b(what|which)\b.*\b(cost|price|budget)\b/i,
  ],
  ['number', /\bhow (many|much|large|big|long|tall|high|far|old|often|fast|deep|wide|heavy)\b/i],
  [
    'number',
    /\b(number|amount|count|percentage|percent|share|size|total|price|cost|population|budget) of\b/i,
  ],
  ['number', /\b(count|number|total|how many)\W*$/i],
  [
    'date',
    /\bwhen\b|\b(what|which|in what|in which) (year|date|day|month|decade|century|time)\b|\bhow long ago\b/i,
  ],
  [
    'date',
    /\b(year|dates?|since when)\W*$|\b(founding|launch|start|end|signing|release|birth) dates?\b|\bdates? of\b/i,
  ],
  [
    'place',
    /\bwhere\b|\b(what|which) (country|countries|city|cities|place|places|state|town|region|continent)\b/i,
  ],
  ['place', /\b(location|hq|headquarters)\W*$/i],
  [
    'name',
    /\bwho(m|se)?\b|\b(what|which) (person|people|president|minister|leader|company|agency|organi[sz]ation|group|team)\b/i,
  ],
  ['reason', /\bwhy\b|\b(reason|cause|purpose)\b|\bwhat for\b/i],
];

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?';
const YEAR = '(?:1[0-9]|20)\\d\\d';
const DATE = new RegExp(
  [
    `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? ${YEAR})?`,
    `\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? ${YEAR})?`,
    `\\b${MONTH},? ${YEAR}`,
    `\\b${YEAR}(?:-\\d\\d-\\d\\d|s|[–-]\\d{2,4})?\\b`,
    '\\b(?:\\d{1,2}(?:st|nd|rd|th)|(?:nine|eigh|seven|six|fif|four|thir|twelf|eleven|ten)(?:teen)?th) (?:century|centuries)\\b',
    `(?<=\\b(?:in|on|since|until|by|before|after|during|last|next|this|early|late|mid) )${MONTH}`,
    '\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b',
  ].join('|'),
  'g',
);
const NUMBER_WORD =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen|half|twice';
const NUMBER = new RegExp(
  `[$€£₹]? ?\\b\\d[\\d.,]*(?: ?[-–] ?\\d[\\d.,]*| to \\d[\\d.,]*)?(?: ?(?:%|percent|per cent))?(?: (?:hundred|thousand|million|billion|trillion|crore|lakh)\\b)*|\\b(?:${NUMBER_WORD})(?:[- ](?:${NUMBER_WORD}))*\\b`,
  'gi',
);
const PLACE =
  /\b(?:in|at|near|from|to|of|off|outside|across|around|along|into|towards?)\s+(?:the\s+)?(\p{Lu}[\p{L}’'-]*(?:,?\s+(?:of\s+)?\p{Lu}[\p{L}’'-]*)*|(?:capital|city|coast|country|countryside|district|east|hills?|islands?|mountains?|north|province|region|sea|south|state|town|valley|village|west)\b)/gu;
/** A name after one of these is where something happened rather than who did it. */
const AFTER_PLACE_WORD = /\b(?:in|at|near|from)\s+(?:the\s+)?$/;
const MONEY =
  /[$€£₹¥]\s?\d[\d.,]*(?: (?:hundred|thousand|million|billion|trillion|crore|lakh)\b)*|\b\d[\d.,]*(?: (?:hundred|thousand|million|billion|trillion|crore|lakh))* (?:dollars|euros?|pounds|rupees|yuan|yen|francs)\b|\b(?:Rs\.?|USD|EUR|INR|GBP) ?\d[\d.,]*/giu;
const REASON =
  /\b(?:because|due to|owing to|in order to|so that|so as to|as a result|thanks to|hence|therefore|since|after|over|amid|to (?:keep|stop|make|help|protect|prevent|ensure|allow|reduce|improve|support|promote))\b/giu;

export function expectedOf(query: Query): Expected {
  return PATTERNS.find(([, pattern]) => pattern.test(query.text))?.[0] ?? 'anything';
}

/** The spans of a sentence that could be what a question expects, leaving out words of the question itself. */
export function findExpected(expected: Expected, sentence: string, query: Query): Span[] {
  const asked = new Set(query.words.map(({ stem }) => stem));
  const isNew = ({ start, end }: Span) =>
    wordsOf(sentence.slice(start, end)).some(({ word, stem }) => !asked.has(stem) && !isStopWord(word));
  const withoutDates = (spans: Span[]) => {
    const dates = spansOf(sentence, DATE);
    return spans.filter(({ start, end }) => !dates.some((date) => start < date.end && date.start < end));
  };
  switch (expected) {
    case 'date':
      return spansOf(sentence, DATE).filter(isNew);
    case 'number':
      return withoutDates(spansOf(sentence, NUMBER)).filter(isNew);
    case 'money':
      return spansOf(sentence, MONEY);
    case 'name':
      return withoutDates(namesIn(sentence)).filter(
        (span) => isNew(span) && !AFTER_PLACE_WORD.test(sentence.slice(0, span.start)),
      );
    case 'place':
      return [...sentence.matchAll(PLACE)]
        .map(({ 0: whole, 1: name = '', index }) => ({
          start: index + whole.length - name.length,
          end: index + whole.length,
        }))
        .filter(isNew);
    case 'reason':
      return spansOf(sentence, REASON);
    default:
      return [];
  }
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => {
    const lead = match.length - match.trimStart().length;
    return { start: index + lead, end: index + match.trimEnd().replace(/[.,]$/, '').length };
  });
}
