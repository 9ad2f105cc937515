import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inertLine } from '../../../src/discord/inert.ts';
import { cost, fitting, shorten } from '../../../src/discord/limits.ts';
import { hostileText } from './markup.ts';

const SENTENCES = 'One is short. Two is a little longer. Three is the last of them.';

describe('shortening', () => {
  test.each([
    ['nothing when it fits', 100, 'start', SENTENCES],
    ['between sentences', 45, 'start', 'One is short. Two is a little longer. …'],
    ['between sentences, keeping the end', 45, 'end', '… Three is the last of them.'],
    ['between words when a sentence would leave too little', 34, 'start', 'One is short. Two is a little…'],
    ['between words, keeping the end', 22, 'end', '…is the last of them.'],
  ] as const)('cuts %s', (_how, max, keep, expected) => {
    expect(shorten(SENTENCES, max, { keep })).toBe(expected);
  });

  test('cuts between characters when there is no other border', () => {
    expect(shorten('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(shorten('👩‍🚀'.repeat(9), 14)).toBe('👩‍🚀👩‍🚀…');
  });

  test('keeps to the limit after escaping, and keeps a part of the text', () => {
    fc.assert(
      fc.property(hostileText(40), fc.integer({ min: 2, max: 120 }), fc.boolean(), (text, max, fromStart) => {
        const costOf = (part: string) => cost(inertLine(part));
        const short = shorten(text, max, { costOf, keep: fromStart ? 'start' : 'end' });
        expect(costOf(short)).toBeLessThanOrEqual(Math.max(max, 3));
        const kept = short.replace(/^… ?| ?…$/g, '').trim();
        expect(text).toContain(kept);
      }),
    );
  });
});

test('a text costs at least its length and half its bytes', () => {
  expect(cost('abcd')).toBe(4);
  expect(cost('नमस्ते')).toBe(9);
});

test('lines fit until the room is used', () => {
  expect(fitting(['aaa', 'bbb', 'c'], 8)).toEqual(['aaa', 'bbb']);
  expect(fitting(['aaa'], 3)).toEqual([]);
  expect(fitting([], 0)).toEqual([]);
});
