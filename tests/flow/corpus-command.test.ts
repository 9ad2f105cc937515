import { join } from 'node:path';
import { expect, test } from 'vitest';
import { preparedFolder } from '../support/app.ts';
import { writeFiles } from '../support/articles.ts';
import { objects, run } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

async function prepared() {
  const folder = writeFiles(await preparedFolder(), {
    'new/clock.md': '# The harbour clock\n\nThe harbour clock of Lysen was built by Oda Krog in 1899.\n',
    'new/empty.md': '',
  });
  const corpus = (...args: string[]) =>
    run('scripts/corpus.ts', [...args, '--corpus', join(folder, 'corpus'), '--data', join(folder, 'data')]);
  return { corpus, clock: join(folder, 'new/clock.md'), empty: join(folder, 'new/empty.md') };
}

test('corpus: a preview changes nothing, --yes does, and rollback takes it back', async () => {
  const { corpus, clock, empty } = await prepared();
  const shown = await corpus('add', clock, '--publisher', 'Lysen Post', '--date', '2031-03-04');
  expect(shown.code).toBe(1);
  expect(shown.stdout).toContain('The harbour clock\n  Lysen Post, 2031-03-04');
  expect(shown.stderr).toContain('add --yes');
  const listed = await corpus('list', '--json');
  expect(objects(listed.stdout)).toHaveLength(3);

  const added = await corpus('add', clock, empty, '--yes', '--json', '--by', 'Ann');
  expect(added.code).toBe(2);
  expect(objects(added.stdout)).toMatchObject([
    {
      generation: 2,
      changes: [{ kind: 'added', id: 'clock' }],
      refused: [{ path: 'empty.md' }],
      embedded: 1,
    },
  ]);
  expect((await corpus('rename', 'clock', 'Thirteen', '--yes')).stdout).toContain(
    'Generation 3 is published',
  );
  const back = await corpus('rollback', '1', '--json');
  expect(back.code).toBe(1);
  expect(objects(back.stdout)).toMatchObject([
    { preview: { base: 3, changes: [{ kind: 'removed', id: 'clock' }] } },
  ]);
  expect((await corpus('rollback', '1', '--yes')).code).toBe(0);

  const history = await corpus('history', '--count', '3', '--json');
  expect(objects(history.stdout)).toMatchObject([
    { generation: 4, kind: 'rollback', restored: 1, actor: 'command line', removed: 1 },
    { generation: 3, kind: 'rename', changed: 1 },
    { generation: 2, kind: 'add', actor: 'Ann', added: 1 },
  ]);
  const record = await corpus('show', 'clock');
  expect(record.stdout).toMatch(/^Thirteen\n\nIt was removed/);
  expect(record.stdout).toContain('rename by command line');
});

test.each([
  [[], 'Usage'],
  [['burn'], 'no command "burn"'],
  [['add'], 'Name the files'],
  [['add', '/nowhere.md'], '/nowhere.md'],
  [['add', '/'], 'no file'],
  [['rollback', 'one'], 'number of a generation'],
  [['rename', 'tea'], 'new title'],
  [['history', '--count', '0'], '--count'],
])('corpus %j says what is wrong', async (args, message) => {
  const { code, stdout, stderr } = await run('scripts/corpus.ts', [...args, '--data', temporaryFolder()]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(message);
});
