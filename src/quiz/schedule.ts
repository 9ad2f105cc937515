import { createEmptyCard, type Card as FsrsCard, fsrs, Rating, State } from 'ts-fsrs';
import type { CardKind, Grade, Memory } from '../model.ts';

const scheduler = fsrs();

const RATINGS = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;
const STAGES = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
} as const;
const STAGE_NAMES = ['new', 'learning', 'review', 'relearning'] as const;

/** Seconds within which a right answer came easily, and after which it came hard. */
const SECONDS: Record<'chosen' | 'typed', { easy: number; hard: number }> = {
  chosen: { easy: 4, hard: 30 },
  typed: { easy: 8, hard: 60 },
};

/**
 * What is remembered of a card after one more answer, by FSRS with its usual parameters.
 * @param memory `undefined` when the card was never answered
 * @param now a clock that was set back counts as no time passed
 */
export function review(memory: Memory | undefined, grade: Grade, now: Date): Memory {
  const { card } = scheduler.next(
    memory ? fsrsCardOf(memory, now) : createEmptyCard(now),
    now,
    RATINGS[grade],
  );
  return {
    due: card.due.toISOString(),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    stage: STAGE_NAMES[card.state],
    lastReview: now.toISOString(),
  };
}

/** Whether a card is to be asked. One that was answered "after now", by a clock that was ahead, is. */
export function isDue({ due, lastReview }: Memory, now: Date): boolean {
  const time = now.toISOString();
  return due <= time || lastReview > time;
}

/** The grade of an answer by whether it was right and how long it took (milliseconds). */
export function gradeOf(isRight: boolean, kind: CardKind, took: number): Grade {
  if (!isRight) return 'again';
  const { easy, hard } = SECONDS[kind === 'gap' || kind === 'order' ? 'typed' : 'chosen'];
  if (took <= easy * 1000) return 'easy';
  return took > hard * 1000 ? 'hard' : 'good';
}

function fsrsCardOf(memory: Memory, now: Date): FsrsCard {
  const last = new Date(memory.lastReview);
  return {
    due: new Date(memory.due),
    stability: memory.stability,
    difficulty: memory.difficulty,
    elapsed_days: 0,
    scheduled_days: memory.scheduledDays,
    learning_steps: memory.learningSteps,
    reps: memory.reps,
    lapses: memory.lapses,
    state: STAGES[memory.stage],
    last_review: last > now ? now : last,
  };
}
