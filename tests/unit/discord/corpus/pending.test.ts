import { expect, test } from 'vitest';
import { Pending } from '../../../../src/discord/corpus/pending.ts';

function pending(most = 100) {
  const clock = { now: 0 };
  return { clock, kept: new Pending<string>({ now: () => new Date(clock.now), lifeMs: 1_000, most }) };
}

test('what is kept is its user’s, can be looked at, and is taken once', () => {
  const { kept } = pending();
  const key = kept.keep('ann', 'a');
  expect(key).toMatch(/^[\w-]{22}$/);
  expect(kept.look('bob', key)).toEqual({ gone: 'foreign' });
  expect(kept.take('bob', key)).toEqual({ gone: 'foreign' });
  expect(kept.look('ann', key)).toEqual({ value: 'a' });
  expect(kept.take('ann', key)).toEqual({ value: 'a' });
  expect(kept.take('ann', key)).toEqual({ gone: 'used' });
  kept.giveBack(key, 'a');
  expect(kept.take('ann', key)).toEqual({ value: 'a' });
});

test.each(['', 'x', '__proto__', 'A'.repeat(22), 'A'.repeat(100)])(
  'the made-up key "%s" stands for nothing',
  (key) => {
    expect(pending().kept.take('ann', key)).toEqual({ gone: 'expired' });
  },
);

test('what is kept expires', () => {
  const { kept, clock } = pending();
  const key = kept.keep('ann', 'a');
  clock.now = 999;
  expect(kept.look('ann', key)).toEqual({ value: 'a' });
  clock.now = 1_000;
  expect(kept.look('ann', key)).toEqual({ gone: 'expired' });
});

test('the oldest goes when all together is too much, but not the newest', () => {
  const { kept } = pending(100);
  const first = kept.keep('ann', 'a', 60);
  const second = kept.keep('ann', 'b', 60);
  expect(kept.look('ann', first)).toEqual({ gone: 'expired' });
  expect(kept.look('ann', second)).toEqual({ value: 'b' });
  const third = kept.keep('ann', 'c', 200);
  expect(kept.look('ann', second)).toEqual({ gone: 'expired' });
  expect(kept.look('ann', third)).toEqual({ value: 'c' });
});
