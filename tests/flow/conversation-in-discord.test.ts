import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Conversing, conversing } from '../support/conversing.ts';

let it: Conversing;
beforeAll(async () => {
  it = await conversing();
});
afterAll(() => it.close());
afterEach(() => {
  expect(it.server.violations).toEqual([]);
  expect(it.server.pings).toEqual([]);
});

const OPENED = 'Who opened the ground station at Kalvik?';

test('a reply to an answer goes on from it, whoever writes it, and another answer is another conversation', async () => {
  const [ann, bob] = [it.server.user('Ann'), it.server.user('Bob')];
  const answer = await ann.mention('general', OPENED).answer();
  await it.remembered(answer);
  const when = await bob.say('general', 'When was that?', { replyTo: answer }).answer();
  expect(when.text).toContain('4 March 2031');
  expect(when.text).toContain('When was the ground station at Kalvik opened?');
  await it.remembered(when);
  expect((await ann.say('general', 'How much did it cost?', { replyTo: when }).answer()).text).toContain(
    '18 million',
  );

  const tea = await ann.slash('ask', { question: 'Who planted the tea bushes?' }).reply();
  await it.remembered(tea);
  expect((await bob.say('general', 'And when?', { replyTo: answer }).answer()).text).toContain(
    '4 March 2031',
  );
  expect((await bob.mention('general', 'When was that?').answer()).text).not.toContain('2031');
});

test('the Follow up button opens a form, and answers those who see the answer', async () => {
  const ann = it.server.user('Ann');
  const answer = await ann.slash('ask', { question: OPENED }).reply();
  await it.remembered(answer);
  expect(answer.buttons.slice(0, 2)).toEqual(['Sources', 'Follow up']);
  const form = await ann.click(answer, 'Follow up').modal();
  const when = await ann.submit(form, { 'Your question': '@everyone When was that?' }).reply();
  expect(when.ephemeral).toBe(false);
  expect(when.text).toContain('4 March 2031');

  const alone = await ann.slash('ask', { question: OPENED, private: true }).reply();
  await it.remembered(alone);
  const followed = await ann
    .submit(await ann.click(alone, 'Follow up').modal(), { 'Your question': 'And when?' })
    .reply();
  expect(followed.ephemeral).toBe(true);
  expect(followed.text).toContain('4 March 2031');
  // Nobody else goes on from what they cannot see.
  const eve = it.server.user('Eve');
  const guessed = await eve
    .submit(await eve.forgePress(alone, 'follow-up').modal(), { 'Your question': 'And when?' })
    .reply();
  expect(guessed.text).not.toContain('2031');
});

test('up to three questions to go on with are offered by one edit, and asked by whoever presses them', async () => {
  const question = 'When was the bridge damaged by a flood?';
  const answer = await it.server.user('Ann').slash('ask', { question }).reply();
  await it.server.waitUntil('suggestions', () => answer.buttons.length > 2);
  const [, , ...suggested] = answer.buttons;
  expect(suggested.length).toBeLessThanOrEqual(3);
  expect(answer.edits).toHaveLength(1);
  const [first = ''] = suggested;
  const next = await it.server.user('Bob').click(answer, first).reply();
  expect(next.ephemeral).toBe(false);
  expect(next.text).toContain(first);
  expect(next.buttons).toContain('Sources');
  const forged = await it.server.user('Eve').forgePress(answer, 'suggested:nothing:7').reply();
  expect(forged.text).toContain('no longer have this question');
});

test('what somebody asked can be exported, and is forgotten everywhere', async () => {
  const zoe = it.server.user('Zoe');
  const answer = await zoe.mention('general', OPENED).answer();
  await it.remembered(answer);
  const followed = await it.server.user('Bob').say('general', 'And when?', { replyTo: answer }).answer();
  await it.remembered(followed);
  const [turn] = (await it.app.exportOf(zoe.id)).conversations ?? [];
  expect(turn).toMatchObject({ question: OPENED, place: `message:${answer.record.channelId}:${answer.id}` });
  // Once under her own answer, and once before Bob's.
  expect(await it.app.forget({ asker: zoe.id })).toBe(2);
  expect((await it.app.exportOf(zoe.id)).conversations).toEqual([]);
  expect((await zoe.say('general', 'And when?', { replyTo: answer }).answer()).text).not.toContain('2031');
});
