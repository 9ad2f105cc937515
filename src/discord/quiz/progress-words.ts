import { DAYS_BACK, type QuizProgress } from '../../quiz/progress.ts';
import { cleanLine } from '../inert.ts';

/** The facts of a picture in words. */
export interface ProgressWords {
  due: string;
  ahead: string;
  retention: string;
  streak: string;
  topics: string;
}

/** Plain text; the names of articles and publishers are as they are. */
export function wordsOf({ due, cards, ahead, retention, streak, topics }: QuizProgress): ProgressWords {
  const days = ahead.map(({ day, cards: n }, i) => `${i === 0 ? 'today' : shortDay(day)}: ${n}`);
  const rows = topics.rows.map(({ name, right, of }) => `${cleanLine(name).trim()}: ${right} of ${of}`);
  return {
    due: `${due} of ${cards} ${cards === 1 ? 'question' : 'questions'} due now`,
    ahead: `Coming due – ${days.join(', ')}`,
    retention:
      retention.of === 0
        ? 'Nothing asked a second time yet'
        : `${percent(retention)} remembered of ${retention.of} asked again in ${DAYS_BACK} days`,
    streak: `${streak} ${streak === 1 ? 'day' : 'days'} in a row`,
    topics: `Right answers by ${topics.kind} – ${rows.join('; ')}`,
  };
}

/** `Mon 23`. */
export function shortDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${date.toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' })} ${date.getUTCDate()}`;
}

/** `87 %`. */
export function percent({ right, of }: { right: number; of: number }): string {
  return `${Math.round((100 * right) / of)} %`;
}
