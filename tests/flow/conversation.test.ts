import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { turnOf, withTurn } from '../../src/answer/turn.ts';
import type { App } from '../../src/app.ts';
import type { Answer, Turn } from '../../src/model.ts';
import { runTerminal } from '../../src/terminal/terminal.ts';
import { smallApp } from '../support/app.ts';
import { objects, run } from '../support/cli.ts';

/** The answers to questions that follow each other. */
async function conversation(app: App, ...questions: string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  let history: Turn[] = [];
  for (const text of questions) {
    const answer = await app.ask({ text, history });
    history = withTurn(history, answer);
    answers.push(answer);
  }
  return answers;
}

async function expectSound(app: App, { claims, citations }: Answer): Promise<void> {
  for (const { articleId, start, end, quote } of citations) {
    expect((await app.article(articleId))?.text.slice(start, end)).toBe(quote);
  }
  const numbers = new Set(citations.map(({ n }) => n));
  for (const claim of claims) expect(claim.citations.every((n) => numbers.has(n))).toBe(true);
}

test('a follow-up leaves out what was said, and the answer says how it was read', async () => {
  const { app } = await smallApp();
  const [, when, cost, crew] = await conversation(
    app,
    'Who opened the ground station at Kalvik?',
    'When was that?',
    'How much did it cost?',
    'and how big is the crew?',
  );
  expect(when).toMatchObject({
    question: 'When was that?',
    readAs: 'When was the ground station at Kalvik opened?',
  });
  expect(when?.text).toContain('4 March 2031');
  expect(cost?.text).toContain('18 million euros');
  expect(crew?.text).toContain('nine people');
  for (const answer of [when, cost, crew]) await expectSound(app, answer as Answer);
});

test('a question on something else carries nothing over', async () => {
  const { app } = await smallApp();
  const text = 'When does the harvest of the Brahmapur tea garden begin?';
  const [, answer] = await conversation(app, 'Who opened the ground station at Kalvik?', text);
  expect(answer).not.toHaveProperty('readAs');
  const { ms: _, ...alone } = await app.ask({ text });
  expect(answer).toMatchObject(alone);
});

test('more is what the article goes on to say', async () => {
  const { app } = await smallApp();
  const [first, more, further] = await conversation(
    app,
    'Who planted the tea bushes?',
    'tell me more',
    'go on',
  );
  expect(more?.status).toBe('answered');
  expect(more?.claims[0]?.text).toContain('harvest begins in April');
  expect(more?.readAs).toMatch(/^What else is said of .+\?$/);
  const told = new Set(first?.citations.map(({ quote }) => quote));
  expect(more?.citations.some(({ quote }) => told.has(quote))).toBe(false);
  for (const answer of [more, further]) await expectSound(app, answer as Answer);
});

test('whatever a history says, answers cite only what articles have, and none is as an empty one', async () => {
  const { app } = await smallApp();
  const words = fc.constantFrom(
    'When',
    'Kalvik',
    'it',
    'and',
    'the',
    'they',
    'Norway',
    '2031',
    'more',
    'that',
    '?',
    '“',
    '(',
    'who',
    'of them',
  );
  const line = fc.array(words, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
  const cited = fc.record({
    articleId: fc.constantFrom('tea', 'bridge', 'space/lighthouse', 'gone', ''),
    title: fc.oneof(line, fc.string()),
    start: fc.integer({ min: -5, max: 500 }),
    end: fc.integer({ min: -5, max: 500 }),
    quote: fc.oneof(line, fc.string()),
  });
  const turn = fc.record({ question: fc.oneof(line, fc.string()), cited: fc.array(cited, { maxLength: 3 }) });
  const follows = fc.oneof(
    line,
    fc.constantFrom('tell me more', 'Who opened it?', 'And with Norway?', 'When was that?'),
  );
  await fc.assert(
    fc.asyncProperty(follows, fc.array(turn, { maxLength: 3 }), async (text, history) => {
      const answer = await app.ask({ text, history });
      await expectSound(app, answer);
      if (history.length > 0) return;
      const { ms: _, ...alone } = await app.ask({ text });
      const { ms: __, ...empty } = answer;
      expect(empty).toEqual(alone);
    }),
    { numRuns: 40 },
  );
});

test('suggestions are questions that the articles answer', async () => {
  const { app } = await smallApp();
  const answer = await app.ask({ text: 'Who opened the ground station at Kalvik?' });
  const suggested = await app.suggest(answer);
  expect(suggested.length).toBeLessThanOrEqual(3);
  expect(suggested).not.toContain(answer.question);
  for (const text of suggested) expect((await app.ask({ text })).status).toBe('answered');
  expect(await app.suggest(await app.ask({ text: 'Who won the football cup?' }))).toEqual([]);
});

test('a place remembers its own conversation, until it is forgotten', async () => {
  const { app } = await smallApp();
  const answer = await app.ask({ text: 'Who opened the ground station at Kalvik?' });
  await app.remember(answer, { place: 'thread 1', asker: 'ann' });
  expect(await app.conversation('thread 1')).toEqual([turnOf(answer)]);
  expect(await app.conversation('thread 2')).toEqual([]);
  const followed = await app.ask({ text: 'And when?', history: await app.conversation('thread 1') });
  expect(followed.text).toContain('4 March 2031');
  expect(await app.forget({ asker: 'ann' })).toBe(1);
  expect(await app.conversation('thread 1')).toEqual([]);
});

test('the terminal remembers its run, tells how a follow-up was read, and starts afresh on :new', async () => {
  const { app, config } = await smallApp();
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end('Who opened the ground station at Kalvik?\nand when?\n:why\n:new\nand when?\n');
  const screen = { columns: 100, colour: false };
  await runTerminal(
    app,
    { input, output, notices: new PassThrough(), interactive: false, screen },
    config.corpusDir,
  );
  const [, when = '', why = '', , afresh = ''] = String(output.read()).split('\n> ');
  expect(when.replaceAll(/\s+/g, ' ')).toContain(
    '"and when?" was read as "When was the ground station at Kalvik opened?"',
  );
  expect(why).toContain('Read as "When was the ground station at Kalvik opened?"');
  expect(afresh).not.toContain('was read as');
});

test('lines of standard input are a conversation when that is asked for', async () => {
  const { config } = await smallApp();
  const input = 'Who opened the ground station at Kalvik?\nAnd when?\n';
  const args = [
    '--data',
    config.dataDir,
    '--corpus',
    config.corpusDir,
    '--stdin',
    '--conversation',
    '--json',
  ];
  const { code, stdout } = await run('scripts/ask.ts', args, { input });
  expect(code).toBe(0);
  expect(objects(stdout)[1]).toMatchObject({
    question: 'And when?',
    readAs: 'When was the ground station at Kalvik opened?',
  });
});
