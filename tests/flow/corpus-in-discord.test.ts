import { expect, onTestFinished, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { startBot } from '../../src/discord/bot.ts';
import { discordConfig } from '../support/app.ts';
import { writeFiles } from '../support/articles.ts';
import { CLOCK, moderated } from '../support/moderated.ts';

const at = moderated();

test('an article is looked at, put right, added, answered from, removed, and brought back', async () => {
  const before = await at().generation();
  const preview = await at().previewOf(at().boss, CLOCK);
  expect(preview.ephemeral).toBe(true);
  expect(preview.text).toContain('Add this article?');
  expect(preview.text).toContain('**Date:** not found · **Language:** English');
  expect(preview.text).toContain('built by Oda Krog in 1899');
  expect(preview.buttons).toEqual(['Add', 'Edit details', 'Cancel']);

  const form = await at().boss.click(preview, 'Edit details').modal();
  expect(form.text).toContain('Title\n[The harbour clock]');
  const edited = await at().boss.submit(form, { Publisher: 'Lysen Post', Date: '2031-05-06' }).reply();
  expect(edited.text).toContain('**Publisher:** Lysen Post · **Author:** not found · **Date:** 2031-05-06');
  const again = await at().boss.click(edited, 'Edit details').modal();
  const emptied = await at().boss.submit(again, { Publisher: '' }).reply();
  expect(emptied.text).toContain('**Publisher:** not found · **Author:** not found · **Date:** 2031-05-06');
  expect(await at().generation()).toBe(before);

  at().boss.click(emptied, 'Add');
  await at().shows(emptied, `Take it back with \`/corpus rollback generation:${before}\``);
  expect(emptied.edits.map(({ text }) => text)).toContain('**Adding…**');
  expect(emptied.buttons).toEqual([]);
  const ann = at().server.user('Ann');
  const answer = await ann.slash('ask', { question: 'Who built the harbour clock?' }).reply();
  expect(answer.text).toContain('Oda Krog');

  const shown = await at().boss.slash('corpus show', { article: 'The harbour clock' }).reply();
  expect(shown.text).toContain('**Cited** in 1 answer');
  expect(shown.text).toContain('add by boss');
  expect(shown.text).toContain('**Language:** English');
  expect((await at().boss.click(shown, 'Next').reply()).text).toContain('Passage 1 of 1');

  const removal = await at().boss.slash('corpus remove', { article: 'clock' }).reply();
  expect(removal.text).toMatch(/No longer answerable.*Oda Krog/);
  expect(removal.text).toContain('1 answer cited it');
  at().boss.click(removal, 'Remove');
  await at().shows(removal, 'Done.');
  const sources = await ann.click(answer, 'Sources').reply();
  expect(sources.text).toContain('Oda Krog');
  expect(sources.text).toContain('The article was removed after this answer');

  const offered = await at().boss.autocomplete('corpus rollback', { generation: '' });
  expect(offered[0]).toMatchObject({ value: before + 1, name: expect.stringContaining('add by boss') });
  const rollback = await at()
    .boss.slash('corpus rollback', { generation: before + 1 })
    .reply();
  expect(rollback.text).toContain(`Bring back generation ${before + 1}?`);
  at().boss.click(rollback, 'Roll back');
  await at().shows(rollback, 'Done.');
  expect((await ann.click(answer, 'Sources').reply()).text).not.toContain('after this answer');
  expect((await at().boss.slash('corpus history').reply()).text).toMatch(
    /rollback to \d+ by boss.*remove by boss.*add by boss/s,
  );
});

test('a text is typed into a form, and what is wrong with a file is said with what to do', async () => {
  const form = await at().boss.slash('corpus add text').modal();
  const Text = 'The tower of Lysen was built in 1700.\n\nShare this on Facebook\n\nIt fell in 1800.';
  const preview = await at().boss.submit(form, { Title: 'The tower', Date: '1801', Text }).reply();
  expect(preview.text).toContain('**The tower**');
  expect(preview.text).toContain('**Date:** 1801');
  expect(preview.text).toContain('It fell in 1800.');
  at().boss.click(preview, 'Cancel');
  await at().shows(preview, 'Cancelled. Nothing was changed.');
  expect(preview.buttons).toEqual([]);
  // What is wrong with one field costs nothing of the others.
  const again = await at().boss.slash('corpus add text').modal();
  const undated = await at().boss.submit(again, { Title: 'The tower', Date: 'soon', Text }).reply();
  expect(undated.text).toContain('"soon" cannot be its date: write it as 2031-03-04');
  expect(undated.text).toContain('It fell in 1800.');
  const details = await at().boss.click(undated, 'Edit details').modal();
  const dated = await at().boss.submit(details, { Date: '1802', Address: 'ftp://x' }).reply();
  expect(dated.text).toContain('**Date:** 1802');
  expect(dated.text).toContain('cannot be its address');
  expect(dated.buttons).toContain('Add');

  const picture = { filename: 'a.md', bytes: Uint8Array.of(0x89, 80, 78, 71, 13, 10, 26, 10, 0) };
  const refused = await at().previewOf(at().boss, picture);
  expect(refused.text).toContain('a.md — it is a PNG image');
  expect(refused.buttons).toEqual([]);
  const large = await at()
    .boss.slash('corpus add file', { file: { ...CLOCK, size: 200_000_000 } })
    .reply();
  expect(large.text).toContain('clock.md is');
  expect((await at().boss.slash('corpus show', { article: 'nothing' }).reply()).text).toContain(
    'There is no article',
  );
  expect((await at().boss.slash('corpus rollback', { generation: 999 }).reply()).text).toContain(
    'There is no generation 999',
  );
});

test('articles are listed in pages, by publisher and by date, and offered while one types', async () => {
  const list = await at().boss.slash('corpus list', { publisher: 'orbit weekly', since: '2031' }).reply();
  expect(list.text).toContain('1 article of Orbit Weekly since 2031');
  expect((await at().boss.slash('corpus list', { since: 'someday' }).reply()).text).toContain('is no date');
  expect(await at().boss.autocomplete('corpus list', { publisher: 'val' })).toEqual([
    { name: 'Valley News', value: 'Valley News' },
  ]);
  expect(await at().boss.autocomplete('corpus show', { article: 'satell' })).toEqual([
    { name: 'A lighthouse for satellites (space/lighthouse)', value: 'space/lighthouse' },
  ]);
});

test('an address is read and shown, and feeds are followed, listed and left', async () => {
  const page =
    '<html><head><title>The mill | Lysen Post</title></head><body><article><h1>The mill</h1><p>The paper mill of Lysen was built by Karl Brandt in 1860.</p></article></body></html>';
  const url = at().server.host({ filename: 'mill.html', bytes: page });
  const preview = await at().boss.slash('corpus add url', { url }).reply();
  expect(preview.text).toContain(`**[The mill](<${url}>)**`);
  at().boss.click(preview, 'Cancel');
  await at().shows(preview, 'Cancelled');
  const refused = await at().boss.slash('corpus add url', { url: 'http://127.0.0.1:1/@everyone' }).reply();
  expect(refused.text).toContain('127.0.0.1');

  const item = `<item><title>The mill</title><link>${url}</link></item>`;
  const bytes = `<?xml version="1.0"?><rss version="2.0"><channel><title>Lysen @everyone</title>${item}</channel></rss>`;
  const feed = at().server.host({ filename: 'feed.xml', bytes });
  const followed = await at().boss.slash('corpus sources add', { url: feed }).reply();
  expect(followed.text).toMatch(/Followed from the next refresh on:.*\(RSS, 1 entry\)/);
  expect((await at().boss.slash('corpus sources list').reply()).text).toContain('added by boss');
  expect(await at().boss.autocomplete('corpus sources remove', { url: 'lysen' })).toMatchObject([
    { value: feed },
  ]);
  const left = await at().boss.slash('corpus sources remove', { url: feed }).reply();
  expect(left.text).toContain('Followed no longer');
  expect((await at().boss.slash('corpus sources list').reply()).text).toContain('### 0 sources');
});

test('scheduled refreshes are told in the moderators’ channel, or in the log when that cannot be', async () => {
  const { key, ...preview } = {
    ...(await at().app.previewRefresh()),
    unreachable: [{ url: 'http://a.example/', reason: 'it is down' }],
  };
  at().app.discardRefresh(key);
  await at().bot.announce({ preview: { ...preview, key } });
  await at().bot.announce({ preview: { ...preview, key } });
  await at().bot.announce({ preview: { ...preview, key, unreachable: [] } });
  await at().bot.announce({ problem: 'the disk is full @everyone' });
  expect(
    at()
      .server.messagesIn(at().mods)
      .map(({ text }) => text),
  ).toEqual([
    expect.stringContaining(
      'nothing was changed\n**Could not be read (1):**\n• http\\://a.example/ — it is down',
    ),
    expect.stringContaining('The scheduled refresh failed'),
  ]);

  const lines: string[] = [];
  const settings = { moderationChannelId: at().hidden.id, guildId: at().server.guildId };
  const log = (line: string) => void lines.push(line);
  const other = await startBot(discordConfig(at().server, settings), at().app, {
    log,
    now: () => new Date(),
  });
  onTestFinished(() => other.stop());
  await other.announce({ problem: 'anything' });
  expect(lines.at(-1)).toMatch(
    new RegExp(`${at().hidden.id} \\(MODERATION_CHANNEL_ID\\).*Missing Access.*Let the bot see`),
  );
  expect(at().server.violations).toMatchObject([{ code: 50001 }]);
  at().server.forgive();
});

test('a refresh is shown first, and what it holds back is changed only when it was chosen', async () => {
  writeFiles(at().config.corpusDir, {
    'well.md': '# The well\n\nThe well of Tarn is ninety metres deep and never dry.\n',
    'bridge.html':
      '<html><body><article><h1>Old bridge reopens</h1><p>The bridge of Varenne was reopened on Saturday.</p></article></body></html>',
  });
  const before = await at().generation();
  const found = await at().boss.slash('corpus refresh').reply(20_000);
  expect(found.text).toContain('Apply 1 change?\n`+` The well');
  expect(found.text).toMatch(/Held back \(1\):\*\*\n• Old bridge reopens — /);
  const chosen = await at().boss.select(found, ['0']).reply();
  expect(chosen.text).toContain('Apply 2 changes?');
  expect(await at().generation()).toBe(before);
  at().boss.click(chosen, 'Apply');
  await at().shows(chosen, 'Done.');
  expect(chosen.text).toContain('The well');
  expect(chosen.text).toContain('Old bridge reopens');
  const again = await at().boss.slash('corpus refresh').reply(20_000);
  expect(again.text).toContain('Everything is as it was');
  expect(again.buttons).toEqual([]);
});

test('a refresh that takes longer than Discord lets its message be edited goes on, and is shown when it is asked for again', async () => {
  writeFiles(at().config.corpusDir, { 'mast.md': '# The mast\n\nThe mast of Tarn is forty metres high.\n' });
  const [read, found] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow: App = {
    ...at().app,
    async previewRefresh(onProgress) {
      onProgress?.({ stage: 'fetching', done: 130, total: 400 });
      await read.promise;
      const preview = await at().app.previewRefresh(onProgress);
      found.resolve();
      return preview;
    },
  };
  await at().bot.stop();
  at().bot = await startBot(discordConfig(at().server), slow, {
    ...{ log: () => {}, now: () => new Date(), refreshWaitMs: 500 },
  });
  const left = await at().boss.slash('corpus refresh').reply();
  expect(left.text).toContain('Still reading everything again.** Reading addresses 130/400…');
  expect(left.text).toContain('Run `/corpus refresh` again');
  read.resolve();
  await found.promise;
  expect((await at().boss.slash('corpus refresh').reply()).text).toContain('`+` The mast');
});
