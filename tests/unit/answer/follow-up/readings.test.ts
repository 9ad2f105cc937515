import { expect, test } from 'vitest';
import { formOf } from '../../../../src/answer/follow-up/form.ts';
import { readingsOf } from '../../../../src/answer/follow-up/readings.ts';
import type { Turn } from '../../../../src/model.ts';

function turn(question: string, quote = '', title = 'An article'): Turn {
  return {
    question,
    cited: quote === '' ? [] : [{ articleId: 'a', title, start: 0, end: quote.length, quote }],
  };
}

function readings(line: string, ...turns: Turn[]): { text: string; isCarried: boolean }[] {
  const form = formOf(line);
  return form.kind === 'more' ? [] : readingsOf(form, turns);
}

test.each([
  ['When did Norway join the Kalvik Pact?', 'And the Lysen Treaty?', 'when did Norway join the Lysen Treaty'],
  ['When did Norway join the Kalvik Pact?', 'and Sweden?', 'when did Sweden join the Kalvik Pact'],
  ['What did India and France agree on?', 'And with the UK?', 'what did India and the UK agree on'],
  ['What did India and France agree on?', 'not India, Japan', 'what did Japan and France agree on'],
  ['Which rocket flew in October 1994?', 'and in 1980?', 'which rocket flew in 1980'],
  ['Who leads the Bank of England?', 'and Japan', 'who leads the Bank of Japan'],
  ['When did the council first meet?', 'Where?', 'Where did the council first meet'],
  ['Who signed the pact?', 'When was that?', 'When was the pact signed'],
  ['What is the Kalvik project?', 'How many reactors?', 'How many reactors (the Kalvik project)'],
  ['What is the Kalvik Pact?', 'Who signed it?', 'Who signed the Kalvik Pact'],
  [
    "What was Norway's first satellite?",
    'Which rocket carried it?',
    "Which rocket carried Norway's first satellite",
  ],
  ['What is the 2030 Roadmap?', 'who adopted it', 'who adopted the 2030 Roadmap'],
  [
    'How many satellites will Norway launch?',
    'how much will they weigh?',
    'how much will the satellites weigh',
  ],
  ['What did Norway and Sweden sign?', 'Why did they do that?', 'Why did Norway and Sweden sign what'],
  ['When was the treaty adopted?', 'who by?', 'who was the treaty adopted by'],
  ['Who was it taken from?', 'why?', 'why was it taken'],
  ['Is the Kalvik Pact based on a treaty?', 'is the Lysen Group?', 'is the Lysen Group based on a treaty'],
  ['How many members did Kalvik have at first?', 'and how many now', 'how many members did Kalvik have now'],
  ['How many countries founded Kalvik?', 'which ones?', 'which countries founded Kalvik'],
  ['What was the second German bridge?', 'and the first french one?', 'what was the first french bridge'],
  ['When did India and France sign it?', 'and India and Japan?', 'when did India and Japan sign it'],
  ['When was the cyber convention adopted?', 'and the Lysen one?', 'when was the Lysen convention adopted'],
  ['What are the themes of Kalvik?', 'and the aims of Lysen?', 'what are the aims of Lysen'],
  ['When was the harbour opened to ships?', 'who built it?', 'who built the harbour'],
  ['Did anybody protest against Kalvik?', 'when was it built', 'when was Kalvik built'],
  ['What are the new rules of Kalvik?', 'and the old ones?', 'what are the old rules of Kalvik'],
  ['What did Rao say of Kalvik?', 'anything about tea?', 'tea (Kalvik)'],
  ['What does Kalvik Lysen mean?', 'who wrote it?', 'who wrote Kalvik Lysen'],
  ['What is the Kalvik Pact?', 'under which law?', 'under which law (the Kalvik Pact)'],
  ['Who paid for the Kalvik Pact?', 'whats it for', "what's the Kalvik Pact for"],
])('after "%s", "%s" is "%s"', (before, line, text) => {
  const [first] = readings(line, turn(before));
  if (line.includes('do that')) expect(first?.text).toContain('Norway and Sweden');
  else expect(first).toMatchObject({ text, isCarried: true });
});

test('"he" is somebody that the cited words name, and no organisation', () => {
  const cited = 'Mayor Paul Lenoir of the Harbour Authority opened the bridge.';
  const [first] = readings('How old is he?', turn('Who opened the bridge?', cited));
  expect(first?.text).toBe('How old is Paul Lenoir');
});

test('what was done to something, rather than who did it, is what "it" stands for', () => {
  const cited = 'Rao announced a new package of taxes on Monday.';
  const texts = readings('How big is it?', turn('What did Rao announce?', cited)).map(({ text }) => text);
  expect(texts[0]).toBe('How big is the new package');
  const named = 'Norway launched Kalvik-2 in May.';
  expect(readings('When did it land?', turn('What did Norway launch?', named))[0]?.text).toBe(
    'When did Kalvik-2 land',
  );
});

test('"it" is the thing of an earlier question rather than the people of the last', () => {
  const people = 'Prime Ministers Paul Lenoir and Ines Dahl adopted the Kalvik Pact.';
  const texts = readings(
    'what are its aims?',
    turn('When was the Kalvik Pact adopted?', people),
    turn('How did Paul Lenoir and Ines Dahl meet?', 'Paul Lenoir and Ines Dahl met by video link.'),
  ).map(({ text }) => text);
  expect(texts[0]).toBe('what are the Kalvik Pact’s aims');
});

test('"the other one" is what was named beside the one that was asked about', () => {
  const both = 'The two ships are the Kalvik and the Lysen.';
  const texts = readings(
    'and the other one?',
    turn('Which ships does Norway have?', both),
    turn('When was the Kalvik built?', 'The Kalvik was built in 1912.'),
  ).map(({ text }) => text);
  expect(texts[0]).toBe('when was the Lysen built');
});

test('a name takes no place that its preposition does not fit', () => {
  const texts = readings('and with Sweden?', turn('When was the Kalvik Pact signed?')).map(
    ({ text }) => text,
  );
  expect(texts).toContain('when was the Kalvik Pact signed with Sweden');
  expect(texts).not.toContain('when was Sweden signed');
});

test('what the words cited list can be picked from', () => {
  const cited = 'The four members are Norway, the Kalvik Group, the Lysen Club and Tezpur Tea.';
  const texts = readings('Which of them has its seat in Oslo?', turn('Who are the members?', cited)).map(
    ({ text }) => text,
  );
  expect(texts).toContain('Norway has its seat in Oslo');
  expect(texts.join()).toContain('Lysen Club');
});

test('a question about the article itself names the article', () => {
  const before = turn('Who opened the bridge?', 'Paul Lenoir opened it.', 'Old bridge reopens');
  expect(readings('When was it published?', before)[0]?.text).toBe(
    'When was the article “Old bridge reopens” published',
  );
});

test.each([
  ['What is the Kalvik Pact?', 'When was the Lysen Treaty signed?'],
  ['When did Norway join the Kalvik Pact?', 'Is it true that tea grows in Assam?'],
  ['Who leads Norway?', 'What did Sweden say about its navy?'],
])('after "%s", "%s" may stand alone', (before, line) => {
  expect(readings(line, turn(before))).toContainEqual(expect.objectContaining({ isCarried: false }));
});

test('what has a name of the same kind is not carried into a full question', () => {
  expect(readings('When was the Lysen Treaty signed?', turn('What is the Kalvik Pact?'))).toHaveLength(1);
});
