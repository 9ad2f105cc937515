import { expect, test } from 'vitest';
import { CLOCK, moderated } from '../support/moderated.ts';
import { zipOf } from '../support/zip.ts';

const at = moderated();

test('what files and articles are called acts on nobody, however many there are', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `${i} @everyone **x**.md`,
      `---\ntitle: "${i} @everyone <@${at().boss.id}> [good](https://evil.example) \`\`\` ${'long '.repeat(40)}"\npublisher: ${'P'.repeat(110)}\n---\n\nArticle number ${i} tells of clerk ${i * 7} [bad](https://evil.example).\n`,
    ]),
  );
  const preview = await at().previewOf(at().boss, { filename: '@here.zip', bytes: zipOf(files) });
  expect(preview.text).toContain('Add 40 articles?');
  expect(preview.text).toMatch(/… and \d+ more/);
  expect(preview.text).not.toMatch(/@everyone|@here|<@|[^\\]\]\(https/);
  expect(preview.buttons).toEqual(['Add', 'Cancel']);
  // Discord is told as well, should a name ever get through.
  const messages = at().server.requests.flatMap(({ body }) => (isMessage(body) ? [body] : []));
  expect(messages).not.toEqual([]);
  for (const message of messages) expect(message).toMatchObject({ allowed_mentions: { parse: [] } });
});

test('nobody else gets in: not by a raw interaction, not in a direct message', async () => {
  const eve = at().server.user('Eve');
  const raw = { evenIfHidden: true };
  const preview = await at().previewOf(at().boss, CLOCK);
  for (const asked of [
    eve.slash('corpus list', {}, raw),
    eve.slash('corpus add text', {}, raw),
    eve.slash('corpus add file', { file: CLOCK }, raw),
    at().boss.slash('corpus list', {}, { dm: true, ...raw }),
    eve.forgePress(preview, preview.customIds[0] ?? ''),
    eve.forgePress(preview, 'corpus-list:0:::'),
  ]) {
    const reply = await asked.reply();
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toMatch(/Only moderators may change the articles|in the server that they belong to/);
  }
  expect(await eve.autocomplete('corpus show', { article: '' }, raw)).toEqual([]);
  const form = await at().boss.slash('corpus add text').modal();
  const sent = await eve.submit(form, { Title: 'Mine', Text: 'Eve was here and nobody else was.' }).reply();
  expect(sent.text).toContain('Only moderators');
});

test('a role that is taken away between the preview and the confirmation ends it', async () => {
  const cleo = at().server.user('Cleo', { roles: [at().editors] });
  const preview = await cleo.slash('corpus remove', { article: 'bridge' }, { evenIfHidden: true }).reply();
  expect(preview.text).toContain('Remove this article?');
  cleo.takeRole(at().editors);
  const before = await at().generation();
  expect((await cleo.click(preview, 'Remove').reply()).text).toContain('Only moderators');
  expect(await at().generation()).toBe(before);
  cleo.giveRole(at().editors);
  const cancelled = await cleo.click(preview, 'Cancel').reply();
  expect(cancelled.text).toContain('Nothing was changed');
});

test('a preview is its moderator’s alone, and whoever comes second decides anew, by one press of fifty', async () => {
  const [dan, finn] = [at().moderator('Dan'), at().moderator('Finn')];
  const asked = await finn.slash('ask', { question: 'Who planted the tea bushes?' }).reply();
  const first = await finn.slash('corpus rename', { article: 'tea', title: 'Tea of Tezpur' }).reply();
  expect(first.text).toContain('**Now:** The Brahmapur tea garden');
  const article = 'space/lighthouse';
  const second = await dan.slash('corpus rename', { article, title: 'The lighthouse' }).reply();
  const [press = '', cancel = ''] = second.customIds;
  const before = await at().generation();
  expect((await at().boss.forgePress(second, press).reply()).text).toContain('belongs to somebody else');
  expect((await at().boss.forgePress(second, cancel).reply()).text).toContain('belongs to somebody else');
  for (const id of [`${press}x`, 'corpus-do', 'corpus-do:', `corpus-do:${'A'.repeat(22)}`]) {
    expect((await dan.forgePress(second, id).reply()).text).toContain('has expired; nothing was changed');
  }
  expect((await dan.forgePress(second, 'corpus-list:x').reply()).text).toContain('run the command again');
  expect(await at().generation()).toBe(before);

  finn.click(first, 'Rename');
  await at().shows(first, 'Done.');
  const sources = await finn.click(asked, 'Sources').reply();
  expect(sources.text).toContain('planted in 1907 by Lakshmi Barua');
  expect(sources.text).toContain('these words still stand in it');

  dan.click(second, 'Rename');
  await at().shows(second, 'rename by finn');
  expect(second.text).toContain('Nothing was changed');
  expect(second.buttons).toEqual(['Rename', 'Cancel']);
  const presses = Array.from({ length: 50 }, () => dan.click(second, 'Rename'));
  await at().shows(second, 'Done.');
  const replies = await Promise.all(presses.map((press) => press.reply()));
  expect(replies.filter(({ text }) => text.includes('pressed already'))).toHaveLength(49);
  expect(await at().generation()).toBe(before + 2);
});

test('a preview ends after a quarter of an hour', async () => {
  const ida = at().moderator('Ida');
  const preview = await ida.slash('corpus remove', { article: 'tea' }).reply();
  at().time = new Date(at().time.getTime() + 15 * 60_000);
  for (const button of ['Remove', 'Cancel']) {
    expect((await ida.click(preview, button).reply()).text).toContain('has expired; nothing was changed');
  }
});

test('after a restart a preview has expired, and a change that was cut off is told of', async () => {
  const gus = at().moderator('Gus');
  const open = await at().previewOf(gus, CLOCK);
  const sentences = Array.from({ length: 400 }, (_, i) => `Clerk ${i} entered item ${i * 7} on day ${i}.`);
  const register = { filename: 'register.md', bytes: `# The register\n\n${sentences.join(' ')}\n` };
  const cutOff = await at().previewOf(gus, register);
  const before = await at().generation();
  const route = 'PATCH /webhooks/:applicationId/:token/messages/:messageId';
  await gus.click(cutOff, 'Add').acknowledged;
  at().server.fail(route, { status: 500, times: 4 });
  await at().app.close();
  await at().bot.stop();

  await at().start();
  await at().shows(cutOff, 'did not finish');
  expect(cutOff.text).toContain('nothing was changed');
  expect(await at().generation()).toBe(before);
  expect((await gus.click(open, 'Add').reply()).text).toContain(
    'This preview has expired; nothing was changed. Please run the command again.',
  );

  // What was done, and could not be told, is told when they come again.
  const rename = await gus.slash('corpus rename', { article: 'tea', title: 'Tea again' }).reply();
  const press = gus.click(rename, 'Rename');
  await press.acknowledged;
  at().server.fail(route, { status: 500, times: 40 });
  await at().server.waitUntil('the apology', () => press.followUps.length > 0, 20_000);
  at().server.clearFaults();
  const next = await gus.slash('corpus list').reply();
  expect(next.text).toContain(`it is generation ${before + 1}`);
  expect((await gus.slash('corpus list').reply()).text).not.toContain('Your last change');
});

test('commands are hidden from members who may not manage the server', async () => {
  expect(
    at()
      .server.commands()
      .find(({ name }) => name === 'corpus'),
  ).toMatchObject({
    default_member_permissions: '32',
    contexts: [0],
  });
  expect(() => at().server.user('Eve').slash('corpus list')).toThrow('hidden');
});

function isMessage(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'components' in body;
}
