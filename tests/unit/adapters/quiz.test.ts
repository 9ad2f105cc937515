import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SqliteQuiz } from '../../../src/adapters/state/quiz.ts';
import { SqliteReminders } from '../../../src/adapters/state/reminders.ts';
import type { Memory, QuizSession } from '../../../src/model.ts';
import { review } from '../../../src/quiz/schedule.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const NOW = new Date('2030-01-01T09:00:00Z');
const LATER = new Date('2030-01-08T09:00:00Z').toISOString();

function store(dataDir = temporaryFolder()) {
  const quiz = new SqliteQuiz(dataDir);
  onTestFinished(() => quiz.close());
  return { quiz, dataDir };
}

function begin(quiz: SqliteQuiz, user: string, cards: string[]): QuizSession {
  return quiz.start({ user, kind: 'start', cards, startedAt: NOW.toISOString(), expiresAt: LATER });
}

function right(given: string) {
  return (before: Memory | undefined) => ({
    ...{ given, isRight: true, grade: 'good' as const, answeredAt: NOW.toISOString(), took: 1200 },
    memory: review(before, 'good', NOW),
  });
}

test('a session is found by its key until it expires, also after a restart', () => {
  const { quiz, dataDir } = store();
  const session = begin(quiz, 'ann', ['a', 'b']);
  expect(session.key).toMatch(/^[\w-]{16,32}$/);
  expect(store(dataDir).quiz.session(session.key, NOW)).toEqual(session);
  expect(quiz.session(session.key, new Date(LATER))).toBeUndefined();
  expect(quiz.session(`${session.key}x`, NOW)).toBeUndefined();
});

test('the same question is counted once, however often it is answered', () => {
  const { quiz } = store();
  const session = begin(quiz, 'ann', ['a', 'b']);
  const first = quiz.answer(session, 0, right('yes'));
  expect(first.counted).toBe(true);
  for (let i = 0; i < 5; i++) {
    expect(quiz.answer(session, 0, right('no'))).toEqual({ answer: first.answer, counted: false });
  }
  expect(quiz.answers(session)).toEqual([first.answer]);
  expect(quiz.memories('ann').get('a')?.reps).toBe(1);
  expect(() => quiz.answer(session, 2, right('yes'))).toThrow(RangeError);
});

test('a grade of the student’s own starts from what was remembered before the answer', () => {
  const { quiz } = store();
  const session = begin(quiz, 'ann', ['a', 'a']);
  quiz.answer(session, 0, right('yes'));
  const before = quiz.memories('ann').get('a');
  quiz.answer(session, 1, right('yes'));
  const again = quiz.regrade(session, 1, (memory) => {
    expect(memory).toEqual(before);
    return { grade: 'again', memory: review(memory, 'again', NOW) };
  });
  expect(again?.grade).toBe('again');
  expect(quiz.answers(session)[1]).toEqual(again);
  expect(quiz.memories('ann').get('a')).toEqual(again?.memory);
  expect(
    quiz.regrade(begin(quiz, 'ann', ['b']), 0, () => ({
      grade: 'easy',
      memory: review(undefined, 'easy', NOW),
    })),
  ).toBeUndefined();
});

test('what is due first comes first', () => {
  const { quiz } = store();
  const session = begin(quiz, 'ann', ['late', 'soon']);
  const at = (day: string) => () => ({
    ...right('')(undefined),
    memory: review(undefined, 'easy', new Date(day)),
  });
  quiz.answer(session, 0, at('2030-02-01'));
  quiz.answer(session, 1, at('2030-01-01'));
  expect([...quiz.memories('ann').keys()]).toEqual(['soon', 'late']);
  expect(quiz.memories('bob').size).toBe(0);
});

test('a reported card rests, and a second report changes nothing', () => {
  const { quiz } = store();
  quiz.report('ann', 'a', NOW);
  quiz.report('ann', 'a', new Date(LATER));
  expect(quiz.resting()).toEqual(new Set(['a']));
  expect(quiz.exportOf('ann').quiz_report).toMatchObject([{ card: 'a', reported_at: NOW.toISOString() }]);
});

test('everything about one user is exported, and removed without touching another', () => {
  const { quiz } = store();
  for (const user of ['ann', 'bob']) {
    quiz.answer(begin(quiz, user, ['a']), 0, right(`${user}'s words`));
    quiz.report(user, 'b', NOW);
  }
  const exported = quiz.exportOf('ann');
  expect(Object.entries(exported).flatMap(([table, rows]) => rows.map(() => table))).toEqual([
    ...['quiz_session', 'quiz_answer', 'quiz_memory', 'quiz_report'],
  ]);
  expect(JSON.stringify(exported)).not.toContain('bob');
  quiz.forget('ann');
  expect(Object.values(quiz.exportOf('ann')).flat()).toEqual([]);
  expect(quiz.exportOf('bob').quiz_answer).toMatchObject([{ given: "bob's words" }]);
});

