import type { Article } from '../model.ts';
import type { Standing } from './standing.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const LONGEST_TITLE = 120;

/** A question with the day that it holds for, or with who says so, where it would not hold by itself. */
export function introduced(
  question: string,
  { introduction }: Pick<Standing, 'introduction'>,
  article: Article,
  isQuestion: boolean,
): string {
  const lowered = isQuestion ? question.charAt(0).toLowerCase() + question.slice(1) : question;
  const day = article.publishedAt === undefined ? undefined : dayInWords(article.publishedAt);
  if (introduction === 'asOf' && day !== undefined)
    return isQuestion ? `As of ${day}, ${lowered}` : withDay(question, `as of ${day}`);
  if (introduction === 'none') return question;
  const known = [article.publisher, day].filter((part) => part !== undefined).join(', ');
  const source =
    article.title.length <= LONGEST_TITLE ? `“${article.title}”${known === '' ? '' : ` (${known})`}` : known;
  return isQuestion ? `According to ${source}, ${lowered}` : withDay(question, `according to ${source}`);
}

/** "True or false, as of April 2022: …". */
function withDay(question: string, words: string): string {
  return question.replace(/:/, `, ${words}:`);
}

/** `2022-04-23` as "23 April 2022", as much of it as there is. */
export function dayInWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}
