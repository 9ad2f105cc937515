import { expect, test } from 'vitest';
import { ExpiringMap } from '../../../../src/adapters/fetcher/expiring-map.ts';

function mapAt(start: number, most = 3) {
  let time = start;
  const map = new ExpiringMap<number>(() => new Date(time), most);
  return {
    map,
    setClock: (ms: number) => {
      time = ms;
    },
  };
}

test('an entry is there until its time is over', () => {
  const { map, setClock } = mapAt(1000);
  map.set('a', 1, 50);
  setClock(1049);
  expect(map.get('a')).toBe(1);
  setClock(1050);
  expect(map.get('a')).toBeUndefined();
  expect(map.get('b')).toBeUndefined();
});

test('a clock that is set back ends an entry rather than let it last', () => {
  const { map, setClock } = mapAt(1_000_000);
  map.set('a', 1, 50);
  setClock(0);
  expect(map.get('a')).toBeUndefined();
});

test('of too many the oldest goes', () => {
  const { map } = mapAt(0);
  for (const key of ['a', 'b', 'c', 'a', 'd']) map.set(key, 1, 1000);
  expect(['a', 'b', 'c', 'd'].filter((key) => map.get(key))).toEqual(['a', 'c', 'd']);
});
