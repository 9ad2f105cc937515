import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindsOfNames } from '../../../src/quiz/name-kinds.ts';
import { singleNames } from '../../../src/quiz/single-names.ts';

/** The names of sentences, each with its kind. */
function kindsIn(...sentences: string[]): Record<string, string> {
  return Object.fromEntries(kindsOfNames(sentences));
}

test.each([
  ['Kevin King', 'person', 'Kevin King was released with two others.'],
  ['Priya Raman', 'person', 'White House Press Secretary Priya Raman spoke to reporters.'],
  ['Larry Oduya', 'person', 'Both teams fined Cleveland guard Larry Oduya for it.'],
  ['P.J. Kelm', 'person', 'Coach P.J. Kelm said Morgan is ready.'],
  ['Kelm', 'person', 'Coach P.J. Kelm spoke. | A day later the fans of Kelm sang in Kelm’s garden.'],
  ['Taliban', 'organisation', 'The Taliban said nothing.'],
  ['SpaceX', 'organisation', 'SpaceX said that it will fly.'],
  ['Quorvex', 'organisation', 'Quorvex shares fell by a tenth.'],
  ['Nilmar', 'organisation', 'Nilmar, a Danish carrier, flies to Oslo.'],
  [
    'Ministry of Trade, Industry and Energy',
    'organisation',
    'The Ministry of Trade, Industry and Energy agreed.',
  ],
  ['General Motors', 'organisation', 'General Motors closed the plant.'],
  ['Goddard Space Flight Center', 'organisation', "A team at NASA's Goddard Space Flight Center saw it."],
  ['JavaScript', 'name', 'The new parts are built in JavaScript.'],
  ['Moulin Rouge', 'name', 'Glass tubes lit the Moulin Rouge in Paris.'],
  ['Hong Kong', 'place', 'The ships sailed to Hong Kong.'],
  ['Houston', 'place', 'Sales in Houston fell.'],
])('%s is a %s', (name, kind, sentence) => {
  expect(kindsIn(...sentence.split(' | '))[name]).toBe(kind);
});

test('names are within the sentence, in order and apart, whatever is written', () => {
  const word = fc.constantFrom(
    ...[
      'NASA’s',
      'Ministry',
      'of',
      'and',
      'Prime',
      'Minister',
      'Anna',
      'U.S.',
      'J.',
      'Kelm,',
      'the',
      'President',
      'Oslo.',
      '',
      '’s',
      'U.N.',
    ],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), (words) => {
      const sentence = words.join(' ');
      let last = 0;
      for (const { start, end } of singleNames(sentence)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(sentence.length);
        last = end;
      }
    }),
  );
});
