import { expect, test } from 'vitest';
import { text } from '../../../../src/ingest/sources/text.ts';

const blocks = (content: string) => text.read(content)[0]?.blocks;
const texts = (content: string) => blocks(content)?.map((block) => block.text);

test('takes blank lines and single lines for borders of paragraphs', () => {
  expect(texts('One.\n\nTwo.\n \nThree.\nFour.')).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
});

test('joins lines that were wrapped by hand', () => {
  const wrapped = `The mill of Upper Wend was built in 1788 and ground corn for two hundred
years, until the last miller left it to his daughter. She sold it to the
town in 1991.

A new roof was laid
in 2004.`;
  expect(texts(wrapped)).toEqual([
    'The mill of Upper Wend was built in 1788 and ground corn for two hundred years, until the last miller left it to his daughter. She sold it to the town in 1991.',
    'A new roof was laid in 2004.',
  ]);
});

test('does not join a headline, a byline and a date', () => {
  const head = 'Old mill of Upper Wend becomes a library after thirty years\nBy Jane Roe\n4 March 2021';
  expect(texts(head)).toHaveLength(3);
});

test('reads lists', () => {
  expect(blocks('Tools:\n- rake\n• hoe\n1. first\n2) second\n=====\nend')).toEqual([
    { kind: 'text', text: 'Tools:' },
    { kind: 'item', text: 'rake' },
    { kind: 'item', text: 'hoe' },
    { kind: 'item', text: '1. first' },
    { kind: 'item', text: '2) second' },
    { kind: 'text', text: 'end' },
  ]);
});
