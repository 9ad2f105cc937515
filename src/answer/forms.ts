import type { Span } from '../model.ts';
import { NUMBER_WORDS } from '../numerals.ts';
import { overlap } from '../spans.ts';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?';
/** "1500 people" are no year. */
const YEAR =
  '(?:1[0-9]|20)\\d\\d(?! (?:people|men|women|children|soldiers|troops|students|workers|members|jobs|homes|houses|villages|tons|tonnes|km|kilomet|miles|met(?:re|er)s|feet|acres|hectares|dollars|euros|rupees|times))';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const NUMBER_WORD = `${NUMBER_WORDS.slice(1).join('|')}|hundred|thousand|million|billion|trillion|dozen`;
const MAGNITUDE = '(?:hundred|thousand|million|billion|trillion|crore|lakh)';
const ORDINAL_CENTURY =
  '(?:(?:early|late|mid)[- ])?(?:\\d{1,2}(?:st|nd|rd|th)|(?:nine|eigh|seven|six|fif|four|thir|twelf|eleven|ten)(?:teen)?th|twentieth|twenty-first)(?: (?:and|or|to) \\d{1,2}(?:st|nd|rd|th))?(?: |-)(?:century|centuries)\\b';
const TIME_UNIT =
  '(?:second|minute|hour|day|night|week|weekend|fortnight|month|year|decade|centur(?:y|ie)|season|term)s?';
const NUMERAL = `(?:\\d[\\d.,]*|(?:${NUMBER_WORD})(?:[- ](?:${NUMBER_WORD}))*)`;

const DATE = new RegExp(
  [
    `\\b${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?`,
    `\\b${MONTH} ${DAY}\\b(?:,? ${YEAR})?`,
    `\\b(?:early |late |mid-)?${MONTH},? ${YEAR}`,
    `\\b(?:early |late |mid-)?${YEAR}(?:-\\d\\d-\\d\\d|s|[–-]\\d{2,4})?\\b`,
    '\\b\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d\\d)\\b',
    `\\b${ORDINAL_CENTURY}`,
    `(?<=\\b(?:in|on|since|until|by|before|after|during|last|next|this|early|late|mid|of|and|to) )${MONTH}`,
    '\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b',
    '(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Aa]round|[Aa]bout|the year|c\\.|A\\.?D\\.?|and) )\\d{3}(?=[,.;)]|$| (?:AD|BC|CE|when|as|and|the|under|by|to|until|he|she|it)\\b)|\\b\\d{1,4} (?:BC|BCE|AD|CE)\\b',
    `\\b(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)\\b`,
    `\\b(?:[Ll]ast|[Nn]ext|[Tt]his|[Ee]arlier this|[Ll]ater this|[Pp]revious|[Ff]ollowing) (?:week|weekend|month|year|decade|century|night|morning|evening|spring|summer|autumn|winter|fall|quarter)\\b`,
    `\\b(?:${NUMERAL}|[Aa]n?|[Aa] few|[Ss]everal) ${TIME_UNIT} (?:ago|later|earlier|from now)\\b`,
    '\\b\\d{1,2}(?:[.:]\\d\\d)? ?[ap]\\.?m\\b\\.?|\\b(?:[01]?\\d|2[0-3]):[0-5]\\d\\b|(?<=\\bat )(?:noon|midnight)\\b',
    '(?<=\\b(?:in|during|of|by|since) (?:the )?(?:early |late )?)(?:spring|summer|autumn|winter)\\b',
  ].join('|'),
  'g',
);

const NUMBER = new RegExp(
  `(?<!\\p{L}-)(?<!\\b(?:Article|Section|Chapter|Phase|Title|Rule|Route|Channel|Part|Level|No\\.) )(?:[$€£₹] ?)?\\b\\d[\\d.,]*(?: ?[-–] ?\\d[\\d.,]*| to \\d[\\d.,]*)?(?: ?(?:%|percent|per cent))?(?: ${MAGNITUDE}\\b)*|(?<!\\b(?:no|any|every|this|that)[ -])\\b(?:${NUMBER_WORD})(?! (?:of|another|day)\\b)(?:[- ](?:${NUMBER_WORD}))*\\b|\\b(?:hundreds|thousands|millions|billions|dozens|half|twice|thrice|several)\\b`,
  'giu',
);
const PERCENTAGE = new RegExp(
  `\\b\\d[\\d.,]*(?: ?[-–] ?\\d[\\d.,]*| to \\d[\\d.,]*)? ?(?:%|per ?cent(?:age points?)?\\b)|\\b${NUMERAL} per ?cent\\b|\\b(?:half|(?:one |a |two |three )?(?:thirds?|quarters?|fifths?|tenths?)|two-thirds|three-quarters|majority|one in (?:${NUMBER_WORD}))\\b`,
  'giu',
);
const CURRENCY_WORD =
  '(?:dollars?|euros?|pounds?|sterling|rupees?|yuan|renminbi|yen|won|francs?|pesos?|reais|r[ou]u?bles?|lira|dirhams?|riyals?|rand|kron(?:er|or)|shekels?|cents?|pence)';
