import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { configOf, discordConfig } from '../support/app.ts';
import { ARTICLES, writeFiles } from '../support/articles.ts';
import {
  type Channel,
  type DiscordServer,
  type MessageView,
  type Role,
  startDiscordServer,
  type User,
} from '../support/discord/index.ts';
import { zipOf } from '../support/zip.ts';

const CLOCK = {
  filename: 'clock.md',
  bytes:
    '# The harbour clock\n\nThe harbour clock of Lysen was built by Oda Krog in 1899 and strikes thirteen.\n',
};

let server: DiscordServer;
let app: App;
let bot: Bot;
let config: Config;
let folder: string;
let editors: Role;
let mods: Channel;
let hidden: Channel;
let boss: User;

const connect = async (to: App) =>
  startBot(discordConfig(server, { moderatorRoleIds: [editors.id], moderationChannelId: mods.id }), to, {
    log: () => {},
    now: () => new Date(),
  });

beforeAll(async () => {
  server = await startDiscordServer();
  editors = server.addRole('Editors');
  mods = server.addChannel('mods');
  hidden = server.addChannel('hidden', { deniedToBot: ['ViewChannel'] });
  folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  config = configOf(folder, { fetchAllowHosts: [server.contentHost] });
  writeFiles(config.corpusDir, ARTICLES);
  app = await createApp(config);
  await app.ingest();
  bot = await connect(app);
  boss = server.user('Boss', { permissions: ['ManageGuild'] });
});
afterAll(async () => {
  await bot.stop();
  await app.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  expect(server.violations).toEqual([]);
  expect(server.pings).toEqual([]);
});

const generation = async () => (await app.status()).generation?.id ?? 0;
const shows = (message: MessageView, words: string) =>
  server.waitUntil(`"${words}"`, () => message.text.includes(words), 20_000);
const previewOf = (user: User, file: { filename: string; bytes: string | Uint8Array }) =>
  user.slash('corpus add file', { file }).reply();

test('an article is looked at, put right, added, answered from, removed, and brought back', async () => {
  const before = await generation();
  const preview = await previewOf(boss, CLOCK);
  expect(preview.ephemeral).toBe(true);
  expect(preview.text).toContain('Add this article?');
  expect(preview.text).toContain('**Date:** not found');
  expect(preview.text).toContain('built by Oda Krog in 1899');
  expect(preview.buttons).toEqual(['Add', 'Edit details', 'Cancel']);

  const form = await boss.click(preview, 'Edit details').modal();
  expect(form.text).toContain('Title\n[The harbour clock]');
  const edited = await boss.submit(form, { Publisher: 'Lysen Post', Date: '2031-05-06' }).reply();
  expect(edited.text).toContain('**Publisher:** Lysen Post · **Author:** not found · **Date:** 2031-05-06');
  expect(await generation()).toBe(before);

  boss.click(edited, 'Add');
  await shows(edited, `Take it back with \`/corpus rollback generation:${before}\``);
  expect(edited.edits.map(({ text }) => text)).toContain('**Adding…**');
  expect(edited.buttons).toEqual([]);
  const ann = server.user('Ann');
  const answer = await ann.slash('ask', { question: 'Who built the harbour clock?' }).reply();
  expect(answer.text).toContain('Oda Krog');

  const shown = await boss.slash('corpus show', { article: 'The harbour clock' }).reply();
  expect(shown.text).toContain('**Cited** in 1 answer');
  expect(shown.text).toContain('add by boss');
  expect((await boss.click(shown, 'Next').reply()).text).toContain('Passage 1 of 1');

  const removal = await boss.slash('corpus remove', { article: 'clock' }).reply();
  expect(removal.text).toMatch(/No longer answerable.*Oda Krog/);
  expect(removal.text).toContain('1 answer cited it');
  boss.click(removal, 'Remove');
  await shows(removal, 'Done.');
  const sources = await ann.click(answer, 'Sources').reply();
  expect(sources.text).toContain('Oda Krog');
  expect(sources.text).toContain('The article was removed after this answer');

  const offered = await boss.autocomplete('corpus rollback', { generation: '' });
  expect(offered[0]).toMatchObject({ value: before + 1, name: expect.stringContaining('add by boss') });
  const rollback = await boss.slash('corpus rollback', { generation: before + 1 }).reply();
  expect(rollback.text).toContain(`Bring back generation ${before + 1}?`);
  boss.click(rollback, 'Roll back');
  await shows(rollback, 'Done.');
  expect((await ann.click(answer, 'Sources').reply()).text).not.toContain('after this answer');
  expect((await boss.slash('corpus history').reply()).text).toMatch(
    /rollback to \d+ by boss.*remove by boss.*add by boss/s,
  );
});

