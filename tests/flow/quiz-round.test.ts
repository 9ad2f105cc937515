import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Card } from '../../src/model.ts';
import type { Channel, MessageView, User } from '../support/discord/index.ts';
import { cardIn, Quizzed } from '../support/quizzed.ts';

const [SECOND, MINUTE, DAY] = [1_000, 60_000, 86_400_000];

let it: Quizzed;
let boss: User;
let closed: Channel;
const rooms: Channel[] = [];

beforeAll(async () => {
  // Looks for rounds whose time has come.
  it = await Quizzed.open((everyMs) => everyMs < MINUTE);
  for (let i = 0; i < 12; i++) rooms.push(it.server.addChannel(`room-${i}`));
  closed = it.server.addChannel('closed', { deniedToBot: ['SendMessages'] });
  boss = it.server.user('Boss', { permissions: ['ManageGuild'] });
});
afterAll(() => it.close());
afterEach(() => {
  expect(it.server.violations).toEqual([]);
  expect(it.server.pings).toEqual([]);
});

/** A lobby in a channel that nothing was played in yet. */
async function lobbyOf(host: User, options: Record<string, number> = {}) {
  const channel = rooms.shift();
  if (!channel) throw new Error('there is no channel left');
  const lobby = await host.slash('quiz play', options, { channel }).reply();
  return { channel, lobby };
}

const newest = (channel: Channel) => it.server.messagesIn(channel).at(-1) as MessageView;

/** Moves time on until the round does something. */
async function later(ms: number): Promise<void> {
  await it.look();
  it.now += ms;
  await it.look();
}

/** Presses Start, and gives the first question. */
async function begun(host: User, lobby: MessageView, channel: Channel): Promise<MessageView> {
  host.click(lobby, 'Start');
  await it.server.waitUntil('the first question', () => newest(channel).text.includes('Question 1 of'));
  await it.look();
  return newest(channel);
}

/** The button of the right answer, or of a wrong one. */
async function buttonOf(message: MessageView, right: boolean): Promise<string> {
  const { key, kind, options = [] } = await cardIn(message, it.app);
  const i = options.findIndex((option) => (option === key) === right);
  return kind === 'trueFalse' ? (options[i] ?? '') : 'ABCD'.charAt(i);
}

