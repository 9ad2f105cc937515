import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ChatServer, startChatServer } from '../support/chat/index.ts';
import type { Behaviour } from '../support/chat/misbehave.ts';
import { speak } from '../support/chat/speak.ts';
import { type Conversing, conversing } from '../support/conversing.ts';
import type { MessageView } from '../support/discord/index.ts';

const BUDGET_MS = 1_500;
const QUESTION = 'How many satellites does the ground station at Kalvik follow?';
const OPENED = 'The ground station at Kalvik was opened on 4 March 2031 by the engineer Ines Dahl.';
const FOLLOWS = 'It follows 42 satellites that watch the northern sea lanes.';
const WORDED = 'The station at Kalvik follows 42 satellites that watch the northern sea lanes.';
const CREW = 'A crew of nine people runs the station.';
const RUN_BY = 'The station is run by a crew of nine people.';

let chat: ChatServer;
let it: Conversing;
beforeAll(async () => {
  chat = await startChatServer(() => 'hang');
  it = await conversing({ chat: chat.config('openai', { budgetMs: BUDGET_MS }) });
});
afterAll(async () => {
  await it.close();
  await chat.close();
});
beforeEach(async () => {
  // Whatever was left hanging before: a reply closes the breaker.
  chat.script = (asked) => speak(asked, [WORDED, FOLLOWS, OPENED]);
});
afterEach(() => {
  expect(it.server.violations).toEqual([]);
  expect(it.server.pings).toEqual([]);
});

/** A reply that says its first claim and then no more. */
const oneClaimThenSilence = (asked: Parameters<typeof speak>[0]): Behaviour => {
  const whole = speak(asked, [WORDED, FOLLOWS, OPENED], [CREW, RUN_BY]);
  if (typeof whole !== 'object' || !('say' in whole)) throw new Error('nothing is said');
  const first = whole.say.indexOf('},{"text"') + 1;
  return { say: whole.say, cutAfter: Math.ceil(first / 12), by: 'hang' };
};

const shows = (message: MessageView, words: string) =>
  it.server.waitUntil(`"${words}"`, () => message.text.includes(words));

test('claims appear once they are checked, and Stop keeps them; only the asker may press it', async () => {
  chat.script = oneClaimThenSilence;
  const ann = it.server.user('Ann');
  const answer = await ann.slash('ask', { question: QUESTION }).reply();
  expect(answer.buttons).toEqual(['Stop']);
  await shows(answer, WORDED.replace('42', '**42**'));
  expect(answer.text).toContain('More may follow');
  expect(answer.buttons).toContain('Stop');

  expect((await it.server.user('Bob').click(answer, 'Stop').reply()).text).toContain(
    'Only the one who asked',
  );
  expect(answer.buttons).toContain('Stop');
  for (const press of Array.from({ length: 20 }, () => ann.click(answer, 'Stop'))) await press.acknowledged;
  await it.server.waitUntil('the end', () => answer.buttons.includes('Regenerate'));
  expect(answer.text).toContain('satellites that watch');
  expect(answer.text).toContain('Worded by openai:scripted');
  expect(answer.text).not.toContain('More may follow');
  const shown = answer.edits.length;
  await it.remembered(answer);
  await it.server.user('Ann').slash('help').reply();
  expect(answer.edits).toHaveLength(shown);
  expect((await it.app.status()).chat?.state).toBe('working');
});

test('Regenerate words the answer again in its message, for its asker alone', async () => {
  const ann = it.server.user('Ann');
  const answer = await ann.slash('ask', { question: QUESTION }).reply();
  await it.server.waitUntil('the end', () => answer.buttons.includes('Regenerate'));
  const refused = await it.server.user('Bob').click(answer, 'Regenerate').reply();
  expect(refused.text).toContain('Only the one who asked');
  expect((await ann.forgePress(answer, 'again:unknown').reply()).text).toContain('ask the question again');

  chat.script = (asked) => speak(asked, [`${WORDED}`, FOLLOWS, OPENED], [CREW, RUN_BY]);
  const asked = chat.asked.length;
  for (const press of Array.from({ length: 20 }, () => ann.click(answer, 'Regenerate')))
    await press.acknowledged;
  await shows(answer, 'nine');
  await it.server.waitUntil('the end', () => answer.buttons.includes('Regenerate'));
  expect(chat.asked.length - asked).toBeLessThan(20);
});

test('while the model hangs, others are answered in time and at once where it is not needed', {
  timeout: 30_000,
}, async () => {
  chat.script = () => 'hang';
  const began = performance.now();
  const asked = Array.from({ length: 20 }, (_, i) =>
    it.server.user(`Member ${i}`).slash('ask', { question: QUESTION }),
  );
  const unsaid = await it.server.user('Zoe').slash('ask', { question: 'Who won the football cup?' }).reply();
  expect(unsaid.text).toContain('do not say');
  expect(performance.now() - began).toBeLessThan(BUDGET_MS);
  const answers = await Promise.all(asked.map((ask) => ask.reply()));
  await it.server.waitUntil('all', () =>
    answers.every((answer) => answer.text.includes('The ground station at Kalvik was opened')),
  );
  for (const answer of answers) {
    expect((answer.record.shown.at(-1)?.at ?? 0) - (answer.record.interaction?.createdAt ?? 0)).toBeLessThan(
      BUDGET_MS + 1_000,
    );
  }
});
