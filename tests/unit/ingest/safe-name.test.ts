import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeName, safePath } from '../../../src/ingest/safe-name.ts';

test.each([
  ['mill.md', 'mill.md'],
  ['Żółw i żaba 2.txt', 'Żółw i żaba 2.txt'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\x', 'x'],
  ['C:x.md', 'C-x.md'],
  ['/', 'article'],
  ['', 'article'],
  ['..', 'article'],
  ['a\0b.md', 'ab.md'],
  ['NUL', 'file-NUL'],
  ['con.txt', 'file-con.txt'],
  ['console.txt', 'console.txt'],
  ['.htaccess', 'htaccess'],
  ['notes.md~', 'notes.md'],
  ['a\u202efdp.exe.md', 'afdp.exe.md'],
  ['what? <now>.md', 'what- -now-.md'],
  ['.md', 'md'],
  [`${'a'.repeat(300)}.md`, `${'a'.repeat(97)}.md`],
])('%s becomes %s', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test('two spellings of one name are one', () => {
  expect(safeName('cafe\u0301.md')).toBe(safeName('caf\u00e9.md'));
});

test('whatever the name, it is one part of a path, short and visible, and its own safe name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const safe = safeName(name);
      expect(safe).toMatch(/^[^<>:"|?*/\\\s.~][^<>:"|?*/\\]{0,111}$/u);
      expect(safe).not.toMatch(/\p{Cc}/u);
      expect(safe.isWellFormed()).toBe(true);
      expect(safeName(safe)).toBe(safe);
      for (const part of safePath(`${name}/../${name}`).split('/'))
        expect(['', '.', '..']).not.toContain(part);
    }),
    { numRuns: 500 },
  );
});
