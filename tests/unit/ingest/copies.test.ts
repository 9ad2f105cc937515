import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areCopies, bandsOf, byOrigin, sketchOf } from '../../../src/ingest/copies.ts';

const STRIKE = `The lighthouse keepers of Marsk ended their strike on Friday after the port authority agreed to hire 14 more keepers. The strike had closed the northern channel to freighters for nine days.

"We have what we asked for," said Tora Lind, who speaks for the keepers. The port authority will pay 2.4 million crowns a year for the new posts, its director Jens Moe said.

The keepers had walked out on 23 April over shifts of sixteen hours. They wanted no more than ten hours at a stretch.

Shipping companies lost about 30 million crowns during the strike, according to the chamber of commerce. Ships had to go around the island of Vell, which takes six hours longer.

The agreement runs until the end of 2034. Both sides will look at the shifts again every spring.`;

const copies = (a: string, b: string) => areCopies(sketchOf(a), sketchOf(b));

describe('a story is the same', () => {
  test.each([
    ['word for word', STRIKE],
    ['with another dateline', `MARSK, May 3 (North Wire) — ${STRIKE}`],
    ['with its ending cut off', STRIKE.slice(0, STRIKE.indexOf('The agreement runs'))],
    [
      'lightly edited',
      STRIKE.replace('Shipping companies', 'Shipping firms')
        .replace('according to the chamber of commerce', 'the chamber of commerce said')
        .replace('its director Jens', 'director Jens'),
    ],
    [
      'under a first paragraph of its own',
      STRIKE.replace(/^.*\n/, 'Freighters sail through the northern channel again since Friday.\n'),
    ],
    ['with numbers written in another way', STRIKE.replace('nine', '9').replace('sixteen', '16')],
    ['with capitals and other marks', STRIKE.toUpperCase().replace(/["”,]/g, '')],
  ])('%s', (_, other) => {
    expect(copies(STRIKE, other)).toBe(true);
    expect(copies(other, STRIKE)).toBe(true);
  });
});

describe('a story is another', () => {
  test.each([
    ['when a number has changed', STRIKE.replace('hire 14 more', 'hire 19 more')],
    ['when a date has changed', STRIKE.replace('23 April', '21 April')],
    ['when a day has changed', STRIKE.replace('on Friday', 'on Sunday')],
    [
      'when it is only quoted',
      `${STRIKE.split('\n\n')[1]}\n\n${'Tea grows in the hills of Tezpur. '.repeat(9)}`,
    ],
    ['when there is much more in it', `${STRIKE}\n\n${words(400, 'w')}`],
    ['when it is something else', words(150, 'x')],
  ])('%s', (_, other) => {
    expect(copies(STRIKE, other)).toBe(false);
    expect(copies(other, STRIKE)).toBe(false);
  });
});

test('a short notice that many pages carry makes no copies of them', () => {
  const notice = 'Read the rest of this story with a subscription. You have none yet? Sign up here today.';
  expect(copies(notice, notice)).toBe(false);
  expect(bandsOf(sketchOf(notice))).toEqual([]);
});

test('scripts without spaces are compared by characters', () => {
  const text =
    '灯台守の組合は金曜日にストライキを終えた。港湾局が新しい灯台守を雇うことに同意したためである。船は北の水路を再び通っている。';
  expect(copies(text, `${text}市長が述べた。`)).toBe(true);
});

test('the earliest comes first, then the most complete, undated ones last', () => {
  const article = (id: string, text: string, publishedAt?: string) =>
    ({ id, text, ...(publishedAt && { publishedAt }) }) as Parameters<typeof byOrigin>[0];
  const sorted = [
    article('undated', 'a longer text'),
    article('late', 'a longer text', '2031-05-03'),
    article('short', 'a text', '2031-05-02'),
    article('whole', 'a longer text', '2031-05-02'),
  ].sort(byOrigin);
  expect(sorted.map(({ id }) => id)).toEqual(['whole', 'short', 'late', 'undated']);
});

describe('whatever a text holds', () => {
  const anyWords = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 80, maxLength: 400 });
  const spelled = (numbers: number[]) => numbers.map((n) => `w${n.toString(36)}q`).join(' ');

  test('comparing is symmetric, and a text with enough words is a copy of itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), anyWords, (text, numbers) => {
        const story = spelled(numbers);
        expect(copies(text, story)).toBe(copies(story, text));
        const sketch = sketchOf(story);
        if (sketch.shingles.size >= 40) expect(areCopies(sketch, sketchOf(story))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('copies with a cut ending and a few other words meet in a band', () => {
    fc.assert(
      fc.property(anyWords, fc.array(fc.nat(), { maxLength: 3 }), (numbers, edits) => {
        const edited = numbers.slice(0, Math.ceil(numbers.length * 0.85));
        for (const at of edits) edited[at % edited.length] = 9_999;
        const [a, b] = [sketchOf(spelled(numbers)), sketchOf(spelled(edited))];
        if (!areCopies(a, b)) return;
        expect(new Set(bandsOf(a)).isDisjointFrom(new Set(bandsOf(b)))).toBe(false);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  test('unrelated texts hardly ever meet in a band', () => {
    const bands = Array.from({ length: 60 }, (_, i) => new Set(bandsOf(sketchOf(words(200, `t${i}x`)))));
    const meeting = bands.filter((a, i) => bands.slice(i + 1).some((b) => !a.isDisjointFrom(b)));
    expect(meeting).toHaveLength(0);
  });
});

/** Made-up words without a number among them. */
function words(count: number, stem: string): string {
  return Array.from(
    { length: count },
    (_, i) => `${stem}${'abcdefghij'[i % 10]}${'klmnopqrst'[i % 7]}${i}`,
  ).join(' ');
}
