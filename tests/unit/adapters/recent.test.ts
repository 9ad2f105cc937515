import { expect, test } from 'vitest';
import { Recent } from '../../../src/adapters/library/recent.ts';

test('makes what is asked for once, until it is forgotten or others were used since', () => {
  const made: string[] = [];
  const recent = new Recent<string>(2);
  const get = (key: string) =>
    recent.get(key, () => {
      made.push(key);
      return `${key}!`;
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(get)).toEqual(['a!', 'b!', 'a!', 'c!', 'a!', 'b!']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  recent.forget();
  expect(get('b')).toBe('b!');
  expect(made).toEqual(['a', 'b', 'c', 'b', 'b']);
});

test('what is nothing is kept too', () => {
  const recent = new Recent<undefined>(1);
  let made = 0;
  for (let i = 0; i < 2; i++) recent.get('a', () => void made++);
  expect(made).toBe(1);
});
