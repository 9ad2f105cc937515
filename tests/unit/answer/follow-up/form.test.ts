import { expect, test } from 'vitest';
import { formOf } from '../../../../src/answer/follow-up/form.ts';

test.each([
  'tell me more',
  'Tell me more about it.',
  'more details please',
  'What else?',
  'ok, go on',
  'anything else about that?',
  'can you elaborate?',
])('"%s" asks for more', (line) => {
  expect(formOf(line)).toEqual({ kind: 'more' });
});

test.each([
  ['When?', 'When'],
  ['ok, and when?', 'when'],
  ['When was that?', 'When'],
  ['since when', 'since when'],
  ['Why is that?', 'Why'],
  ['when and where', 'when and where'],
  ['When did that happen?', 'When'],
  ['in which year?', 'in which year'],
])('"%s" is all opening', (line, opening) => {
  expect(formOf(line)).toEqual({ kind: 'opening', opening });
});

test.each([
  ['And with the UK?', 'the UK', 'with', true],
  ['what about satellites', 'satellites', '', true],
  ['and in 2024?', '2024', 'in', true],
  ['I meant France', 'France', '', true],
  ['sorry, I mean the harbour', 'the harbour', '', true],
  ['no, Norway', 'Norway', '', true],
  ['the annex?', 'the annex', '', false],
  ['And France then?', 'France', '', true],
])('"%s" is a phrase', (line, phrase, preposition, isSwitch) => {
  expect(formOf(line)).toEqual({ kind: 'phrase', phrase, preposition, isSwitch });
});

test('"else" asks for what was not told', () => {
  expect(formOf('What else did they sign?')).toEqual({
    kind: 'clause',
    text: 'What did they sign',
    asksElse: true,
  });
  expect(formOf('who else?')).toEqual({ kind: 'opening', opening: 'who', asksElse: true });
});

test('"not India, France" says what to exchange', () => {
  expect(formOf('not India, France')).toMatchObject({ kind: 'phrase', phrase: 'France', instead: 'India' });
});

test.each([
  ['How many reactors?', 'noun'],
  ['which district', 'noun'],
  ['Who signed it?', 'clause'],
  ['Which rocket carried it?', 'clause'],
  ['How many members does it have?', 'clause'],
  ['is China one of them?', 'clause'],
  ['tell me more about the tea garden of Tezpur', 'clause'],
  ['thanks! when was the bridge opened?', 'clause'],
])('"%s" is a %s', (line, kind) => {
  expect(formOf(line).kind).toBe(kind);
});
