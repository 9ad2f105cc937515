import { expect, test } from 'vitest';
import { renderIngestReport, renderRefusals } from '../../../src/terminal/ingest.ts';

const screen = { columns: 60, colour: false };
const report = {
  generation: 3,
  articles: 14,
  passages: 96,
  sentences: 1410,
  added: 1,
  changed: 0,
  removed: 2,
  copies: 0,
  embedded: 22,
  refused: [],
  ms: 812,
};

test('an ingest is summed up in a table', () => {
  expect(renderIngestReport(report, screen)).toBe(
    [
      'Generation 3 is published.',
      '',
      '  articles   14',
      '  passages   96',
      '  sentences  1,410 (22 embedded now)',
      '  added      1',
      '  changed    0',
      '  removed    2',
      '  left out   0',
      '  time       0.8 s',
    ].join('\n'),
  );
});

test('copies among the articles are counted', () => {
  const shown = (copies: number) => renderIngestReport({ ...report, copies }, screen).split('\n')[2];
  expect(shown(1)).toBe('  articles   14 (1 is a copy of another)');
  expect(shown(3)).toBe('  articles   14 (3 are copies of others)');
});

test('an ingest that changed nothing says so', () => {
  const unchanged = { ...report, added: 0, removed: 0, embedded: 0 };
  expect(renderIngestReport(unchanged, screen)).toContain('Nothing changed: generation 3 stays.');
  expect(renderIngestReport({ ...unchanged, generation: 0, articles: 0 }, screen)).toContain(
    'No articles were found',
  );
});

test('every file left out is listed with its reason, and its name cannot steer the terminal', () => {
  const refused = [
    { path: 'a.md', reason: 'it is empty' },
    { path: 'b\x1b[2J.md', reason: 'it holds bytes that are no text in any encoding known here' },
  ];
  expect(renderRefusals(refused, screen)).toBe(
    [
      '2 files were left out:',
      '  - a.md: it is empty',
      '  - b.md: it holds bytes that are no text in any encoding',
      '    known here',
    ].join('\n'),
  );
  expect(renderRefusals([], screen)).toBe('');
});
