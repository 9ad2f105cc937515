/** Words too common to tell anything. */
export const SMALL =
  'a an the of in on at to for by with and or but as from that which who whom whose this these those is are was were be been being has have had will would can could do does did not no its it their they he she his her them there than then also into over under between after before about when where while what how many'.split(
    ' ',
  );

/** Its words in lower case without marks and possessives, a space before and behind each. */
export function wordsIn(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s?\b/g, '');
  return ` ${(plain.match(/\d+(?:[.,]\d+)*(?![\p{L}\d])|[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

/** Its words but for small ones. */
export function tellingIn(text: string): Set<string> {
  return new Set(
    wordsIn(text)
      .trim()
      .split(' ')
      .filter((word) => word !== '' && !SMALL.includes(word)),
  );
}

/** How many of some words are among all, 0 to 1. */
export function shareOf(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  return some.size === 0 ? 0 : [...some].filter((word) => all.has(word)).length / some.size;
}

/** "UK" and "United Kingdom", "Modi" and "Narendra Modi". */
export function areSame(one: string, other: string): boolean {
  const [a, b] = [wordsIn(one), wordsIn(other)];
  const initials = (words: string) =>
    words
      .trim()
      .split(' ')
      .filter((word) => !SMALL.includes(word))
      .map((word) => word.charAt(0))
      .join('');
  const isShort = (text: string) => /^\p{Lu}{2,6}$/u.test(text);
  if (isShort(one) && initials(b) === a.trim()) return true;
  if (isShort(other) && initials(a) === b.trim()) return true;
  return !/\d/.test(a + b) && (a.includes(b) || b.includes(a));
}

/** What a date is written like: two of one shape differ in their numbers and months only. */
export function shapeOf(date: string): string {
  return date
    .replace(/[a-z]+/gi, 'a')
    .replace(/\b\d{1,2}\b/g, '1')
    .replace(/\d{4}/g, '4');
}

/** Whether two numbers are of one unit and about as large. */
export function isLikeNumber(option: string, key: string): boolean {
  const value = (text: string) => Number(/\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', ''));
  const unit = (text: string) =>
    text
      .toLowerCase()
      .replace(/\d[\d,]*(?:\.\d+)?/g, '#')
      .replace(/\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/g, '#');
  if (unit(option) !== unit(key)) return false;
  const [a, b] = [value(option), value(key)];
  return Number.isNaN(a) || Number.isNaN(b) || (a <= 5.1 * b && b <= 5.1 * a);
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The first date of a text, as text that sorts; what it leaves open is empty. */
export function timeIn(text: string): string | undefined {
  const name = MONTHS.join('|');
  const match = new RegExp(
    `(?:(\\d{1,2}) )?(?:\\b(${name}) )?(?:(\\d{1,2}),? )?\\b((?:1[5-9]|20)\\d\\d)\\b`,
    'i',
  ).exec(text);
  if (!match) return undefined;
  const month = MONTHS.indexOf((match[2] ?? '').toLowerCase()) + 1;
  const day = month > 0 ? Number(match[1] ?? match[3] ?? 0) : 0;
  return [
    match[4],
    ...(month > 0 ? [String(month).padStart(2, '0')] : []),
    ...(day > 0 ? [String(day).padStart(2, '0')] : []),
  ].join('-');
}

/** The statement that a question is about, or the question itself. */
export function withoutLead(question: string): string {
  return question.split('\n').at(-1) ?? '';
}
