import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Conversing, conversing } from '../support/conversing.ts';

let it: Conversing;
beforeAll(async () => {
  it = await conversing({ deniedThreads: 'quiet' });
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
  await it.server.waitUntil('suggestions', () => answer.buttons.length > 3);
  const [, , , ...suggested] = answer.buttons;
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

test('a thread opened for a question remembers what all in it asked', async () => {
  const [ann, bob] = [it.server.user('Ann'), it.server.user('Bob')];
  const pointer = await ann.slash('ask', { question: OPENED, thread: true }).reply();
  const thread = await it.thread(pointer.id);
  expect(thread.name).toBe(OPENED);
  const [answer] = await it.messagesIn(thread, 1);
  expect(answer?.text).toContain('Ines Dahl');
  expect(answer?.text).toContain('mention me or reply to me');
  expect(pointer.text).toContain('Answered in the thread');
  await it.rememberedIn(thread, 1);

  const when = await bob.mention(thread, 'When was that?').answer();
  expect(when.text).toContain('4 March 2031');
  expect(when.text).not.toContain('mention me or reply to me');
  await it.rememberedIn(thread, 2);
  expect(
    (await ann.slash('ask', { question: 'How much did it cost?' }, { channel: thread }).reply()).text,
  ).toContain('18 million');
  // Without the message-content intent it is not sent what does not mention it.
  expect(bob.say(thread, 'And how big is the crew?').answers).toEqual([]);
  expect((await bob.mention('general', 'When was that?').answer()).text).not.toContain('2031');
  const alone = await bob.slash('ask', { question: 'And when?', private: true }, { channel: thread }).reply();
  expect(alone.text).toContain('2031');
  await it.remembered(alone);
  expect(await it.app.conversation(`thread:${thread.id}`)).toHaveLength(3);
});

test('where there can be no thread, the answer is in the channel and says why', async () => {
  const ann = it.server.user('Ann');
  const denied = it.server.channel('quiet');
  const asked = { question: OPENED, thread: true };
  const refused = await ann.slash('ask', asked, { channel: denied }).reply();
  expect(refused.text).toContain('Ines Dahl');
  expect(refused.text).toContain('I may not open a thread here');
  expect(it.server.threadsIn(denied)).toEqual([]);
  const direct = await ann.slash('ask', asked, { dm: true }).reply();
  expect(direct.text).toContain('Ines Dahl');

  it.server.mostThreads = 0;
  const full = await ann.slash('ask', asked).reply();
  await it.server.waitUntil('the answer', () => full.text.includes('Ines Dahl'));
  expect(full.text).toContain('too many open threads');
  expect(it.server.violations.map(({ code }) => code)).toEqual([160_006]);
  it.server.forgive();
  it.server.mostThreads = 1_000;
  await it.remembered(full);
  expect((await ann.say('general', 'And when?', { replyTo: full }).answer()).text).toContain('4 March 2031');
});

test('an archived thread is answered in, and a closed or deleted one around it', async () => {
  const ann = it.server.user('Ann');
  const pointer = await ann.slash('ask', { question: OPENED, thread: true }).reply();
  const thread = await it.thread(pointer.id);
  await it.rememberedIn(thread, 1);
  it.server.setThread(thread, { archived: true });
  expect((await ann.mention(thread, 'When was that?').answer()).text).toContain('4 March 2031');

  const asked = ann.mention(thread, 'How much did the station at Kalvik cost?');
  it.server.setThread(thread, { archived: true, locked: true });
  const general = it.server.channel('general');
  const around = async (words: string) => {
    const find = () =>
      it.server
        .messagesIn(general)
        .find(({ text }) => text.includes(words) && text.includes('Asked in a thread'));
    await it.server.waitUntil(words, () => find() !== undefined);
    return find()?.text;
  };
  expect(await around('18 million')).toContain('The thread was closed meanwhile');
  expect(asked.answers).toEqual([]);
  it.server.setThread(thread, { archived: false, locked: false });
  ann.mention(thread, 'When was the bridge damaged by a flood?');
  it.server.deleteThread(thread);
  expect(await around('2026')).toContain('Asked in a thread: When was the bridge damaged');
  expect(new Set(it.server.violations.map(({ code }) => code))).toEqual(new Set([50_083, 10_003]));
  it.server.forgive();
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