/** Answers question after question and tells each that it acknowledged, until it is killed. */
const ENDLESS = `
  import { SqliteQuiz } from ${JSON.stringify(join(import.meta.dirname, '../../../src/adapters/state/quiz.ts'))};
  import { review } from ${JSON.stringify(join(import.meta.dirname, '../../../src/quiz/schedule.ts'))};
  const now = new Date('${NOW.toISOString()}');
  const quiz = new SqliteQuiz(process.argv[1]);
  const cards = Array.from({ length: 5000 }, (_, i) => 'card ' + i);
  const session = quiz.start({ user: 'ann', kind: 'start', cards, startedAt: now.toISOString(), expiresAt: '${LATER}' });
  process.stdout.write(session.key + '\\n');
  cards.forEach((_, at) => {
    for (let press = 0; press < 2; press++) {
      quiz.answer(session, at, (before) => ({ given: '', isRight: true, grade: 'good', answeredAt: now.toISOString(), took: 0, memory: review(before, 'good', now) }));
    }
    process.stdout.write(at + '\\n');
  });
`;

test('an acknowledged answer survives the end of the process, and none is counted twice', async () => {
  const dataDir = temporaryFolder();
  const child = spawn(process.execPath, ['--input-type=module', '-e', ENDLESS, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  const enough = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      if (told.split('\n').length > 20) resolve();
    });
  });
  await enough;
  child.kill('SIGKILL');
  await once(child, 'close');
  const [key = '', ...acknowledged] = told.split('\n').slice(0, -1);
  const { quiz } = store(dataDir);
  const session = quiz.session(key, NOW);
  const answers = session ? quiz.answers(session) : [];
  expect(answers.map(({ at }) => at).slice(0, acknowledged.length)).toEqual(acknowledged.map(Number));
  expect(answers.length - acknowledged.length).toBeLessThanOrEqual(1000);
  expect([...quiz.memories('ann').values()].every(({ reps }) => reps === 1)).toBe(true);
  expect(quiz.memories('ann').size).toBe(answers.length);
});

test('a grade that comes after the same card was answered again changes nothing', () => {
  const { quiz } = store();
  const first = begin(quiz, 'ann', ['a']);
  quiz.answer(first, 0, right('yes'));
  const later = new Date(LATER);
  quiz.answer(begin(quiz, 'ann', ['a']), 0, (before) => ({
    ...right('yes')(before),
    memory: review(before, 'good', later),
  }));
  const known = quiz.memories('ann');
  const regraded = quiz.regrade(first, 0, (memory) => ({
    grade: 'again',
    memory: review(memory, 'again', NOW),
  }));
  expect(regraded).toBeUndefined();
  expect(quiz.memories('ann')).toEqual(known);
});

test('what a button stands for is kept until it expires', () => {
  const { quiz, dataDir } = store();
  const offer = { user: 'ann', action: 'review' as const, expiresAt: LATER };
  const key = quiz.offer(offer, NOW);
  expect(store(dataDir).quiz.offered(key, NOW)).toEqual({ key, ...offer });
  expect(quiz.offered(`${key}x`, NOW)).toBeUndefined();
  expect(quiz.offered(key, new Date(LATER))).toBeUndefined();
  quiz.forget('ann');
  expect(quiz.offered(key, NOW)).toBeUndefined();
});

test('reminders are kept over a restart, and go with all else that is stored about somebody', () => {
  const { quiz, dataDir } = store();
  const reminders = new SqliteReminders(dataDir);
  const ann = { user: 'ann', hour: 8, zone: 'Asia/Kolkata', lastSentOn: '2030-01-01', failedAt: undefined };
  reminders.set(ann);
  reminders.set({ ...ann, user: 'bob', lastSentOn: undefined, failedAt: LATER });
  reminders.close();
  const again = new SqliteReminders(dataDir);
  onTestFinished(() => again.close());
  expect(again.active()).toEqual([ann]);
  expect(again.get('bob')?.failedAt).toBe(LATER);
  quiz.forget('ann');
  expect(again.get('ann')).toBeUndefined();
});

test('what is removed is in no file any more', () => {
  const { quiz, dataDir } = store();
  const user = 'user-whom-nobody-shall-find';
  for (let i = 0; i < 20; i++) quiz.answer(begin(quiz, user, ['a']), 0, right('yes'));
  quiz.report(user, 'a', NOW);
  const isThere = () => readdirSync(dataDir).some((file) => readFileSync(join(dataDir, file)).includes(user));
  expect(isThere()).toBe(true);
  quiz.forget(user);
  expect(isThere()).toBe(false);
});
