import { expect, test } from 'vitest';
import { withShortNames } from '../../../../src/answer/wording/short-names.ts';

test.each([
  ['The United Kingdom and France met.', 'The UK met France.', 'The UK and France met.'],
  ['The Bureau of Fine Arts closed.', 'The BFA closed.', 'The BFA closed.'],
  ['The United Kingdom met.', 'The United Kingdom (UK) met.', 'The United Kingdom met.'],
  ['Upper Kalvik met.', 'Norway met.', 'Upper Kalvik met.'],
])('"%s" in the words of "%s" is "%s"', (claim, sentence, short) => {
  expect(withShortNames(claim, [sentence])).toBe(short);
});
