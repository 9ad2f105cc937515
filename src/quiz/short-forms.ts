import type { Article, Span } from '../model.ts';

/** A short form and what it stands for, with the sentence of the article that says so. */
export interface ShortForm {
  short: string;
  full: string;
  /** Where both stand in `article.text`. */
  span: Span;
  article: Article;
}

const SMALL = "(?:of|the|and|for|on|in|to|de|du|d[’']|la|des|against)";
const WORD = "[\\p{L}][\\p{L}’'-]*";
const FULL = `(?<full>${WORD}(?: ${WORD}){1,9})`;
const SHORT = '(?<short>(?=(?:[\\p{Lu}&-]*\\p{Lu}){2})[\\p{Lu}][\\p{Lu}\\p{Ll}&-]{1,8})';
/** Each with what has to be in a text that it is looked for in. */
const FORMS = [
  ['(', `${FULL},? \\(${SHORT}\\)`],
  [' for short', `${FULL}, ${SHORT} for short\\b`],
  ['(', `(?<![\\p{L}])${SHORT} \\(${FULL}\\)`],
  [' stand', `(?<![\\p{L}])${SHORT} stands? for (?:the )?${FULL}`],
  [', the ', `^${SHORT}, the ${FULL},`],
].map(([has = '', form = '']) => ({ has, form: new RegExp(form, 'gmu') }));

/** The short forms that an article explains, each once. */
export function acronymsIn(article: Article): ShortForm[] {
  const found = new Map<string, ShortForm>();
  for (const { form } of FORMS.filter(({ has }) => article.text.includes(has))) {
    for (const { 0: match, index, groups } of article.text.matchAll(form)) {
      const { short = '', full: words = '' } = groups ?? {};
      if (index < article.body || found.has(short)) continue;
      const full = expansion(short, words);
      if (full !== undefined) {
        found.set(short, { short, full, span: { start: index, end: index + match.length }, article });
      }
    }
  }
  return [...found.values()];
}

/** The last words whose initials are the letters of the short form; small words may be left out of it. */
function expansion(short: string, words: string): string | undefined {
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase();
  const parts = words.split(' ');
  const isSmall = (word: string) => new RegExp(`^${SMALL}$`, 'iu').test(word);
  for (let from = parts.length - 1; from >= 0; from--) {
    const tail = parts.slice(from);
    if (isSmall(tail[0] ?? '') || !tail.every((word) => isSmall(word) || /^\p{Lu}/u.test(word))) continue;
    if (tail.length < 2) continue;
    const all = initials(tail);
    const large = initials(tail.filter((word) => !isSmall(word)));
    if (letters === all || letters === large) return tail.join(' ');
  }
  return undefined;
}

function initials(words: readonly string[]): string {
  return words
    .flatMap((word) => word.split('-'))
    .map((word) => word.charAt(0))
    .join('')
    .toLowerCase();
}
