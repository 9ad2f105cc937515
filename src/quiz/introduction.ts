import type { Article } from '../model.ts';
import { dateInWords } from '../months.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';
import type { Standing } from './standing.ts';

const LONGEST_TITLE = 120;

/**
 * A question with the day that it holds for, or with who says so, where it would not hold by itself.
 * @param key is not told by the title; `undefined` when nothing else can be said of the source.
 */
export function introduced(
  question: string,
  { introduction, isOfItsDay }: Pick<Standing, 'introduction' | 'isOfItsDay'>,
  article: Article,
  isQuestion: boolean,
  key: string,
): string | undefined {
  const lowered = isQuestion ? question.charAt(0).toLowerCase() + question.slice(1) : question;
  const day = article.publishedAt === undefined ? undefined : dateInWords(article.publishedAt);
  if (introduction === 'asOf' && day !== undefined)
    return isQuestion ? `As of ${day}, ${lowered}` : withDay(question, `as of ${day}`);
  if (introduction === 'none') return question;
  const asOf = isOfItsDay && day !== undefined ? `as of ${day}, ` : '';
  const known = [article.publisher, asOf === '' ? day : undefined]
    .filter((part) => part !== undefined)
    .join(', ');
  const tellsKey = wordsOf(key).some(
    ({ stem, word }) => !isStopWord(word) && wordsOf(article.title).some((other) => other.stem === stem),
  );
  const isHidden = tellsKey || article.title.length > LONGEST_TITLE;
  if (isHidden && (introduction === 'title' || article.publisher === undefined)) return undefined;
  const title = isHidden ? '' : `“${article.title}”`;
  const source =
    title === ''
      ? `${article.publisher ?? ''}${day === undefined || asOf !== '' ? '' : ` (${day})`}`
      : `${title}${known === '' ? '' : ` (${known})`}`;
  if (source.trim() === '') return undefined;
  const words = `${asOf}according to ${source}`;
  return isQuestion
    ? `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${lowered}`
    : withDay(question, words);
}

/** "True or false, as of April 2022:", with the statement on the next line. */
function withDay(question: string, words: string): string {
  return question.replace(':\n', `, ${words}:\n`);
}