const SUM = `\\d[\\d.,]*(?:[ -]?[-–] ?\\d[\\d.,]*)?(?:[ -]?(?:bn|mn|tn|k|m|b)\\b|(?:[ -]${MAGNITUDE})+\\b)?`;
const MONEY = new RegExp(
  `[$€£₹¥₩₽₺₪]\\s?${SUM}|\\b${SUM} (?:US |American |Canadian |Australian )?${CURRENCY_WORD}\\b|\\b(?:${NUMBER_WORD})(?:[- ](?:${NUMBER_WORD}))* ${CURRENCY_WORD}\\b|\\bRs\\.? ?${SUM}`,
  'giu',
);
const WITH_CODE = new RegExp(`\\b[A-Z]{3} ?${SUM}|\\b${SUM} [A-Z]{3}\\b`, 'gu');
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const DURATION = new RegExp(
  `\\b(?:${NUMERAL}|an?|several|many|few|half an?|couple of|entire|whole)(?:[- ](?:and a half|more|full|long|consecutive|to|or|${NUMERAL}))*[- ](?:${TIME_UNIT}|met(?:re|er)s?|kilomet(?:re|er)s?|km|miles?|feet|foot|m|cm|inches)\\b|\\b(?:since|until|till)(?: at least)?(?: the)? (?=${MONTH}|\\d|(?:early|mid|late)[ -])[^,.;]{2,30}|\\b${YEAR}(?:[–-]| (?:to|until) )(?:\\d{2,4})\\b|\\b(?:decades|centuries|years|months|weeks|days|hours|minutes|indefinitely|permanently)\\b`,
  'giu',
);
const FREQUENCY =
  /\b(?:every (?:\p{L}+ )?(?:hour|day|night|week|month|quarter|year|decade|second|minute)s?|(?:once|twice|thrice|\p{L}+ times|\d+ times) (?:a|an|per|every|each) \p{L}+|(?:hour|dai|week|month|quarter|year)ly|annually|biennially|(?:per|each) (?:day|week|month|year))\b/giu;
const REASON =
  /\b(?:because|due to|owing to|in order to|so that|so as to|as a result|thanks to|hence|therefore|since|after|over|amid|in response to|in retaliation|in protest|for fear|caused by|blam(?:ed|ing)|citing|given that|resulted from|stem(?:s|med|ming) from|aim(?:s|ed|ing)? (?:to|at)|in an effort to|in a bid to|to (?:keep|stop|make|help|protect|prevent|ensure|allow|reduce|improve|support|promote|avoid|maintain|gain|get|increase|counter|strengthen|boost|save|create|secure|raise|cut|give|show))\b/giu;

export const dates = (sentence: string): Span[] => trimmedSpansOf(sentence, DATE);
export const percentages = (sentence: string): Span[] => trimmedSpansOf(sentence, PERCENTAGE);
export const durations = (sentence: string): Span[] => trimmedSpansOf(sentence, DURATION);
export const frequencies = (sentence: string): Span[] => trimmedSpansOf(sentence, FREQUENCY);
export const reasons = (sentence: string): Span[] => trimmedSpansOf(sentence, REASON);
export const money = (sentence: string): Span[] => [
  ...trimmedSpansOf(sentence, MONEY),
  ...trimmedSpansOf(sentence, WITH_CODE).filter(({ start, end }) => {
    const sum = sentence.slice(start, end);
    return CURRENCIES.has(sum.slice(0, 3)) || CURRENCIES.has(sum.slice(-3));
  }),
];
/** Numbers that belong to no date. */
export const numbers = (sentence: string): Span[] =>
  apartFrom(trimmedSpansOf(sentence, NUMBER), dates(sentence));

/** The spans that overlap none of the others. */
export function apartFrom(spans: Span[], others: readonly Span[]): Span[] {
  return spans.filter((span) => !others.some((other) => overlap(span, other)));
}

function trimmedSpansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => {
    const lead = match.length - match.trimStart().length;
    return { start: index + lead, end: index + match.trimEnd().replace(/(?<![ap]\.m)[.,]$/, '').length };
  });
}
