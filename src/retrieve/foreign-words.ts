import { type ForeignLanguage, isSpaced, phrasesOf } from './language.ts';
import { fold, stemOf, type Word } from './words.ts';

/** Latin letters and digits are words of their own beside another script: "MTCR에". */
const RUN = /[\p{Script=Latin}\p{Nd}]+|(?:(?![\p{Script=Latin}\p{Nd}])[\p{L}\p{M}\p{N}])+/gu;

/** The words of a text in another language, also where no spaces part them; digits of any script as ASCII. */
export function foreignWords(text: string, language: ForeignLanguage): Word[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    if (isSpaced(language) || /[\p{Script=Latin}\p{Nd}]/u.test(run)) return [wordAt(run, index)];
    const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    return withQuestionWordsApart(run, language).flatMap((part) =>
      [...segmenter.segment(part.text)].map(({ segment, index: within }) =>
        wordAt(segment, index + part.index + within),
      ),
    );
  });
}

/** Parts of a run without spaces, question words in parts of their own. */
function withQuestionWordsApart(run: string, language: ForeignLanguage): { text: string; index: number }[] {
  const asking = [...phrasesOf(language)].filter(([, asks]) => asks).map(([phrase]) => phrase);
  const longestFirst = asking.sort((a, b) => b.length - a.length).join('|');
  return [...run.matchAll(new RegExp(`${longestFirst}|(?:(?!${longestFirst}).)+`, 'gu'))].map((part) => ({
    text: part[0],
    index: part.index,
  }));
}

function wordAt(raw: string, start: number): Word {
  const word = fold(asciiDigits(raw));
  return { word, stem: stemOf(word), start, end: start + raw.length };
}

/** "१२" as "12". */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Digits of a script stand together, its zero at a code point that ends in 0 or 6.
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
}

/** The English name of a month that East Asia counts: "8月". */
export function monthCounted(text: string, { word, end }: Word): string | undefined {
  const month = Number(word);
  if (!/^\d{1,2}$/.test(word) || month < 1 || month > 12 || !/^\s*[月월]/u.test(text.slice(end)))
    return undefined;
  return new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1));
}
