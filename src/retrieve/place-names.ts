import type { ForeignLanguage } from './language.ts';
import { fold, wordsOf } from './words.ts';

/** Codes that no country has and that questions ask about: the United Nations, the European Union, continents. */
const MORE_REGIONS = ['UN', 'EU', '002', '003', '005', '009', '019', '142', '150', '145', '035'];
/** Languages whose names say where somebody or something is from: "français" is "French". */
const ADJECTIVES =
  'ar bn cs da de el en es fa fi fr he hi hu id it ja ko nl no pl pt ro ru sv ta th tr uk ur vi zh'.split(
    ' ',
  );
/** What may follow a name as an ending: more in languages that hang little words onto it. */
const ENDING = 3;
const LONG_ENDING = 6;
const HANGING: ForeignLanguage[] = ['ta', 'te', 'kn', 'ml', 'mr', 'bn', 'tr', 'ko', 'gu'];
/** A name loses its last letter in other cases: Индия, Индии. */
const DECLINING: ForeignLanguage[] = ['de', 'pl', 'ru', 'uk', 'mr'];
const LEAST_LETTERS = 4;

export const LONGEST_NAME = 5;

const kept = new Map<ForeignLanguage, ReadonlyMap<string, string>>();

/**
 * The English name of a country, continent, month or day of the week.
 * @param phrase words of another language, folded, with a space between them
 */
export function englishNameOf(phrase: string, language: ForeignLanguage): string | undefined {
  const names = namesOf(language);
  const word = withoutDots(phrase);
  const exact = names.get(word);
  if (exact !== undefined) return exact;
  // Arabic writes "and", "in" and "for" onto the word behind them.
  const bare = language === 'ar' ? names.get(word.replace(/^[وبلفك]?(?=ال)|^[وب]/u, '')) : undefined;
  return bare ?? bestFormOf(word.split(' '), language, names);
}

/** The longest name of which every word is there in some form. */
function bestFormOf(words: readonly string[], language: ForeignLanguage, names: ReadonlyMap<string, string>) {
  let best: { name: string; english: string } | undefined;
  for (const [name, english] of names) {
    if (best && name.length <= best.name.length) continue;
    const parts = name.split(' ');
    if (
      parts.length !== words.length ||
      !parts.every((part, i) => isFormOf(words[i] ?? '', part, language))
    ) {
      continue;
    }
    best = { name, english };
  }
  return best?.english;
}

function isFormOf(word: string, name: string, language: ForeignLanguage): boolean {
  if (word === name) return true;
  const least = language === 'ko' ? 2 : LEAST_LETTERS;
  const longest = HANGING.includes(language) ? LONG_ENDING : ENDING;
  const roots = DECLINING.includes(language) ? [name, name.slice(0, -1)] : [name];
  return roots.some(
    (root) => root.length >= least && word.startsWith(root) && word.length <= root.length + longest,
  );
}

/** Names of a language, folded, with those that English has for the same things. */
function namesOf(language: ForeignLanguage): ReadonlyMap<string, string> {
  let names = kept.get(language);
  if (!names) {
    names = new Map(
      [...adjectives(language), ...regions(language), ...calendar(language)]
        .map(([name, english]) => [phraseOf(name), english] as const)
        .filter(([name]) => name !== ''),
    );
    kept.set(language, names);
  }
  return names;
}

function regions(language: ForeignLanguage): [string, string][] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const codes = [...letters.flatMap((a) => letters.map((b) => a + b)), ...MORE_REGIONS];
  return (['long', 'short'] as const).flatMap((style) => translated('region', style, codes, language));
}

function adjectives(language: ForeignLanguage): [string, string][] {
  return translated('language', 'long', ADJECTIVES, language);
}

function translated(
  type: 'region' | 'language',
  style: 'long' | 'short',
  codes: readonly string[],
  language: ForeignLanguage,
): [string, string][] {
  const own = new Intl.DisplayNames([language], { type, style, fallback: 'none' });
  const english = new Intl.DisplayNames(['en'], { type, fallback: 'none' });
  return codes.flatMap((code): [string, string][] => {
    const [name, meant] = [own.of(code), english.of(code)];
    return name === undefined || meant === undefined ? [] : [[plain(name), plain(meant)]];
  });
}

/** Months and days of the week, in the forms in which they stand alone and in a date. */
function calendar(language: ForeignLanguage): [string, string][] {
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'long', day: 'numeric' },
    { weekday: 'long' },
  ];
  return forms.flatMap((form) => {
    const part = form.month ? 'month' : 'weekday';
    const nameIn = (locale: string, date: Date) =>
      new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' })
        .formatToParts(date)
        .find(({ type }) => type === part)?.value ?? '';
    const dates = Array.from({ length: 12 }, (_, i) =>
      form.month ? new Date(Date.UTC(2024, i, 10)) : new Date(Date.UTC(2024, 0, 1 + (i % 7))),
    );
    return dates
      .map((date): [string, string] => [nameIn(language, date), nameIn('en', date)])
      .filter(([name]) => !/\d/.test(name));
  });
}

/** Without what is added in brackets: "Myanmar (Burma)". */
function plain(name: string): string {
  return name.replace(/\s*[(（].*$/u, '').replace(/ SAR .*$/, '');
}

function phraseOf(name: string): string {
  return withoutDots(
    wordsOf(fold(name))
      .map(({ word }) => word)
      .join(' '),
  );
}

/** Without the dots below Indic letters, which many leave out. */
function withoutDots(phrase: string): string {
  return phrase
    .normalize('NFD')
    .replace(/[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]/g, '')
    .normalize('NFC');
}
