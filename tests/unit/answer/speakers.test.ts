import { expect, test } from 'vitest';
import { withSpeaker } from '../../../src/answer/speakers.ts';

/** The sentences that are shown for the one that holds `words`. */
function shown(paragraph: string[], words: string): string[] {
  const { first, last } = withSpeaker(
    paragraph,
    paragraph.findIndex((sentence) => sentence.includes(words)),
  );
  return paragraph.slice(first, last + 1);
}

const LONG = [
  '"The harbour will get a second pier.',
  'It will take forty ferries a day.',
  'We pay for it with the toll," Mr Rao said in Kochi.',
  'Work begins in May.',
];

test('the beginning of a quotation goes on to its speaker', () => {
  expect(shown(LONG, 'second pier')).toEqual(LONG.slice(0, 3));
  expect(shown(LONG, 'forty ferries')).toEqual(LONG.slice(1, 3));
});

test('a sentence that names the speaker, and one that quotes nothing, stand alone', () => {
  expect(shown(LONG, 'toll')).toEqual([LONG[2]]);
  expect(shown(LONG, 'May')).toEqual([LONG[3]]);
});

test.each([
  [['Mr Rao told reporters: “We build a pier.', 'It takes forty ferries.”'], 'forty'],
  [['“We build a pier,” said Mr Rao, “and soon.', 'It takes forty ferries.”'], 'forty'],
  [['Mr Rao was not amused.', '“The pier takes forty ferries.”'], 'forty'],
  [['“The pier takes forty ferries.”', 'Mr Rao said so in Kochi.'], 'forty'],
  [['Mr Rao met reporters in Kochi.', '“The pier takes forty ferries,” he said.'], 'forty'],
  [['It takes forty ferries a day.', 'We pay for it," the statement read.'], 'forty'],
  [['«On construit un quai.', 'Il prend forty ferries», said Mr Rao.'], 'quai'],
])('%j: the sentence with "%s" comes with the other', (paragraph, words) => {
  expect(shown(paragraph, words)).toEqual(paragraph);
});

test.each([
  [['Mr Rao spoke.', 'The pier is called "the long arm" by the fishermen.'], 'long arm'],
  [['Mr Rao spoke.', '“The pier takes forty ferries,” Ms Sen said.'], 'forty'],
  [['Mr Rao spoke.', 'The pier takes forty ferries.'], 'forty'],
  [['The sea was calm.', '“The pier takes forty ferries,” he said.'], 'forty'],
  [['“The pier takes forty ferries.”', 'It opens in May.'], 'forty'],
])('%j: the sentence with "%s" stands alone', (paragraph, words) => {
  expect(shown(paragraph, words)).toHaveLength(1);
});