test('a text is typed into a form, and what is wrong with a file is said with what to do', async () => {
  const form = await boss.slash('corpus add text').modal();
  const Text = 'The tower of Lysen was built in 1700. It fell in 1800.';
  const preview = await boss.submit(form, { Title: 'The tower', Date: '1801', Text }).reply();
  expect(preview.text).toContain('**The tower**');
  expect(preview.text).toContain('**Date:** 1801');
  boss.click(preview, 'Cancel');
  await shows(preview, 'Cancelled. Nothing was changed.');
  expect(preview.buttons).toEqual([]);

  const picture = { filename: 'a.md', bytes: Uint8Array.of(0x89, 80, 78, 71, 13, 10, 26, 10, 0) };
  const refused = await previewOf(boss, picture);
  expect(refused.text).toContain('a.md — it is a PNG image');
  expect(refused.buttons).toEqual([]);
  const large = await boss.slash('corpus add file', { file: { ...CLOCK, size: 200_000_000 } }).reply();
  expect(large.text).toContain('clock.md is');
  expect((await boss.slash('corpus show', { article: 'nothing' }).reply()).text).toContain(
    'There is no article',
  );
  expect((await boss.slash('corpus rollback', { generation: 999 }).reply()).text).toContain(
    'There is no generation 999',
  );
});

test('what files and articles are called acts on nobody, however many there are', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `${i} @everyone **x**.md`,
      `---\ntitle: "${i} @everyone <@${boss.id}> [good](https://evil.example) \`\`\` ${'long '.repeat(40)}"\npublisher: ${'P'.repeat(110)}\n---\n\nArticle number ${i} tells of clerk ${i * 7} [bad](https://evil.example).\n`,
    ]),
  );
  const preview = await previewOf(boss, { filename: '@here.zip', bytes: zipOf(files) });
  expect(preview.text).toContain('Add 40 articles?');
  expect(preview.text).toMatch(/… and \d+ more/);
  expect(preview.text).not.toMatch(/@everyone|@here|<@|[^\\]\]\(https/);
  expect(preview.buttons).toEqual(['Add', 'Cancel']);
});

test('articles are listed in pages, by publisher and by date, and offered while one types', async () => {
  const list = await boss.slash('corpus list', { publisher: 'orbit weekly', since: '2031' }).reply();
  expect(list.text).toContain('1 article of Orbit Weekly since 2031');
  expect((await boss.slash('corpus list', { since: 'someday' }).reply()).text).toContain('is no date');
  expect(await boss.autocomplete('corpus list', { publisher: 'val' })).toEqual([
    { name: 'Valley News', value: 'Valley News' },
  ]);
  expect(await boss.autocomplete('corpus show', { article: 'satell' })).toEqual([
    { name: 'A lighthouse for satellites (space/lighthouse)', value: 'space/lighthouse' },
  ]);
});

test('nobody else gets in: not by a raw interaction, not in a direct message', async () => {
  const eve = server.user('Eve');
  const raw = { evenIfHidden: true };
  const preview = await previewOf(boss, CLOCK);
  for (const asked of [
    eve.slash('corpus list', {}, raw),
    eve.slash('corpus add text', {}, raw),
    eve.slash('corpus add file', { file: CLOCK }, raw),
    boss.slash('corpus list', {}, { dm: true, ...raw }),
    eve.forgePress(preview, preview.components.flatMap(idsIn)[0] ?? ''),
    eve.forgePress(preview, 'corpus-list:0:::'),
  ]) {
    const reply = await asked.reply();
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toMatch(/Only moderators may change the articles|in the server that they belong to/);
  }
  expect(await eve.autocomplete('corpus show', { article: '' }, raw)).toEqual([]);
  const form = await boss.slash('corpus add text').modal();
  const sent = await eve.submit(form, { Title: 'Mine', Text: 'Eve was here and nobody else was.' }).reply();
  expect(sent.text).toContain('Only moderators');
});

