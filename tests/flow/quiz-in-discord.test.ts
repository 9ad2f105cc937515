import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { MessageView, User } from '../support/discord/index.ts';
import { cardIn, Quizzed } from '../support/quizzed.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];

let it: Quizzed;

beforeAll(async () => {
  // Looks for reminders.
  it = await Quizzed.open((everyMs) => everyMs >= 60_000);
});
afterAll(() => it.close());
afterEach(() => {
  expect(it.server.violations).toEqual([]);
  expect(it.server.pings).toEqual([]);
});

/** Answers the question of a message as a student would. */
async function answer(user: User, message: MessageView, right: boolean): Promise<MessageView> {
  const { key, kind, options = [] } = await cardIn(message, it.app);
  if (kind === 'order') return user.select(message, [right ? key : wrongOrder(key)]).reply();
  if (options.length > 0) {
    const i = options.findIndex((option) => (option === key) === right);
    return user.click(message, kind === 'trueFalse' ? (options[i] ?? '') : 'ABCD'.charAt(i)).reply();
  }
  const form = await user.click(message, 'Type the answer').modal();
  return user.submit(form, { 'Your answer': right ? key.toUpperCase() : 'no idea' }).reply();
}

const wrongOrder = (key: string) => key.split(' ').toReversed().join(' ');
const begin = (user: User, options: Record<string, string | number> = {}) =>
  user.slash('quiz start', options).reply();
const answersOf = (user: User) => it.app.quiz.exportOf(user.id).quiz_answer ?? [];