test('a class gathers, plays, changes its mind until the countdown ends, and sees who won', async () => {
  const [ann, ben, cem] = [
    it.server.user('Ann @everyone <@1>'),
    it.server.user('Ben'),
    it.server.user('Cem'),
  ];
  const { channel, lobby } = await lobbyOf(ann, { count: 2, seconds: 20 });
  expect(lobby.ephemeral).toBe(false);
  expect(lobby.text).toContain('**Quiz round: 2 questions, 20 seconds each**');
  expect(lobby.text).toContain('Nobody has joined yet.');
  expect(lobby.buttons).toEqual(['Join', 'Start', 'Stop']);
  expect((await ann.click(lobby, 'Start').reply()).text).toContain('Nobody has joined yet: press Join first');
  const joined = await ann.click(lobby, 'Join').reply();
  expect(joined.ephemeral).toBe(true);
  expect(joined.text).toContain('You are in.');
  await ben.click(lobby, 'Join').reply();
  expect((await ben.click(lobby, 'Join').reply()).text).toBe('You are in already.');
  await later(SECOND);
  expect(lobby.text).toContain('**2 players:** Ann ＠everyone \\<＠1>, Ben');
  expect(lobby.edits).toHaveLength(1);

  const first = await begun(ann, lobby, channel);
  expect(lobby.text).toContain('It has begun. 2 players');
  expect(lobby.buttons).toEqual([]);
  expect(first.text).toContain(`Question 1 of 2 · locks <t:${Math.ceil((it.now + 20 * SECOND) / SECOND)}:R>`);
  const [right, wrong] = [await buttonOf(first, true), await buttonOf(first, false)];
  const picked = await ann.click(first, wrong).reply();
  expect(picked.ephemeral).toBe(true);
  expect(picked.text).toMatch(/^You chose \*\*.+\.\n-# Press another to change it; the question locks <t:/);
  await ann.click(first, right).reply();
  await ben.click(first, wrong).reply();
  // Who comes late just plays.
  await cem.click(first, right).reply();
  await later(19 * SECOND);
  expect(first.edits).toEqual([]);
  const pick = first.customIdOf('round-pick');
  await later(SECOND);
  expect(first.text).toContain('**2 of 3 players right.**');
  expect(first.text).toMatch(/`████████░░░░` 2 · ✅ \*\*/);
  expect(first.text).toMatch(/`████░░░░░░░░` 1 · \*\*/);
  expect(first.text.replaceAll('**', '')).toContain(
    `“${(await cardIn(first, it.app)).proof[0]?.quote}” \`[1]\``,
  );
  expect(first.text).toContain('[Ice and ships ＠everyone](<https://example.org/ice');
  expect(first.text).toContain('**1.** Ann ＠everyone \\<＠1>, Cem — 1 of 1');
  expect(first.text).toContain('The next question comes in 15 seconds.');
  expect(first.buttons).toEqual(['Report this question']);
  expect((await ben.forgePress(first, pick).reply()).text).toContain('This question is locked');

  await later(15 * SECOND);
  const second = newest(channel);
  expect(second.text).toContain('Question 2 of 2');
  await ben.click(second, await buttonOf(second, true)).reply();
  await later(20 * SECOND);
  expect(second.text).toContain('**1 of 1 player right.**');
  await later(15 * SECOND);
  const final = newest(channel);
  expect(final.text).toContain('**The round is over.**\n**1.** Ann ＠everyone \\<＠1>, Ben, Cem — 1 of 2');
  expect((await ben.click(final, 'My result').reply()).text).toBe(
    'You had **1 of 2** right: place **1** of 3 players.',
  );
  expect((await boss.click(final, 'My result').reply()).text).toContain('You did not play');
  expect((await ben.forgePress(second, second.customIdOf('round-pick') || pick).reply()).text).toMatch(
    /round is over/,
  );
  // A lobby that changed once and began, and for each question its message and its answer.
  expect(it.server.messagesIn(channel)).toHaveLength(4);
  expect([lobby, first, second, final].map(({ edits }) => edits.length)).toEqual([2, 1, 1, 0]);
});

test('a channel has one round; only its host or a moderator leads it; made-up presses count for nothing', async () => {
  const [dan, eve] = [it.server.user('Dan'), it.server.user('Eve')];
  const { channel, lobby } = await lobbyOf(dan, { count: 3 });
  const another = await eve.slash('quiz play', {}, { channel }).reply();
  expect(another.text).toContain('There is a round in this channel already');
  expect(another.ephemeral).toBe(true);
  await eve.click(lobby, 'Join').reply();
  for (const name of ['Start', 'Stop']) {
    expect((await eve.click(lobby, name).reply()).text).toContain('Only whoever began this round');
  }
  const question = await begun(dan, lobby, channel);
  expect(
    (await dan.forgePress(lobby, question.customIdOf('round-stop').replace('stop', 'start')).reply()).text,
  ).toContain('has begun already');
  const [, key] = question.customIdOf('round-pick').split(':');
  for (const id of [
    `round-pick:${key}:0:9`,
    `round-pick:${key}:0:x`,
    `round-pick:${key}:2:0`,
    `round-pick:${key}`,
    'round-pick:nonsense:0:0',
    'round-join:',
    'round-stop:nonsense',
    `round-report:${key}:2`,
  ]) {
    expect((await eve.forgePress(question, id).reply()).text).toMatch(/no such|locked|over/);
  }
  const { lobby: elsewhere } = await lobbyOf(eve);
  expect((await eve.forgePress(elsewhere, `round-pick:${key}:0:0`).reply()).text).toContain('round is over');
  expect(await it.app.exportOf(eve.id)).toMatchObject({ quiz_pick: [] });
  boss.click(question, 'Stop');
  await it.server.waitUntil('the end', () => newest(channel).text.includes('Boss stopped it.'));
  expect(question.text).toContain('**Nobody answered.**');
  expect(newest(channel).text).toContain('Nobody had a right answer.');
  eve.click(elsewhere, 'Stop');
  await it.server.waitUntil('the end', () => elsewhere.text.includes('closed before it began'));
});

test('a hundred players press at once: each is told with one request, and none is lost', async () => {
  const players = Array.from({ length: 100 }, (_, i) => it.server.user(`P${i}`));
  const { channel, lobby } = await lobbyOf(boss, { count: 1 });
  await Promise.all(players.map((player) => player.click(lobby, 'Join').acknowledged));
  await later(SECOND);
  expect(lobby.text).toContain('**100 players:**');
  const question = await begun(boss, lobby, channel);
  const [right, wrong] = [await buttonOf(question, true), await buttonOf(question, false)];
  const before = it.server.requests.length;
  const computed = process.cpuUsage();
  const presses = players.flatMap((player, i) => [
    player.click(question, wrong),
    player.click(question, i < 60 ? right : wrong),
  ]);
  const told = await Promise.all(presses.map((press) => press.acknowledged));
  // What a machine with nothing else to do takes for all of them.
  const { user, system } = process.cpuUsage(computed);
  expect((user + system) / 1_000).toBeLessThan(1_000);
  expect(told.every(({ ephemeral, deferred }) => ephemeral && !deferred)).toBe(true);
  // One request for each press, of the kind that counts against no limit.
  const made = it.server.requests.slice(before);
  expect(made).toHaveLength(200);
  expect(made.every(({ path }) => path.endsWith('/callback'))).toBe(true);
  await later(20 * SECOND);
  expect(question.text).toContain('**60 of 100 players right.**');
  expect(question.text).toContain('and 55 more — 1 of 1');
  const limited = Array.from({ length: 80 }, () => players[0]?.forgePress(question, 'round-join:x'));
  const replies = await Promise.all(limited.map((press) => press?.reply()));
  expect(replies.at(-1)?.text).toContain('Please try again in 2 seconds');
  expect((await players[1]?.forgePress(question, 'round-join:x').reply())?.text).toContain('round is over');
  await later(15 * SECOND);
});

test('a restart begins the countdown anew with what was chosen, and closes what is too old', async () => {
  const fay = it.server.user('Fay');
  const { channel, lobby } = await lobbyOf(fay, { count: 2 });
  const { channel: other, lobby: waiting } = await lobbyOf(fay, { count: 2 });
  await fay.click(lobby, 'Join').reply();
  const question = await begun(fay, lobby, channel);
  await fay.click(question, await buttonOf(question, true)).reply();
  await it.stop();
  it.now += 2 * MINUTE;
  await it.start();
  expect(question.text).toContain('I was restarted, so the countdown began again.');
  expect(question.text).toContain(`locks <t:${Math.ceil((it.now + 20 * SECOND) / SECOND)}:R>`);
  await fay.click(waiting, 'Join').reply();
  await later(20 * SECOND);
  expect(question.text).toContain('**1 of 1 player right.**');
  await it.stop();
  it.now += DAY;
  await it.start();
  expect(newest(channel).text).toContain('I was away for too long to go on with it.\n**1.** Fay — 1 of 1');
  expect(waiting.text).toContain('It was closed before it began.');
  expect(it.server.messagesIn(other)).toHaveLength(1);
});

test('a clock that is wrong, a channel that is closed and a class that has left hold nothing up', async () => {
  const gil = it.server.user('Gil');
  const { channel, lobby } = await lobbyOf(gil, { count: 5 });
  await gil.click(lobby, 'Join').reply();
  const question = await begun(gil, lobby, channel);
  await later(-DAY);
  expect(question.text).toContain('**Nobody answered.**');
  await later(15 * SECOND);
  await later(20 * SECOND);
  await later(15 * SECOND);
  expect(newest(channel).text).toContain('**The round is over.** Nobody answered any more.');
  it.now += DAY;

  const refused = await gil.slash('quiz play', {}, { channel: closed }).reply();
  expect(refused.text).toContain('I may not write in this channel');
  expect(refused.ephemeral).toBe(true);
  expect((await gil.slash('quiz play', {}, { dm: true }).reply()).text).toContain('in a channel of a server');
  expect((await gil.slash('quiz top', {}, { dm: true }).reply()).text).toContain('of a server');

  const { lobby: lost, channel: gone } = await lobbyOf(gil);
  await gil.click(lost, 'Join').reply();
  it.server.fail('POST /channels/:channelId/messages', { status: 403 });
  expect((await gil.click(lost, 'Start').reply()).text).toContain('so the round was ended');
  expect(it.log.some((line) => line.includes('A quiz round was ended'))).toBe(true);
  it.server.clearFaults();
  expect((await gil.slash('quiz play', {}, { channel: gone }).reply()).text).toContain('Quiz round');
});

test('the table counts what was right the first time, whatever is repeated', async () => {
  const [hal, ida] = [it.server.user('Hal'), it.server.user('Ida')];
  const { channel, lobby } = await lobbyOf(hal, { count: 1 });
  for (const user of [hal, ida]) await user.click(lobby, 'Join').reply();
  const question = await begun(hal, lobby, channel);
  await hal.click(question, await buttonOf(question, true)).reply();
  await later(20 * SECOND);
  await later(15 * SECOND);
  const points = () =>
    it.app.rounds.top(it.server.guildId, 'week').find(({ user }) => user === hal.id)?.points;
  expect(points()).toBe(1);
  const all = (await it.app.cards({})).length;
  for (let i = 0; i < 2; i++) {
    const { key } = await it.app.quiz.start(hal.id, { count: 50 });
    for (
      let asked = await it.app.quiz.question(key, hal.id);
      asked;
      asked = await it.app.quiz.question(key, hal.id)
    ) {
      await it.app.quiz.answer(key, hal.id, { at: asked.at, given: asked.card.key });
    }
    expect(points()).toBe(all);
  }
  const week = await ida.slash('quiz top').reply();
  expect(week.ephemeral).toBe(false);
  expect(week.text).toContain('**Who knew the most, in the last 7 days**');
  expect(week.text).toContain(`**1.** Hal — ${all} questions`);
  it.now += 8 * DAY;
  expect((await ida.slash('quiz top').reply()).text).toContain('Nobody yet');
  expect((await ida.slash('quiz top', { period: 'all' }).reply()).text).toContain('of all time');
});

test('a reported question rests until a moderator keeps or drops it', async () => {
  const joy = it.server.user('Joy');
  expect((await boss.slash('corpus cards').reply()).text).toBe('No question is reported.');
  const { channel, lobby } = await lobbyOf(joy, { count: 1 });
  await joy.click(lobby, 'Join').reply();
  const question = await begun(joy, lobby, channel);
  const thanks = await joy.click(question, 'Report this question').reply();
  expect(thanks.text).toContain('until a moderator has looked at it');
  boss.click(question, 'Stop');
  await it.server.waitUntil('the end', () => newest(channel).text.includes('over'));
  const { id } = await cardIn(question, it.app);
  const other = (await it.app.cards({})).find((card) => card.id !== id && card.options) as Card;
  const { key: session, cards } = await it.app.quiz.start(joy.id, { count: 50 });
  it.now += SECOND;
  it.app.quiz.report(session, joy.id, cards.indexOf(other.id));

  const shown = await boss.slash('corpus cards').reply();
  expect(shown.ephemeral).toBe(true);
  expect(shown.text).toContain('Reported question 1 of 2 · by 1 student');
  expect(shown.text).toMatch(/\*\*Answer:\*\* .+\n.*“.+” `\[1\]`/s);
  expect(shown.buttons).toEqual(['Keep', 'Drop', 'Previous', 'Next']);
  const keep = shown.customIdOf('corpus-card-keep');
  expect((await joy.forgePress(shown, keep).reply()).text).toContain('Only moderators');
  const next = await boss.click(shown, 'Keep').reply();
  expect(next.text).toContain('Kept: it is asked again.');
  expect(next.text).toContain('Reported question 1 of 1');
  expect((await boss.forgePress(shown, keep).reply()).text).toContain('Somebody else had decided on it.');
  expect((await boss.click(next, 'Drop').reply()).text).toBe(
    'Dropped: it is never asked again. No question is reported.',
  );
  const asked = await it.app.quiz.start(joy.id, { count: 50 });
  expect(asked.cards).toContain(id);
  expect(asked.cards).not.toContain(other.id);
});
