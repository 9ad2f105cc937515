import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RateLimit } from '../../../src/discord/rate-limit.ts';

function limited(burst = 3, interval = 1_000) {
  let time = Date.UTC(2026, 0, 1);
  const limit = new RateLimit({ burst, interval, now: () => new Date(time) });
  return { limit, pass: (ms: number) => (time += ms) };
}

describe('the rate limit', () => {
  test('admits a burst and then refuses, saying how long to wait', () => {
    const { limit, pass } = limited();
    expect([1, 2, 3].map(() => limit.admit('ann').admitted)).toEqual([true, true, true]);
    pass(400);
    expect(limit.admit('ann')).toEqual({ admitted: false, retryAfter: 600, first: true });
    pass(600);
    expect(limit.admit('ann')).toEqual({ admitted: true });
  });

  test('tells the first refusal of a row from the others', () => {
    const { limit, pass } = limited(1);
    limit.admit('ann');
    expect([limit.admit('ann'), limit.admit('ann')]).toMatchObject([{ first: true }, { first: false }]);
    pass(1_000);
    limit.admit('ann');
    expect(limit.admit('ann')).toMatchObject({ first: true });
  });

  test('leaves others alone', () => {
    const { limit } = limited(1);
    limit.admit('ann');
    limit.admit('ann');
    expect(limit.admit('bob').admitted).toBe(true);
  });

  test('takes nothing away when the clock is set back, and gives a burst at most when it leaps', () => {
    const { limit, pass } = limited(2);
    limit.admit('ann');
    pass(-86_400_000);
    expect(limit.admit('ann').admitted).toBe(true);
    expect(limit.admit('ann').admitted).toBe(false);
    pass(366 * 86_400_000);
    expect([1, 2, 3].map(() => limit.admit('ann').admitted)).toEqual([true, true, false]);
  });

  test('forgets users who may use the whole burst again', () => {
    const { limit, pass } = limited(3);
    for (let user = 0; user < 1_000; user++) limit.admit(`user ${user}`);
    expect(limit.size).toBe(1_000);
    pass(1_000);
    limit.admit('ann');
    expect(limit.size).toBe(1);
  });

  test('never admits more than the burst and one for each interval', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3_000), { maxLength: 60 }), (gaps) => {
        const { limit, pass } = limited(4, 1_000);
        const admitted = gaps.filter((gap) => {
          pass(gap);
          return limit.admit('ann').admitted;
        });
        const elapsed = gaps.slice(1).reduce((sum, gap) => sum + gap, 0);
        expect(admitted.length).toBeLessThanOrEqual(4 + elapsed / 1_000);
      }),
    );
  });
});
