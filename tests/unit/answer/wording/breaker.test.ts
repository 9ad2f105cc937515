import { expect, test } from 'vitest';
import { Breaker } from '../../../../src/answer/wording/breaker.ts';

test('three failures in a row pause it, one attempt is let through, and the pauses grow to ten minutes', () => {
  const breaker = new Breaker();
  let now = 1_000;
  for (let i = 0; i < 3; i++) {
    expect(breaker.admits(now)).toBe(true);
    breaker.failed(now);
  }
  const pauses = Array.from({ length: 7 }, () => {
    const until = breaker.pausedUntil(now) ?? 0;
    expect(breaker.admits(until - 1)).toBe(false);
    const pause = until - now;
    now = until;
    expect(breaker.pausedUntil(now)).toBeUndefined();
    expect([breaker.admits(now), breaker.admits(now)]).toEqual([true, false]);
    breaker.failed(now);
    return pause / 1_000;
  });
  expect(pauses).toEqual([30, 60, 120, 240, 480, 600, 600]);

  now = breaker.pausedUntil(now) ?? 0;
  breaker.admits(now);
  breaker.succeeded();
  breaker.failed(now);
  expect(breaker.admits(now)).toBe(true);
});

test('it keeps away as long as it was asked to', () => {
  const breaker = new Breaker();
  breaker.failed(0, 5_000);
  expect([breaker.admits(4_999), breaker.admits(5_000)]).toEqual([false, true]);
});

test('an attempt that is broken off by its maker says nothing of the model, and the next may try', () => {
  const breaker = new Breaker();
  for (let i = 0; i < 3; i++) breaker.failed(0);
  expect(breaker.admits(30_000)).toBe(true);
  expect(breaker.admits(30_000)).toBe(false);
  breaker.withdrawn();
  expect(breaker.admits(30_000)).toBe(true);
  expect(breaker.pausedUntil(30_000)).toBeUndefined();
});
