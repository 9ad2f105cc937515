import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { confirm } from '../../../src/terminal/confirm.ts';
import {
  renderEditReport,
  renderHistory,
  renderList,
  renderPreview,
  renderRecord,
} from '../../../src/terminal/corpus.ts';
import { regimes } from './fake-app.ts';

const screen = { columns: 100, colour: false };
const EVIL = 'Evil\u001b[2J \u202ename';

test('a preview shows what was read, what changes, what is left out and what else to know', () => {
  const shown = renderPreview(
    {
      base: 3,
      changes: [
        { kind: 'added', id: 'clock', title: EVIL },
        {
          kind: 'changed',
          id: 'tea',
          title: 'tea',
          words: { added: 1200, removed: 3 },
          details: ['publishedAt'],
        },
        { kind: 'changed', id: 'bridge', title: 'bridge', words: { added: 0, removed: 0 } },
        { kind: 'removed', id: 'old', title: 'Old' },
      ],
      articles: [
        {
          ...{ id: 'clock', title: EVIL, publisher: 'Lysen Post', publishedAt: '2031-03-04' },
          ...{
            language: 'sv',
            opening: 'The clock strikes.',
            words: 3,
            passages: 1,
            sentences: 1,
            note: 'Read as windows-1252.',
          },
          dropped: [{ kind: 'legal', pieces: 2, example: 'All rights' }],
          copies: [{ id: 'wire', title: 'The wire' }],
        },
      ],
      refused: [{ path: 'empty.md', reason: 'it is empty' }],
      notes: ['Mind the folder.'],
      toEmbed: 1,
    },
    screen,
  );
  expect(shown).toBe(
    [
      '  Evil name',
      '  Lysen Post, 2031-03-04',
      '  3 words, 1 passage, 1 sentence in Swedish; its id is clock',
      '  Read as windows-1252.',
      '  The clock strikes.',
      '  left out of the page: legal (2): All rights',
      '  nearly the same is there: The wire (wire)',
      '',
      'What would change: 1 added, 2 changed, 1 removed.',
      '  + clock "Evil name"',
      '  ~ tea: +1,200 −3 words, new date',
      '  ~ bridge: only the order or layout of its words',
      '  - old "Old"',
      '',
      '1 file was left out:',
      '  - empty.md: it is empty',
      '',
      'Mind the folder.',
      '',
      '1 sentence would be embedded.',
    ].join('\n'),
  );
});

test('the history shows each publication, how many articles it changed, and where older ones are', () => {
  const publication = {
    ...({
      generation: 5,
      at: '2031-03-04T10:20:30.000Z',
      actor: EVIL,
      kind: 'rollback',
      restored: 2,
    } as const),
    ...{ added: 30, changed: 0, removed: 0 },
    articles: [{ kind: 'added', id: 'a', title: 'A' } as const],
  };
  expect(renderHistory({ publications: [publication], more: true }, screen)).toBe(
    [
      '5  2031-03-04 10:20  rollback to 2 by Evil name: +30 ~0 −0',
      '  + a "A"',
      '    and 29 more articles',
      '',
      'Older ones: --before 5',
    ].join('\n'),
  );
  expect(renderHistory({ publications: [], more: false }, screen)).toBe('Nothing was published yet.');
});

test('a record has the details of an article, its beginning and what became of it', () => {
  const shown = renderRecord(
    {
      ...{ article: regimes, live: false, origin: 'folder', passages: 2, sentences: 4, copies: [] },
      history: [
        {
          ...{ generation: 2, at: '2031-03-04T10:20:30.000Z', actor: 'Ann', kind: 'remove' },
          change: { kind: 'removed', id: regimes.id, title: regimes.title },
        },
      ],
    },
    screen,
  );
  expect(shown).toContain('It was removed; this is its last version.');
  expect(shown).toContain('  publisher  Example Review\n  date       2023-04-05');
  expect(shown).toContain('Four regimes control exports.');
  expect(shown).toContain('2  2031-03-04 10:20  remove by Ann\n  - explainers/regimes');
});

test('a list has a title, an id and an imprint for each article, a report the generation', () => {
  expect(renderList([regimes], screen)).toBe(
    'The export control regimes\n  explainers/regimes; Example Review, 2023-04-05\n1 article.',
  );
  const report = { generation: 4, changes: [], refused: [], embedded: 0, ms: 1234 };
  expect(renderEditReport(report, screen)).toBe('Generation 4 is published: nothing, in 1.2 s.');
});

test.each([
  ['y\n', true],
  [' Yes \n', true],
  ['\n', false],
  ['yesterday\n', false],
  ['', false],
])('the answer %j to a question agrees: %s', async (typed, agrees) => {
  const input = new PassThrough();
  input.end(typed);
  expect(await confirm('Do it?', input, new PassThrough())).toBe(agrees);
});
