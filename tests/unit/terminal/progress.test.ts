import { expect, test } from 'vitest';
import { createProgressBar } from '../../../src/terminal/progress.ts';

/** A bar whose clock is set by hand, and all that it wrote. */
function observed(screen: { isTTY: boolean; columns?: number }) {
  const written: string[] = [];
  let time = 0;
  const bar = createProgressBar({ ...screen, write: (text: string) => written.push(text) }, () => time);
  return {
    written,
    bar,
    at(ms: number, done: number, total: number, stage: 'reading' | 'embedding' = 'embedding') {
      time = ms;
      bar.update({ stage, done, total });
    },
  };
}

test('on a terminal one line is redrawn in place and taken away at the end', () => {
  const { bar, at, written } = observed({ isTTY: true, columns: 100 });
  at(0, 0, 2000);
  at(2000, 500, 2000);
  bar.end();
  expect(written).toEqual([
    '\rembedding   [######------------------]  25 %  500 of 2,000  250 a second  6 s left',
    `\r${' '.repeat(82)}\r`,
  ]);
});

test('a shorter line covers the one before', () => {
  const { at, written } = observed({ isTTY: true, columns: 100 });
  at(0, 0, 1000);
  at(2000, 500, 1000);
  at(2100, 0, 3, 'reading');
  expect(written[1]).toHaveLength(written[0]?.length ?? 0);
});

test('a terminal is redrawn at most ten times a second', () => {
  const { at, written } = observed({ isTTY: true, columns: 80 });
  for (let ms = 0; ms <= 10_000; ms++) at(ms, ms, 10_000);
  expect(written.length).toBeGreaterThan(90);
  expect(written.length).toBeLessThanOrEqual(100);
});

test('a line never reaches the edge of a narrow terminal', () => {
  const { at, written } = observed({ isTTY: true, columns: 50 });
  at(0, 0, 1_234_567);
  at(5000, 600_000, 1_234_567);
  expect(written).toEqual(['\rembedding   [###########-------------]  48 %']);
});

test('elsewhere a line is printed for each tenth, with what is known of the pace', () => {
  const { bar, at, written } = observed({ isTTY: false });
  for (let done = 0; done <= 4000; done++) at(done * 20, done, 4000);
  bar.end();
  expect(written).toHaveLength(11);
  expect(written.slice(0, 3)).toEqual([
    'embedding 0 %, 15 of 4,000\n',
    'embedding 10 %, 400 of 4,000, 50 a second, 1 min 12 s left\n',
    'embedding 20 %, 800 of 4,000, 50 a second, 1 min 4 s left\n',
  ]);
  expect(written.at(-1)).toBe('embedding 100 %, 4,000 of 4,000, 50 a second\n');
});

test('work that is done at once shows nothing', () => {
  for (const isTTY of [true, false]) {
    const { bar, at, written } = observed({ isTTY });
    at(10, 0, 14, 'reading');
    at(250, 14, 14, 'reading');
    bar.end();
    expect(written).toEqual([]);
  }
});

test('nothing to do counts as done', () => {
  const { at, written } = observed({ isTTY: false });
  at(500, 0, 0, 'reading');
  at(900, 0, 0, 'reading');
  expect(written).toEqual(['reading 100 %, 0 of 0\n']);
});

test('a stage that is over at once has no line of its own', () => {
  const { at, written } = observed({ isTTY: false });
  at(1000, 0, 14, 'reading');
  at(1200, 14, 14, 'reading');
  expect(written).toEqual([]);
});

test('work resumed in the middle has the pace of this run', () => {
  const { at, written } = observed({ isTTY: false });
  at(400, 900, 1000);
  at(2400, 920, 1000);
  at(4400, 1000, 1000);
  expect(written).toEqual([
    'embedding 92 %, 920 of 1,000, 10 a second, 8 s left\n',
    'embedding 100 %, 1,000 of 1,000, 25 a second\n',
  ]);
});
