import { expect, test } from 'vitest';
import { Runs } from '../../../src/discord/answering/runs.ts';
import { UserError } from '../../../src/errors.ts';

test('only the asker stops what is under way, as often as they like, and nobody when it is over', async () => {
  const runs = new Runs<string>();
  const key = runs.add('ann', 'what');
  const stopped = await runs.during(key, async (stop) => {
    expect(() => runs.stop(key, 'bob')).toThrow('Only the one who asked');
    expect(stop.aborted).toBe(false);
    for (let press = 0; press < 50; press++) runs.stop(key, 'ann');
    return stop.aborted;
  });
  expect(stopped).toBe(true);
  expect(() => runs.stop(key, 'ann')).toThrow('finished');
  expect(() => runs.stop('forged', 'ann')).toThrow(UserError);
});

test('only the asker does it again, once at a time', async () => {
  const runs = new Runs<string>();
  const key = runs.add('ann', 'what');
  expect(runs.again(key, 'ann')).toBe('what');
  expect(() => runs.again(key, 'bob')).toThrow('Only the one who asked');
  await runs.during(key, async () => expect(runs.again(key, 'ann')).toBeUndefined());
  await expect(runs.during(key, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(runs.again(key, 'ann')).toBe('what');
});

test('the oldest are forgotten', () => {
  const runs = new Runs<number>();
  const keys = Array.from({ length: 1_001 }, (_, i) => runs.add('ann', i));
  expect(() => runs.again(keys[0] ?? '', 'ann')).toThrow('too long ago');
  expect(runs.again(keys[1] ?? '', 'ann')).toBe(1);
});
