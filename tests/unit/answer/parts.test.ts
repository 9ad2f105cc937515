import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from '../../../src/answer/parts.ts';
import { questionsOf } from '../../../src/answer/questions.ts';
import { readingOf } from '../../../src/answer/reading.ts';
import { sidesOf } from '../../../src/answer/sides.ts';

const textsOf = (parts: readonly { text: string }[]) => parts.map(({ text }) => text);

test.each([
  ['When was CNES founded and who heads it?', ['When was CNES founded?', 'who heads CNES?']],
  ['when was cnes founded and who heads it', ['when was cnes founded?', 'who heads cnes?']],
  ['Who signed the pact, and when?', ['Who signed the pact?', 'when signed the pact?']],
  ['Where and when was the summit held?', ['Where was the summit held?', 'when was the summit held?']],
  [
    'When and where was the pact signed, and by whom?',
    ['When was the pact signed?', 'where was the pact signed?', 'by whom was the pact signed?'],
  ],
  ['What is ISRO? Also where is its HQ?', ['What is ISRO?', 'where is ISRO’s HQ?']],
  [
    'When was the treaty signed, by whom, and why?',
    ['When was the treaty signed?', 'by whom was the treaty signed?', 'why was the treaty signed?'],
  ],
  [
    'Which team won the match and what was the score?',
    ['Which team won the match?', 'what was the score (the match)?'],
  ],
  [
    'do you know who wrote the report and when it was published?',
    ['do you know who wrote the report?', 'when the report was published?'],
  ],
  [
    'In 1998, who signed the pact and where?',
    ['In 1998, who signed the pact?', 'In 1998, where signed the pact?'],
  ],
  [
    'Which treaty was signed in 2019 and is it binding?',
    ['Which treaty was signed in 2019?', 'is the treaty binding?'],
  ],
  ['Hi! Can you help me? How old is CNES & where’s its HQ?', ['How old is CNES?', 'where’s CNES’s HQ?']],
  [
    'When did the war between Iran and Iraq end and who won?',
    ['When did the war between Iran and Iraq end?', 'who won (the war between Iran and Iraq)?'],
  ],
])('"%s" asks twice', (question, texts) => {
  expect(textsOf(questionsOf(question))).toEqual(texts);
});

test.each([
  'Who founded and heads CNES?',
  'What did India and France sign?',
  'What is research and development?',
  'Who decides what is exported and what is refused?',
  'Who was the general who won the war and who married Emma?',
  'Which treaty was signed in 2019 and is the basis of the alliance?',
  'When India joined, who opposed it?',
  'When imperialism impacts a state, what is it called?',
  'What is the difference between when it was signed and when it took effect?',
  'Agassiz combined observation and what?',
  'Hi! Can you help me? When was CNES founded? Thanks!',
  'Is it safe or not?',
  '',
])('"%s" asks once', (question) => {
  expect(questionsOf(question)).toEqual([]);
});

test('a part is told in the words of the asker', () => {
  const parts = questionsOf('When was CNES founded, and who heads it?');
  expect(parts.map(({ asked }) => asked)).toEqual(['When was CNES founded?', 'who heads it?']);
});

