import type { Card, GivenAnswer, Memory } from '../model.ts';
import { dayAfter, localTime } from './local-time.ts';
import { isDue } from './schedule.ts';

/** How many days are looked ahead, today among them, and back. */
const DAYS_AHEAD = 7;
export const DAYS_BACK = 30;
const MOST_TOPICS = 6;

/** How far a student has come. Days are `YYYY-MM-DD` in their time zone. */
export interface QuizProgress {
  zone: string;
  today: string;
  /** Cards that were answered and are still asked. */
  cards: number;
  /** To be asked now. */
  due: number;
  /** How many cards come due on each of the next days; what is overdue counts for today, the first. */
  ahead: { day: string; cards: number }[];
  /** Of the questions that were asked again within the last 30 days, how many were remembered. */
  retention: { right: number; of: number };
  /** Days in a row with an answer, up to today or yesterday. */
  streak: number;
  /** The share of right answers by publisher or, where all are of one, by article: those with most answers first. */
  topics: { kind: 'publisher' | 'article'; rows: { name: string; right: number; of: number }[] };
}

/** What a student's progress is read from. */
export interface Studied {
  answers: readonly GivenAnswer[];
  /** Of the cards that are still asked. */
  memories: readonly Memory[];
  /** Every card that was answered, by its id. */
  cards: ReadonlyMap<string, Card>;
}

/** @param zone as IANA names it */
export function progressOf({ answers, memories, cards }: Studied, zone: string, now: Date): QuizProgress {
  const { day: today } = localTime(now, zone);
  const dayOf = (iso: string) => localTime(new Date(iso), zone).day;
  const dueDays = memories.map((memory) => (isDue(memory, now) ? today : later(dayOf(memory.due), today)));
  const since = dayAfter(today, -DAYS_BACK);
  const repeated = answers.filter(({ isFirst, answeredAt }) => !isFirst && dayOf(answeredAt) > since);
  return {
    zone,
    today,
    cards: memories.length,
    due: memories.filter((memory) => isDue(memory, now)).length,
    ahead: Array.from({ length: DAYS_AHEAD }, (_, i) => {
      const day = dayAfter(today, i);
      return { day, cards: dueDays.filter((due) => due === day).length };
    }),
    retention: { right: repeated.filter(({ isRight }) => isRight).length, of: repeated.length },
    streak: streakOf(new Set(answers.map(({ answeredAt }) => dayOf(answeredAt))), today),
    topics: topicsOf(answers, cards),
  };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function streakOf(days: ReadonlySet<string>, today: string): number {
  let day = days.has(today) ? today : dayAfter(today, -1);
  let streak = 0;
  for (; days.has(day); day = dayAfter(day, -1)) streak++;
  return streak;
}

function topicsOf(answers: readonly GivenAnswer[], cards: ReadonlyMap<string, Card>): QuizProgress['topics'] {
  const sourceOf = (id: string) => cards.get(id)?.proof[0];
  const publishers = new Set(answers.map(({ cardId }) => sourceOf(cardId)?.publisher));
  const kind = publishers.size > 1 ? 'publisher' : 'article';
  const nameOf = ({ cardId }: GivenAnswer) => {
    const source = sourceOf(cardId);
    return kind === 'article' ? source?.title : (source?.publisher ?? 'Without a publisher');
  };
  const rows = [...Map.groupBy(answers, nameOf)].flatMap(([name, given]) =>
    name === undefined
      ? []
      : [{ name, right: given.filter(({ isRight }) => isRight).length, of: given.length }],
  );
  return { kind, rows: rows.sort((a, b) => b.of - a.of || (a.name < b.name ? -1 : 1)).slice(0, MOST_TOPICS) };
}