test('a student is asked, told at once, says how well it was known, and learns what to read again', async () => {
  const ann = it.server.user('Ann');
  const question = await begin(ann, { kind: 'choice', count: 2 });
  expect(question.ephemeral).toBe(true);
  expect(question.text).toMatch(
    /Question 1 of 2\n\*\*.+\n(?:> .+\n)?\*\*A\.\*\* .+\n\*\*B\.\*\* .+\n\*\*C\.\*\* .+\n\*\*D\.\*\* /,
  );
  expect(question.buttons).toEqual(['A', 'B', 'C', 'D', 'Stop', 'Report this question']);
  const { proof, key } = await cardIn(question, it.app);

  it.now += 12_000;
  const wrong = await answer(ann, question, false);
  expect(wrong.id).toBe(question.id);
  expect(wrong.text).toMatch(/\*\*Not right\.\*\* It is \*\*[A-D], .+\*\*\. You answered: [A-D], /);
  expect(wrong.text).toContain(key);
  expect(wrong.text.replaceAll('**', '')).toContain(`“${proof[0]?.quote}” \`[1]\``);
  expect(wrong.text).toMatch(
    /`\[1\]` \[Ice and ships ＠everyone\]\(<https:\/\/example\.org\/ice#:~:text=.+>\) · The Daily Test · 2024-05-06/,
  );
  expect(wrong.text).toContain('Comes back in **1 minute**.');
  expect(wrong.buttons).toEqual('Again,Hard,Good,Easy,Next,Stop,Report this question'.split(','));

  const easy = await ann.click(wrong, 'Easy').reply();
  expect(easy.text).toContain('Comes back in **8 days**.\n-# Counted as **Easy**.');
  const second = await ann.click(easy, 'Next').reply();
  expect(second.text).toContain('Question 2 of 2');
  it.now += 12_000;
  const right = await answer(ann, second, true);
  expect(right.text).toContain('**Right.**');
  expect(right.text).toContain('Counted as **Good**.');
  const summary = await ann.click(right, 'Finish').reply();
  expect(summary.text).toContain('**1 of 2 right**.');
  expect(summary.text).toMatch(/To read again\*\*\n• \[Ice and ships ＠everyone\]\(<https:/);
  expect(summary.buttons).toEqual([]);
});

test('every kind is answered in its own way, and one stops and goes on at any time', async () => {
  const ben = it.server.user('Ben');
  const gap = await begin(ben, { kind: 'gap', article: 'Ice and ships @everyone', count: 3 });
  const form = await ben.click(gap, 'Type the answer').modal();
  expect(form.title).toBe('Question 1 of 3');
  expect(form.text).toContain(gap.text.split('\n')[1]);
  expect((await answer(ben, gap, true)).text).toContain('**Right.**');
  const unknown = await ben.click(await ben.click(gap, 'Next').reply(), 'I do not know').reply();
  expect(unknown.text).toContain('**Not right.** It is');
  expect(unknown.text).not.toContain('You answered');
  const stopped = await ben.click(unknown, 'Stop').reply();
  expect(stopped.text).toContain('**1 of 2 right**, 1 not answered.');
  expect((await ben.click(stopped, 'Go on').reply()).text).toContain('Question 3 of 3');

  for (const kind of ['trueFalse', 'order', 'acronym']) {
    const asked = await begin(ben, { kind, publisher: 'the daily test', count: 1 });
    expect((await answer(ben, asked, kind === 'acronym')).text).toContain(
      kind === 'acronym' ? '**Right.**' : '**Not right.** It is',
    );
  }
  const none = await begin(ben, { publisher: 'Nobody' });
  expect(none.text).toContain('ask for another kind, article or publisher');
  expect((await begin(ben, { article: 'Nothing' })).text).toContain('There is no article');
  expect(await ben.autocomplete('quiz start', { article: 'ships' })).toMatchObject([{ value: 'ice' }]);
});

test('a press of somebody else, edited, or fifty at once counts for nothing or once', async () => {
  const [cat, eve] = [it.server.user('Cat'), it.server.user('Eve')];
  const question = await begin(cat, { kind: 'choice', count: 2 });
  const pick = question.customIdOf('quiz-pick');
  const [, key = ''] = pick.split(':');
  for (const id of [
    pick,
    `quiz-next:${key}`,
    `quiz-stop:${key}`,
    `quiz-grade:${key}:0:easy`,
    `quiz-report:${key}:0`,
  ]) {
    const refused = await eve.forgePress(question, id).reply();
    expect(refused.text).toContain('somebody else’s quiz');
    expect(refused.ephemeral).toBe(true);
  }
  for (const id of [
    `quiz-pick:${key}:0:Z`,
    `quiz-pick:${key}:0:`,
    `quiz-pick:${key}:1:A`,
    `quiz-pick:${key}:9:A`,
    `quiz-pick:${key}:x:A`,
  ]) {
    expect((await cat.forgePress(question, id).reply()).text).toMatch(/no such answer|no longer there/);
  }
  for (const id of ['quiz-pick', 'quiz-pick:nonsense:0:A', 'quiz-next:', `quiz-type:${key}x:0`]) {
    expect((await cat.forgePress(question, id).reply()).text).toContain('start a new one');
  }
  for (const id of [
    `quiz-grade:${key}:0:easy`,
    `quiz-grade:${key}:0:best`,
    `quiz-report:${key}:7`,
    `quiz-type:${key}:x`,
  ]) {
    expect((await cat.forgePress(question, id).reply()).text).toMatch(
      /no longer be changed|no such question/,
    );
  }
  expect(answersOf(cat)).toEqual([]);

  // Fifty at once are as many as one may press within two minutes.
  it.now += HOUR;
  const presses = Array.from({ length: 50 }, () => cat.forgePress(question, pick));
  const shown = await Promise.all(presses.map((press) => press.reply()));
  expect(shown.every(({ id }) => id === question.id)).toBe(true);
  await it.server.waitUntil('all to be shown', () => question.edits.length >= 50);
  expect(answersOf(cat)).toHaveLength(1);
  const another = pick.endsWith('A') ? `quiz-pick:${key}:0:B` : `quiz-pick:${key}:0:A`;
  expect((await cat.forgePress(question, another).reply()).text).toContain('Your first answer counts.');
  expect(answersOf(cat)).toHaveLength(1);
  expect(answersOf(eve)).toEqual([]);
});

test('a quiz goes on after a restart and a day later, and is over after a week', async () => {
  const dan = it.server.user('Dan');
  const question = await begin(dan, { kind: 'choice', count: 2 });
  await dan.slash('quiz remind', { hour: 20, zone: 'Europe/Kiev' }).reply();
  await it.stop();
  await it.start();
  expect((await dan.slash('quiz remind').reply()).text).toContain('at 20:00');
  expect(it.app.reminders.of(dan.id)).toMatchObject({ zone: 'Europe/Kyiv' });
  it.app.reminders.end(dan.id);
  it.now += DAY;
  const outcome = await answer(dan, question, true);
  expect(outcome.text).toContain('**Right.**');
  // Nobody looked at it for a day: how long it took says nothing.
  expect(outcome.text).toContain('Counted as **Good**.');
  it.now += 8 * DAY;
  const late = await dan.click(outcome, 'Next').reply();
  expect(late.text).toContain('This quiz is over or too old to go on with: start a new one.');
  expect(late.ephemeral).toBe(true);
});

test('what is due is asked again; a late grade takes nothing back; a clock that is wrong costs no review', async () => {
  const fay = it.server.user('Fay');
  expect((await fay.slash('quiz review').reply()).text).toContain('nothing to review yet');
  const first = await answer(fay, await begin(fay, { kind: 'choice', count: 1 }), true);
  const early = await fay.slash('quiz review').reply();
  expect(early.text).toMatch(/^Nothing is due: next in \d+ (?:minutes|days)\.$/);

  it.now += 9 * DAY;
  const again = await answer(fay, await fay.slash('quiz review').reply(), true);
  const later = await begin(fay, { count: 1 });
  expect((await fay.forgePress(later, first.customIdOf('quiz-grade')).reply()).text).toMatch(
    /over or too old|no longer be changed/,
  );

  const right = it.now;
  for (const wrong of [it.now + 365 * DAY, it.now - DAY]) {
    it.now = wrong;
    await answer(fay, await begin(fay, { kind: 'gap', count: 1 }), true);
    it.now = right;
    const memories = [...(it.app.quiz.exportOf(fay.id).quiz_memory ?? [])];
    expect(memories.length).toBeGreaterThan(1);
    // What was answered "in a year" is asked now, and is then due within weeks.
    for (;;) {
      const due = await fay.slash('quiz review').reply();
      if (!due.text.includes('Question')) break;
      await answer(fay, due, true);
    }
    const farthest = Math.max(
      ...(it.app.quiz.exportOf(fay.id).quiz_memory ?? []).map(({ due }) => Date.parse(String(due))),
    );
    expect(farthest - it.now).toBeLessThan(120 * DAY);
  }
  expect(again.text).toContain('**Right.**');
});

test('a reported question rests for everybody', async () => {
  const [gus, hal] = [it.server.user('Gus'), it.server.user('Hal')];
  const question = await begin(gus, { kind: 'order' });
  const total = Number(/of (\d+)/.exec(question.text)?.[1]);
  expect(total).toBe(1);
  const thanks = await gus.click(question, 'Report this question').reply();
  expect(thanks.text).toContain('Nobody is asked this question until a moderator has looked at it');
  expect((await gus.click(thanks, 'Next').reply()).text).toContain('Nothing was answered');
  expect((await begin(hal, { kind: 'order' })).text).toContain('There is no question of this kind');
  await it.app.forgetUser(gus.id);
});

test('progress is a picture with the same facts in words', async () => {
  const ida = it.server.user('Ida');
  expect((await ida.slash('quiz progress').reply()).text).toContain('nothing to show yet');
  await answer(ida, await begin(ida, { kind: 'choice', count: 1 }), true);
  const progress = await ida.slash('quiz progress').reply();
  const [file] = progress.files;
  expect(
    Buffer.from(file?.bytes ?? [])
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(file?.filename).toBe('progress.png');
  for (const fact of [
    '0 of 1 question due now',
    '1 day in a row',
    'Nothing asked a second time yet',
    '1 of 1',
  ]) {
    expect(file?.description).toContain(fact);
    expect(progress.text).toContain(fact);
  }
});

test('a reminder comes once, at the student’s own hour, only when something is due, and ends with one button', async () => {
  const joy = it.server.user('Joy');
  it.now = Date.parse('2031-06-01T12:00:00Z');
  expect((await joy.slash('quiz remind').reply()).text).toContain('You get no reminders');
  expect((await joy.slash('quiz remind', { hour: 8 }).reply()).text).toContain('Say where you live');
  expect((await joy.slash('quiz remind', { hour: 8, zone: 'Atlantis/City' }).reply()).text).toContain(
    'no time zone',
  );
  expect((await joy.autocomplete('quiz remind', { hour: 8, zone: 'kolk' }))[0]).toEqual({
    name: expect.stringContaining('Asia/Kolkata (now '),
    value: 'Asia/Kolkata',
  });
  const set = await joy.slash('quiz remind', { hour: 8, zone: 'asia/kolkata' }).reply();
  expect(set.text).toContain('every day at 08:00 when something is due');
  const told = async (): Promise<number> => {
    await it.look();
    return joy.inbox.length;
  };

  it.now = Date.parse('2031-06-02T02:31:00Z');
  expect(await told()).toBe(0);
  await answer(joy, await begin(joy, { kind: 'choice', count: 1 }), false);
  it.now = Date.parse('2031-06-03T02:29:00Z');
  expect(await told()).toBe(0);
  it.now = Date.parse('2031-06-03T02:30:00Z');
  expect(await told()).toBe(1);
  expect(joy.inbox[0]?.text).toContain(
    '**1 question is due for review.**\n-# You asked to be told at 08:00 (Asia/',
  );
  it.now += HOUR;
  expect(await told()).toBe(1);

  const [reminder] = joy.inbox;
  if (!reminder) throw new Error('it is there');
  const eve = it.server.user('Eve');
  for (const name of ['quiz-due', 'quiz-off']) {
    expect((await eve.forgePress(reminder, reminder.customIdOf(name)).reply()).text).toContain(
      'somebody else’s',
    );
  }
  expect((await joy.click(reminder, 'Review now').reply()).text).toContain('Question 1 of 1');
  const off = await joy.click(reminder, 'Turn reminders off').reply();
  expect(off.text).toContain('Reminders are off');
  it.now += DAY;
  expect(await told()).toBe(off.id === reminder.id ? 1 : 2);
});

test('closed direct messages turn reminders off, with a note the next time', async () => {
  const kim = it.server.user('Kim');
  it.now = Date.parse('2032-06-01T12:00:00Z');
  await answer(kim, await begin(kim, { kind: 'choice', count: 1 }), false);
  await kim.slash('quiz remind', { hour: 18, zone: 'UTC' }).reply();
  kim.closeDirectMessages();
  it.now += 6 * HOUR;
  await it.look();
  expect(it.server.requests.at(-1)?.status).toBe(403);
  expect((await kim.slash('quiz progress').reply()).text).toContain('I could not send you your reminder');
  expect((await kim.slash('quiz progress').reply()).text).not.toContain('I could not send');
  expect(kim.inbox).toEqual([]);
});

test('an answer offers a quiz about what it cites, to everybody their own', async () => {
  const [lea, mia] = [it.server.user('Lea'), it.server.user('Mia')];
  const reply = await lea.slash('ask', { question: 'When was the Arctic Ice Council founded?' }).reply();
  expect(reply.buttons).toEqual(['Sources', 'Follow up', 'Quiz me on this']);
  const [mine, hers] = await Promise.all([
    lea.click(reply, 'Quiz me on this').reply(),
    mia.click(reply, 'Quiz me on this').reply(),
  ]);
  expect(mine.ephemeral && hers.ephemeral).toBe(true);
  expect(hers.text).toMatch(/Question 1 of \d+/);
  expect((await answer(mia, hers, true)).text).toContain('**Right.**');
  expect((await lea.forgePress(reply, 'quiz-on:none').reply()).text).toContain('no longer know');
});

test('all that is stored about somebody is theirs to have and to delete', async () => {
  const ned = it.server.user('Ned');
  await answer(ned, await begin(ned, { kind: 'choice', count: 1 }), false);
  await ned.slash('quiz remind', { hour: 7, zone: 'UTC' }).reply();
  const asked = await it.app.ask({ text: 'When was the Arctic Ice Council founded?' });
  await it.app.remember(asked, { place: 'general', asker: ned.id });
  const stored = await ned.slash('privacy export').reply();
  expect(stored.ephemeral).toBe(true);
  const json = JSON.parse(Buffer.from(stored.files[0]?.bytes ?? []).toString()) as Record<string, unknown[]>;
  expect(json).toMatchObject({ user: ned.id, quiz_reminder: [{ hour: 7 }], edits: [] });
  for (const table of ['quiz_session', 'quiz_answer', 'quiz_memory', 'conversations'])
    expect(json[table]).toHaveLength(1);

  const confirmation = await ned.slash('privacy delete').reply();
  const id = confirmation.customIdOf('privacy-forget');
  expect((await it.server.user('Eve').forgePress(confirmation, id).reply()).text).toContain(
    'somebody else’s',
  );
  expect((await ned.click(confirmation, 'Keep it').reply()).text).toContain('Nothing was deleted');
  expect(answersOf(ned)).toHaveLength(1);
  expect((await ned.forgePress(confirmation, id).reply()).text).toContain('nothing is stored about you');
  expect(Object.values(await it.app.exportOf(ned.id)).flat()).toEqual([]);
  expect((await ned.forgePress(confirmation, id).reply()).text).toContain('This button has expired');
});

test('the first question comes within 300 ms', async () => {
  const user = it.server.user('Oli');
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const before = performance.now();
    await begin(user);
    times.push(performance.now() - before);
  }
  expect(Math.min(...times)).toBeLessThan(300);
});
