import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { describeFailure } from '../../../src/terminal/failure.ts';

function failureOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}

test('what a user can put right is its message alone', () => {
  const error = new ConfigError(['one is wrong', 'two is wrong']);
  expect(describeFailure(error)).toBe(error.message);
});

test('what the operating system refuses is its message alone', () => {
  const error = failureOf(() => readFileSync('/there/is/no/such/file'));
  expect(describeFailure(error)).toMatch(/^ENOENT: [^\n]*$/);
});

test('a defect comes with its stack', () => {
  expect(describeFailure(new TypeError('x is not a function'))).toMatch(
    /^Footnote failed: TypeError: x is not a function\n +at /,
  );
});
