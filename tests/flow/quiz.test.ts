import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { Card } from '../../src/model.ts';
import { runQuiz } from '../../src/terminal/quiz.ts';
import { configOf } from '../support/app.ts';
import { writeFiles } from '../support/articles.ts';

const ARTICLE = `---
title: Ice and ships
publisher: The Daily Test
publishedAt: 2024-05-06
---

The Arctic Ice Council was founded in Tromso in 1996. Norway joined the Arctic Ice Council in March 2011 with a fleet of
ships. The Arctic Ice Council has 12 members and a crew of nine people. The Kalvik station was opened on 4 March 2011 by
the engineer Ines Dahl.

Finland sent 14 satellites into orbit in June 2015. It also built a harbour for large ships. The Kalvik Harbour Office, KHO for short,
was set up in September 2003 in Denmark.
`;
const HOUR = 3_600_000;

let app: App;
let now = Date.parse('2030-01-01T09:00:00Z');

const folder = mkdtempSync(join(tmpdir(), 'footnote-'));

beforeAll(async () => {
  const config = configOf(folder);
  writeFiles(config.corpusDir, { 'ice.md': ARTICLE });
  app = await createApp(config, () => new Date(now));
  await app.ingest();
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Plays in the terminal with these lines, and gives what was printed. */
async function played(lines: string[], wish: Parameters<typeof runQuiz>[2]): Promise<string> {
  let printed = '';
  const output = new Writable({
    write(chunk, _, done) {
      printed += String(chunk);
      done();
    },
  });
  const screen = { columns: 100, colour: false };
  await runQuiz(
    app,
    {
      input: Readable.from(lines.map((line) => `${line}\n`)),
      output,
      notices: output,
      interactive: false,
      screen,
    },
    wish,
    () => new Date(now),
  );
  return printed;
}

async function sessionOf(user: string, count: number) {
  const session = await app.quiz.start(user, { count });
  const first = await app.quiz.question(session.key, user);
  return { session, first };
}

test('an ingest makes cards whose quotes are the words of the article', async () => {
  const [cards, refused] = await Promise.all([app.cards({}), app.refusedCards()]);
  expect(cards.length).toBeGreaterThanOrEqual(6);
  const article = await app.article('ice');
  for (const { proof } of cards) {
    for (const { start, end, quote } of proof) expect(article?.text.slice(start, end)).toBe(quote);
  }
  expect(refused.refersBack).toBeGreaterThan(0);
  expect(cards.some(({ proof }) => proof.some(({ quote }) => /^It /.test(quote)))).toBe(false);
});

test('a student answers, is told why, and is asked again when it is due', async () => {
  const { session, first } = await sessionOf('ann', 2);
  const wrong = await app.quiz.answer(session.key, 'ann', { at: 0, given: 'no idea', took: 3000 });
  expect(wrong).toMatchObject({
    counted: true,
    card: first?.card,
    answer: { isRight: false, grade: 'again' },
  });
  const again = await app.quiz.answer(session.key, 'ann', { at: 0, given: first?.card.key ?? '', took: 10 });
  expect(again).toMatchObject({ counted: false, answer: { isRight: false } });
  const second = await app.quiz.question(session.key, 'ann');
  expect(second?.at).toBe(1);
  await app.quiz.answer(session.key, 'ann', { at: 1, given: second?.card.key ?? '', took: 10_000 });
  expect(await app.quiz.question(session.key, 'ann')).toBeUndefined();
  expect(await app.quiz.summary(session.key, 'ann')).toMatchObject({
    ...{ asked: 2, right: 1, total: 2 },
    readAgain: [{ articleId: 'ice', quote: first?.card.proof[0]?.quote }],
  });
  expect(await app.quiz.review('ann', 10)).toEqual({ nextAt: wrong.answer.memory.due });
  now += HOUR;
  expect(await app.quiz.review('ann', 10)).toMatchObject({
    session: { kind: 'review', cards: [first?.card.id, second?.card.id] },
  });
});

test('nobody answers in somebody else’s session, nor in one that is over', async () => {
  const { session } = await sessionOf('ann', 1);
  await expect(app.quiz.question(session.key, 'bob')).rejects.toThrow('somebody else');
  await expect(app.quiz.answer('nonsense', 'ann', { at: 0, given: 'A', took: 0 })).rejects.toThrow(
    'start a new one',
  );
  await expect(app.quiz.answer(session.key, 'ann', { at: 7, given: 'A', took: 0 })).rejects.toThrow(
    'no longer there',
  );
  await expect(app.quiz.start('ann', { count: 0 })).rejects.toThrow('1 to 50');
  await expect(app.quiz.start('ann', { count: 3, publisher: 'nobody' })).rejects.toThrow('another kind');
});

test('a reported card rests', async () => {
  const { session, first } = await sessionOf('cat', 1);
  app.quiz.report(session.key, 'cat', 0);
  const next = await app.quiz.start('cat', { count: 50 });
  expect(next.cards).not.toContain(first?.card.id);
});

test('what is stored of somebody can be had and removed', async () => {
  const { session } = await sessionOf('dan', 1);
  await app.quiz.answer(session.key, 'dan', { at: 0, given: 'x', took: 0 });
  expect(app.quiz.exportOf('dan').quiz_answer).toMatchObject([{ given: 'x' }]);
  app.quiz.forget('dan');
  expect(Object.values(app.quiz.exportOf('dan')).flat()).toEqual([]);
  expect(await app.quiz.review('dan', 5)).toEqual({ nextAt: undefined });
});

test('the terminal asks, grades, quotes, says when it comes back, and sums up', async () => {
  const printed = await played(['help', 'hard', 'no idea', 'again', 'stop'], { count: 5 });
  expect(printed).toContain('Question 1 of 5');
  expect(printed).toContain('There is no answer yet to say that of.');
  expect(printed).toMatch(
    /Not right\. It is .+\n\n“[^”]+” \[1\]\n\n(?:“[^”]+” \[\d\]\n\n)*\[1\](?:\[\d\])* Ice and ships/,
  );
  expect(printed).toMatch(/It comes back in 1 minute\./);
  expect(printed).toContain('0 of 1 right, 4 not answered.\n\nTo read again:\n- Ice and ships');
});

test('the terminal reviews what is due, and says when the next is', async () => {
  const early = await played([], 'review');
  expect(early).toMatch(/^Nothing is due: next in \d+ minutes?\.\n/);
  now += 12 * HOUR;
  const cards = await app.cards({});
  const known = cards.find(({ id }) =>
    app.quiz.exportOf('terminal').quiz_memory?.some(({ card }) => card === id),
  ) as Card;
  const printed = await played([known.key], 'review');
  expect(printed).toContain('Question 1 of 1');
  expect(printed).toContain('Right.');
  expect(printed).toContain('1 of 1 right.');
});
