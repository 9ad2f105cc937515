import fc from 'fast-check';
import { expect, test } from 'vitest';
import { threadName } from '../../../src/discord/answering/thread.ts';

test('a thread is named after its question, and the name notifies nobody and hides nothing', () => {
  expect(threadName('Who signed it?')).toBe('Who signed it?');
  expect(threadName('<@123456789012345678> @everyone who?')).toBe('<＠123456789012345678> ＠everyone who?');
  expect(threadName('\u202egnihton\u200b\n')).toBe('gnihton');
  expect(threadName('\u200b')).toBe('Question');
});

test('the name of a thread has 1 to 100 characters, whatever is asked', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', minLength: 90 })),
      (question) => {
        const name = threadName(question);
        expect([...name].length).toBeGreaterThanOrEqual(1);
        expect([...name].length).toBeLessThanOrEqual(100);
        expect(name).toBe(name.trim());
        expect(name).not.toMatch(/@everyone|@here|<@/);
      },
    ),
  );
});