test.each([
  [
    'What did India agree with France and with the UK on trade?',
    ['What did India agree with France on trade?', 'What did India agree with UK on trade?'],
  ],
  ['founding dates of CNES vs ISRO', ['founding dates of CNES', 'founding dates of ISRO']],
  [
    'Compare when India joined the MTCR and the Wassenaar Arrangement',
    ['when India joined the MTCR', 'when India joined the Wassenaar Arrangement'],
  ],
  [
    'Is China in the MTCR, in the NSG and in the AG?',
    ['Is China in the MTCR?', 'Is China in the NSG?', 'Is China in the AG?'],
  ],
  ['france vs uk cyber', ['france cyber?', 'uk cyber?']],
  ['difference between the NSG and the MTCR', ['What is NSG?', 'What is MTCR?']],
  ['compare the old treaty and the new one', ['What is old treaty?', 'What is new one?']],
  ['compare space and cyber cooperation', ['space cooperation?', 'cyber cooperation?']],
  ["how does ISRO's headquarters compare with CNES's?", ['ISRO’s headquarters?', 'CNES’s headquarters?']],
  ['Did the US or the UK sign first?', ['when did the US sign?', 'when did the UK sign?']],
  ['CNES or ISRO: which is older?', ['When was CNES founded?', 'When was ISRO founded?']],
  ['Are both India and China members?', ['Are India members?', 'Are China members?']],
  [
    'Does the NSG have more members than the AG?',
    ['how many members does the NSG have?', 'how many members does the AG have?'],
  ],
  [
    'Does India trade more with France than with Peru?',
    ['how much does India trade with France?', 'how much does India trade with Peru?'],
  ],
  [
    'When were CNES, ISRO and ESA founded?',
    ['When were CNES founded?', 'When were ISRO founded?', 'When were ESA founded?'],
  ],
  [
    'How many members does the NSG have compared to the MTCR?',
    ['How many members does the NSG have?', 'How many members does the MTCR have?'],
  ],
  ['when was cnes founded compared to isro', ['when was cnes founded?', 'when was isro founded?']],
  [
    'Where are the headquarters of ISRO as opposed to CNES?',
    ['Where are the headquarters of ISRO?', 'Where are the headquarters of CNES?'],
  ],
])('%s has sides', (question, texts) => {
  expect(textsOf(sidesOf(question).sides)).toEqual(texts);
});

test.each([
  ["how does ISRO's budget compare with CNES's?", ['ISRO', 'CNES']],
  ['What did India agree with the United States and with the UK?', ['United States', 'UK']],
  ["France's and the UK's deal", ['France', 'UK']],
])('the sides of "%s" are named without articles and possessives', (question, labels) => {
  expect(sidesOf(question).sides.map(({ label }) => label)).toEqual(labels);
});

test.each([
  'What did India and France agree?',
  'When did Modi and Johnson meet?',
  'What is the Comprehensive Economic and Trade Agreement?',
  'Besides Britain and North America, where did refugees settle?',
  'In the range between 1980 and 1990, what grew?',
  'Is there a treaty between India and France?',
  'The West saw themselves as what compared to the east?',
  'What is it compared to France?',
  'Is it safe or not?',
  'who wrote it',
  '',
])('"%s" has none', (question) => {
  expect(sidesOf(question).sides).toEqual([]);
});

test('a question of several lines is read as one line, and put to the library as it was typed', () => {
  const { text, parts } = readingOf({ text: 'When was CNES founded\n and who heads it?' });
  expect(text).toBe('When was CNES founded\n and who heads it?');
  expect(textsOf(parts)).toEqual(['When was CNES founded?', 'who heads CNES?']);
});

test('questions may have sides, and four parts are the most', () => {
  const { parts } = partsOf('Where are the headquarters of ISRO and of CNES and when were they founded?');
  expect(textsOf(parts)).toEqual([
    'Where are the headquarters of ISRO?',
    'Where are the headquarters of CNES?',
    'when were ISRO founded?',
    'when were CNES founded?',
  ]);
  expect(partsOf('Who is A? Who is B? Who is C? Who is D? Who is E?').parts).toEqual([]);
});

test('any text has none or two to four parts, and none is empty', () => {
  const words = [
    'when',
    'who',
    'was',
    'it',
    'India',
    'CNES',
    'founded',
    'and',
    'or',
    'vs',
    ',',
    '?',
    ':',
    'both',
    'the',
    'than',
    "'s",
    'compare',
    'in',
  ];
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((some) => some.join(' ')),
  );
  fc.assert(
    fc.property(text, (question) => {
      const { parts } = partsOf(question);
      expect([0, 2, 3, 4]).toContain(parts.length);
      for (const { text, asked } of parts) expect([text.trim(), asked.trim()]).not.toContain('');
    }),
  );
});

test('what stands behind the name is no verb when more stands there', () => {
  const { sides } = sidesOf('What does the US spend on defence compared to China?');
  expect(sides.map(({ text }) => text)).not.toContain('What does China defence?');
});