test('a role that is taken away between the preview and the confirmation ends it', async () => {
  const cleo = server.user('Cleo', { roles: [editors] });
  const preview = await cleo.slash('corpus remove', { article: 'bridge' }, { evenIfHidden: true }).reply();
  expect(preview.text).toContain('Remove this article?');
  cleo.takeRole(editors);
  const before = await generation();
  expect((await cleo.click(preview, 'Remove').reply()).text).toContain('Only moderators');
  expect(await generation()).toBe(before);
  cleo.giveRole(editors);
  const cancelled = await cleo.click(preview, 'Cancel').reply();
  expect(cancelled.text).toContain('Nothing was changed');
});

test('a preview is its moderator’s alone, and whoever comes second decides anew, by one press of fifty', async () => {
  const [dan, finn] = ['Dan', 'Finn'].map((name) => server.user(name, { permissions: ['ManageGuild'] }));
  if (!dan || !finn) throw new Error('they are there');
  const asked = await finn.slash('ask', { question: 'Who planted the tea bushes?' }).reply();
  const first = await finn.slash('corpus rename', { article: 'tea', title: 'Tea of Tezpur' }).reply();
  expect(first.text).toContain('**Now:** The Brahmapur tea garden');
  const article = 'space/lighthouse';
  const second = await dan.slash('corpus rename', { article, title: 'The lighthouse' }).reply();
  const [press = '', cancel = ''] = second.components.flatMap(idsIn);
  const before = await generation();
  expect((await boss.forgePress(second, press).reply()).text).toContain('belongs to somebody else');
  expect((await boss.forgePress(second, cancel).reply()).text).toContain('belongs to somebody else');
  for (const id of [`${press}x`, 'corpus-do', 'corpus-do:', `corpus-do:${'A'.repeat(22)}`]) {
    expect((await dan.forgePress(second, id).reply()).text).toContain('has expired; nothing was changed');
  }
  expect((await dan.forgePress(second, 'corpus-list:x').reply()).text).toContain('run the command again');
  expect(await generation()).toBe(before);

  finn.click(first, 'Rename');
  await shows(first, 'Done.');
  const sources = await finn.click(asked, 'Sources').reply();
  expect(sources.text).toContain('planted in 1907 by Lakshmi Barua');
  expect(sources.text).toContain('these words still stand in it');

  dan.click(second, 'Rename');
  await shows(second, 'rename by finn');
  expect(second.text).toContain('Nothing was changed');
  expect(second.buttons).toEqual(['Rename', 'Cancel']);
  const presses = Array.from({ length: 50 }, () => dan.click(second, 'Rename'));
  await shows(second, 'Done.');
  const replies = await Promise.all(presses.map((press) => press.reply()));
  expect(replies.filter(({ text }) => text.includes('pressed already'))).toHaveLength(49);
  expect(await generation()).toBe(before + 2);
});

test('an address is read and shown, and feeds are followed, listed and left', async () => {
  const page =
    '<html><head><title>The mill | Lysen Post</title></head><body><article><h1>The mill</h1><p>The paper mill of Lysen was built by Karl Brandt in 1860.</p></article></body></html>';
  const url = server.host({ filename: 'mill.html', bytes: page });
  const preview = await boss.slash('corpus add url', { url }).reply();
  expect(preview.text).toContain(`**[The mill](<${url}>)**`);
  boss.click(preview, 'Cancel');
  await shows(preview, 'Cancelled');
  const refused = await boss.slash('corpus add url', { url: 'http://127.0.0.1:1/@everyone' }).reply();
  expect(refused.text).toContain('127.0.0.1');

  const item = `<item><title>The mill</title><link>${url}</link></item>`;
  const bytes = `<?xml version="1.0"?><rss version="2.0"><channel><title>Lysen @everyone</title>${item}</channel></rss>`;
  const feed = server.host({ filename: 'feed.xml', bytes });
  const followed = await boss.slash('corpus sources add', { url: feed }).reply();
  expect(followed.text).toMatch(/Followed from the next refresh on:.*\(RSS, 1 entry\)/);
  expect((await boss.slash('corpus sources list').reply()).text).toContain('added by boss');
  expect(await boss.autocomplete('corpus sources remove', { url: 'lysen' })).toMatchObject([{ value: feed }]);
  const left = await boss.slash('corpus sources remove', { url: feed }).reply();
  expect(left.text).toContain('Followed no longer');
  expect((await boss.slash('corpus sources list').reply()).text).toContain('### 0 sources');
});

