import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { Desk } from '../../src/discord/desk.ts';
import { type ChatServer, startChatServer } from '../support/chat/index.ts';
import type { Behaviour } from '../support/chat/misbehave.ts';
import { speak } from '../support/chat/speak.ts';
import { type Conversing, conversing } from '../support/conversing.ts';
import type { MessageView } from '../support/discord/index.ts';

const BUDGET_MS = 20_000;
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

test('while the model hangs, others are answered, and Stop gives the articles’ own words', async () => {
  chat.script = () => 'hang';
  const members = Array.from({ length: 20 }, (_, i) => it.server.user(`Member ${i}`));
  const answers = await Promise.all(
    members.map((member) => member.slash('ask', { question: QUESTION }).reply()),
  );
  const unsaid = await it.server.user('Zoe').slash('ask', { question: 'Who won the football cup?' }).reply();
  expect(unsaid.text).toContain('do not say');
  for (const [i, answer] of answers.entries()) {
    expect(answer.buttons).toEqual(['Stop']);
    members[i]?.click(answer, 'Stop');
  }
  const isWhole = ({ text }: MessageView) => text.includes('The ground station at Kalvik was opened');
  await it.server.waitUntil('all', () => answers.every(isWhole));
  expect((await it.app.status()).chat?.state).toBe('working');
});

test('an answer whose thread is deleted before it is whole is given in the channel', async () => {
  chat.script = () => 'hang';
  const ann = it.server.user('Ann');
  const pointer = await ann.slash('ask', { question: QUESTION, thread: true }).reply();
  const thread = await it.thread(pointer.id);
  const [waiting] = await it.messagesIn(thread, 1);
  const [stop = ''] = /stop:[\w-]+/.exec(JSON.stringify(waiting?.record)) ?? [];
  it.server.deleteThread(thread);
  ann.forgePress(pointer, stop);
  await shows(pointer, 'The ground station at Kalvik was opened');
  expect(pointer.text).toContain('The thread was closed meanwhile');
  expect(pointer.buttons).toContain('Regenerate');
});

test('askers whom the model keeps waiting all have their answer in time', async () => {
  chat.script = () => 'hang';
  const budgetMs = 4_000;
  const app = await createApp({ ...it.config, chat: chat.config('openai', { budgetMs }) });
  await app.search({ text: QUESTION }, 1);
  const desk = new Desk(app, { log: () => {}, now: () => new Date(), editEveryMs: 60_000 });
  const before = process.cpuUsage();
  const shown: string[] = [];
  const at: number[] = [];
  await Promise.all(
    Array.from({ length: 24 }, (_, i) =>
      desk.answer(
        { user: `user ${i}`, text: QUESTION, echo: true, conversation: { placeOf: ({ id }) => id } },
        {
          lane: String(i),
          async show(message) {
            shown.push(JSON.stringify(message));
            at.push(performance.now());
            return { id: String(i), channelId: 'c' };
          },
        },
      ),
    ),
  );
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(2_000);
  // Who waits for a turn as well would be answered a whole budget later.
  expect(Math.max(...at) - Math.min(...at)).toBeLessThan(budgetMs);
  expect(shown).toHaveLength(24);
  for (const message of shown) expect(message).toContain('The ground station at Kalvik was opened');
  await app.close();
});

test('a lost answer, a 429 and failing edits leave one message with the whole answer', async () => {
  const ann = it.server.user('Ann');
  it.server.fail('POST /channels/:channelId/messages', { status: 502, afterEffect: true });
  it.server.fail('PATCH /channels/:channelId/messages/:messageId', { status: 429, retryAfter: 0.2 });
  const said = ann.mention('general', `@everyone ${QUESTION}`);
  const answer = await said.answer();
  await it.server.waitUntil('the end', () => answer.buttons.includes('Regenerate'));
  await it.remembered(answer);
  expect(said.answers).toHaveLength(1);
  it.server.clearFaults();
});

test('a thread whose opening is answered late is used, not opened twice', async () => {
  it.server.fail('POST /channels/:channelId/messages/:messageId/threads', { status: 502, afterEffect: true });
  const pointer = await it.server.user('Ann').slash('ask', { question: QUESTION, thread: true }).reply();
  const thread = await it.thread(pointer.id);
  const [answer] = await it.messagesIn(thread, 1);
  await it.server.waitUntil('the end', () => answer?.buttons.includes('Regenerate') === true);
  expect(it.server.messagesIn(thread)).toHaveLength(1);
  expect(pointer.text).not.toContain('satellites that watch');
  // Discord says that there is one already, when it is asked again.
  expect(it.server.violations.map(({ code }) => code)).toEqual([160_004]);
  it.server.forgive();
});
