import type { StoredPassage } from '../ports.ts';
import { holds, meets, type Period, periodOfDate } from './calendar.ts';
import { type NamedTime, timesIn } from './dates.ts';
import type { QuestionTime } from './time.ts';

/** What puts a sentence's own statement at a time: "In May it opened", not "up from 40 in 2021". */
const PLACED = /(?<![\p{L}\d])(?:in|on|during)\s+(?:(?:early|late|mid)[\s-]+)?$/iu;
const COMPARED =
  /\b(?:from|than|compared (?:to|with)|against|unlike|since|after|before|until|by)\b[^,;:.]{0,60}$/i;

/** Whether the article was published in the period asked about; not when it is undated. */
export function isPublishedIn(period: Period, { publishedAt }: StoredPassage['article']): boolean {
  const published = publishedAt === undefined ? undefined : periodOfDate(publishedAt);
  return published !== undefined && holds(period, published);
}

/** The times that a text of an article names; "last year" is told from the day the article was published. */
export function timesNamedIn(text: string, { publishedAt }: StoredPassage['article']): NamedTime[] {
  return timesIn(text, publishedAt?.length === 10 ? publishedAt : undefined);
}

/**
 * How a sentence stands to the time asked about: it names that time; its article was published then; that time is
 * named beside it; or it is of another time. Without a time that only it may answer, all are `free`.
 */
export type Timing = 'named' | 'published' | 'beside' | 'other' | 'free';

/** The timing of each sentence of each passage. */
export function timingOf(time: QuestionTime | undefined, passages: readonly StoredPassage[]): Timing[][] {
  const all = (timing: Timing) => passages.map(({ sentences }) => sentences.map(() => timing));
  if (!time || (time.asked.since === undefined && time.asked.before === undefined)) return all('free');
  if (time.strict) return passages.map((passage) => timingWithin(time, passage));
  // "The 2019 agreement" only says which one; but there has to be something of 2019.
  const isThere = passages.some(
    ({ article, text }) =>
      isPublishedIn(time.asked, article) ||
      timesNamedIn(`${article.title}\n${text}`, article).some(({ period }) => meets(time.asked, period)),
  );
  return all(isThere ? 'free' : 'other');
}

/**
 * A sentence that names the time counts also in an article of another year, and one that is put at another time does
 * not. One that names none is of the time that its article was published in, or of the one that is named nearest
 * before it, after it, or in the title.
 */
function timingWithin({ asked, today, phrases }: QuestionTime, passage: StoredPassage): Timing[] {
  const { article, sentences, start, text } = passage;
  // What an article expects of the time after it was published is not what has happened "since".
  const isOpen = asked.before === undefined && asked.since !== undefined && asked.since <= today;
  const known = isOpen && article.publishedAt !== undefined ? periodOfDate(article.publishedAt) : undefined;
  const timesOf = (words: string) =>
    timesNamedIn(words, article).filter(({ period }) => known === undefined || period.since < known.before);
  const met = (named: readonly NamedTime[]) => named.some(({ period }) => meets(asked, period));
  // "Over the past decade" means the same only when both were written at the same time.
  const alike = phrases.filter((phrase) => /\d/.test(phrase) || article.publishedAt === undefined);
  const published = isPublishedIn(asked, article);
  const texts = sentences.map((sentence) => text.slice(sentence.start - start, sentence.end - start));
  const times = texts.map(timesOf);

  return texts.map((words, i) => {
    const named = times[i] ?? [];
    if (met(named) || alike.some((phrase) => words.toLowerCase().includes(phrase))) return 'named';
    if (named.some((time) => isPlaced(words, time))) return 'other';
    if (published) return 'published';
    const isNamed = ({ length }: NamedTime[]) => length > 0;
    const nearest =
      times.slice(0, i).findLast(isNamed) ?? times.slice(i + 1).find(isNamed) ?? timesOf(article.title);
    return met(nearest) ? 'beside' : 'other';
  });
}

function isPlaced(sentence: string, { start, end }: NamedTime): boolean {
  const lead = PLACED.exec(sentence.slice(0, start));
  // "Last year" needs no word before it.
  const isRelative = !/\d{4}/.test(sentence.slice(start, end));
  return (lead !== null || isRelative) && !COMPARED.test(sentence.slice(0, lead?.index ?? start));
}