test('scheduled refreshes are told in the moderators’ channel, or in the log when that cannot be', async () => {
  const { key, ...preview } = {
    ...(await app.previewRefresh()),
    unreachable: [{ url: 'http://a.example/', reason: 'it is down' }],
  };
  app.discardRefresh(key);
  await bot.announce({ preview: { ...preview, key } });
  await bot.announce({ preview: { ...preview, key } });
  await bot.announce({ preview: { ...preview, key, unreachable: [] } });
  await bot.announce({ problem: 'the disk is full @everyone' });
  expect(server.messagesIn(mods).map(({ text }) => text)).toEqual([
    expect.stringContaining(
      'nothing was changed\n**Could not be read (1):**\n• http\\://a.example/ — it is down',
    ),
    expect.stringContaining('The scheduled refresh failed'),
  ]);

  const lines: string[] = [];
  const settings = { moderationChannelId: hidden.id, guildId: server.guildId };
  const log = (line: string) => void lines.push(line);
  const other = await startBot(discordConfig(server, settings), app, { log, now: () => new Date() });
  onTestFinished(() => other.stop());
  await other.announce({ problem: 'anything' });
  expect(lines.at(-1)).toMatch(
    new RegExp(`${hidden.id} \\(MODERATION_CHANNEL_ID\\).*Missing Access.*Let the bot see`),
  );
  expect(server.violations).toMatchObject([{ code: 50001 }]);
  server.forgive();
});

test('a refresh is shown first, and what it holds back is changed only when it was chosen', async () => {
  writeFiles(config.corpusDir, {
    'well.md': '# The well\n\nThe well of Tarn is ninety metres deep and never dry.\n',
    'bridge.html':
      '<html><body><article><h1>Old bridge reopens</h1><p>The bridge of Varenne was reopened on Saturday.</p></article></body></html>',
  });
  const before = await generation();
  const found = await boss.slash('corpus refresh').reply(20_000);
  expect(found.text).toContain('Apply 1 change?\n`+` The well');
  expect(found.text).toMatch(/Held back \(1\):\*\*\n• Old bridge reopens — /);
  const chosen = await boss.select(found, ['0']).reply();
  expect(chosen.text).toContain('Apply 2 changes?');
  expect(await generation()).toBe(before);
  boss.click(chosen, 'Apply');
  await shows(chosen, 'Done.');
  expect(chosen.text).toContain('The well');
  expect(chosen.text).toContain('Old bridge reopens');
  const again = await boss.slash('corpus refresh').reply(20_000);
  expect(again.text).toContain('Everything is as it was');
  expect(again.buttons).toEqual([]);
});

test('after a restart a preview has expired, and a change that was cut off is told of', async () => {
  const gus = server.user('Gus', { permissions: ['ManageGuild'] });
  const open = await previewOf(gus, CLOCK);
  const sentences = Array.from({ length: 400 }, (_, i) => `Clerk ${i} entered item ${i * 7} on day ${i}.`);
  const register = { filename: 'register.md', bytes: `# The register\n\n${sentences.join(' ')}\n` };
  const cutOff = await previewOf(gus, register);
  const before = await generation();
  const route = 'PATCH /webhooks/:applicationId/:token/messages/:messageId';
  await gus.click(cutOff, 'Add').acknowledged;
  server.fail(route, { status: 500, times: 4 });
  await app.close();
  await bot.stop();

  app = await createApp(config);
  bot = await connect(app);
  await shows(cutOff, 'did not finish');
  expect(cutOff.text).toContain('nothing was changed');
  expect(await generation()).toBe(before);
  expect((await gus.click(open, 'Add').reply()).text).toContain(
    'This preview has expired; nothing was changed. Please run the command again.',
  );

  // What was done, and could not be told, is told when they come again.
  const rename = await gus.slash('corpus rename', { article: 'tea', title: 'Tea again' }).reply();
  const press = gus.click(rename, 'Rename');
  await press.acknowledged;
  server.fail(route, { status: 500, times: 40 });
  await server.waitUntil('the apology', () => press.followUps.length > 0, 20_000);
  server.clearFaults();
  const next = await gus.slash('corpus list').reply();
  expect(next.text).toContain(`it is generation ${before + 1}`);
  expect((await gus.slash('corpus list').reply()).text).not.toContain('Your last change');
});

test('commands are hidden from members who may not manage the server', async () => {
  expect(server.commands().find(({ name }) => name === 'corpus')).toMatchObject({
    default_member_permissions: '32',
    contexts: [0],
  });
  expect(() => server.user('Eve').slash('corpus list')).toThrow('hidden');
});

function idsIn({ components = [], custom_id }: MessageView['components'][number]): string[] {
  return [...(custom_id === undefined ? [] : [custom_id]), ...components.flatMap(idsIn)];
}
