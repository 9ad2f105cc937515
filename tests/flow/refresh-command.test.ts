import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ARTICLES, writeFiles } from '../support/articles.ts';
import { objects, run } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { articlePage, status, versioned } from '../support/web/pages.ts';
import { type Page, webServer } from '../support/web/server.ts';

const CLOCK = 'The harbour clock of Lysen was built by Oda Krog in 1899 and strikes thirteen.';

test('corpus refresh shows the difference, holds back what is gone, and does it with --yes', async () => {
  const pages: Record<string, Page> = {
    '/clock': versioned(articlePage('The harbour clock', [CLOCK])),
    '/mill': versioned(articlePage('The mill', ['The mill of Upper Wend was built in 1788 by Jane Roe.'])),
    '/feed': '<rss><channel><title>Lysen</title><item><link>/well</link></item></channel></rss>',
    '/well': articlePage('The well', ['The well of Tarn is ninety metres deep and has never been dry.']),
  };
  const server = await webServer(pages);
  const folder = writeFiles(temporaryFolder(), { 'corpus/tea.txt': ARTICLES['tea.txt'] });
  const corpus = (...args: string[]) =>
    run('scripts/corpus.ts', [...args, '--corpus', join(folder, 'corpus'), '--data', join(folder, 'data')], {
      env: { FETCH_ALLOW_HOSTS: server.host },
    });
  const added = await corpus(
    'add',
    `${server.url}/clock`,
    `${server.url}/mill`,
    '--yes',
    '--by',
    'Ann',
    '--json',
  );
  expect(objects(added.stdout)).toMatchObject([{ changes: [{ id: 'clock' }, { id: 'mill' }] }]);
  const followed = await corpus('sources', 'add', `${server.url}/feed`);
  expect(followed.stdout).toContain('RSS with 1 entry');

  pages['/clock'] = versioned(articlePage('The harbour clock', [CLOCK.replace('thirteen', 'twelve')]));
  pages['/mill'] = status(404);
  const shown = await corpus('refresh');
  expect(shown.code).toBe(1);
  expect(shown.stderr).toContain('add --yes');
  expect(shown.stdout).toContain('What would change: 1 added, 1 changed.');
  expect(shown.stdout).toMatch(
    /~ clock "The harbour clock": \+1 −1 words\n\s+− … .*thirteen\.\n\s+\+ … .*twelve\./,
  );
  expect(shown.stdout).toMatch(/\? mill "The mill": There is nothing at .*404/);
  expect(shown.stdout).toContain('Unchanged: 1 article.');

  const wrong = await corpus('refresh', '--yes', '--confirm', 'tea');
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing is held back of tea') });
  const done = await corpus('refresh', '--yes', '--confirm', 'mill', '--json');
  expect(done.code).toBe(0);
  expect(objects(done.stdout)).toMatchObject([
    {
      generation: 3,
      changes: [{ id: 'clock' }, { id: 'well' }, { kind: 'removed', id: 'mill' }],
      unchanged: 1,
    },
  ]);
  const again = await corpus('refresh', '--yes');
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing would change.') });
});

test.each([
  [['refresh', 'tea'], 'takes no names'],
  [['sources', 'burn'], '"burn" is none of it'],
  [['sources', 'add'], 'sources add URL'],
])('corpus %j says what is wrong', async (args, message) => {
  const { code, stdout, stderr } = await run('scripts/corpus.ts', [...args, '--data', temporaryFolder()]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(message);
});
