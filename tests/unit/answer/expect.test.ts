import { expect, test } from 'vitest';
import { definedIn, definitionsOf } from '../../../src/answer/definition.ts';
import { expectedOf, findExpected } from '../../../src/answer/expect.ts';
import { readQuery } from '../../../src/retrieve/query.ts';

test.each([
  ['When did India join?', 'date'],
  ['what year was it founded', 'date'],
  ['How many satellites are planned?', 'number'],
  ['satelites india france how many', 'number'],
  ['How much will it cost?', 'money'],
  ['Who wrote the piece?', 'person'],
  ['Where is the headquarters?', 'place'],
  ['isro hq', 'place'],
  ['founding year of the league', 'date'],
  ['league fleet size', 'number'],
  ['revenue of the league in 1998', 'money'],
  ['league president', 'anything'],
  ['Why was the plant delayed?', 'reason'],
  ['What did they sign?', 'anything'],
  ['How long will the pact last?', 'duration'],
  ['How long ago was it signed?', 'date'],
  ['How often do they meet?', 'frequency'],
  ['How much of the land is farmed?', 'number'],
  ['what will the port cost', 'money'],
  ['What percentage of homes have power?', 'percentage'],
  ["What was the town's population in 1998?", 'number'],
  ['What is the current budget of the agency?', 'money'],
  ['Which company builds ships?', 'name'],
  ['Which company president resigned?', 'person'],
  ['Which of the countries signed first?', 'country'],
  ['What treaties did they sign?', 'name'],
  ['What is the name of the river?', 'name'],
  ['What was the name of the minister who left?', 'person'],
  ['What is the largest city of the region?', 'name'],
  ['What is the World Bank?', 'definition'],
  ['What kind of company is it?', 'anything'],
  ['What report did it publish?', 'anything'],
  ['After what year did prices fall?', 'date'],
  ['Who was leader when the dam broke?', 'person'],
  ['When the dam broke, how many people fled?', 'number'],
  ['The pact runs until when?', 'date'],
  ['Where can a number of dunes be found?', 'place'],
  ['What was the name of the count of Apulia?', 'person'],
  ['Did the price of oil rise?', 'anything'],
  ['Is he the man who left?', 'anything'],
  ['Does it say when they left?', 'date'],
  ['Can you tell me who signed?', 'person'],
])('%s expects a %s', (text, expected) => {
  expect(expectedOf(readQuery({ text }))).toBe(expected);
});

test.each([
  ['When did they meet?', 'They met in Paris on 22 August.', ['22 August']],
  [
    'When did they meet?',
    'They met on April 3, 2021 and again in June 2016.',
    ['April 3, 2021', 'June 2016'],
  ],
  ['When was it?', 'It started on Friday in the 19th century.', ['Friday', '19th century']],
  ['When was it?', 'Nothing is dated here, said 12 people.', []],
  ['How many satellites?', 'A constellation of 8-10 satellites was planned in 1998.', ['8-10']],
  ['How many pillars?', 'They are the three principal pillars.', ['three']],
  ['How much will it cost?', 'It costs $3.5 million for 20 sites.', ['$3.5 million']],
  ['Who opened it?', 'It was opened at Kalvik on 4 March 2031 by the engineer Ines Dahl.', ['Ines Dahl']],
  ['How many rockets?', 'On 26 November 1965 it launched two rockets.', ['two']],
  ['Who signed?', 'The pact was signed by Boris Johnson.', ['Boris Johnson']],
  ['When did he leave?', 'He left last week, at 5 p.m. on Monday.', ['last week', '5 p.m.', 'Monday']],
  ['When was it founded?', 'It began in 911 as a fief of 300 people.', ['911']],
  ['When was it?', 'The dam broke two years ago.', ['two years ago']],
  ['How many fled?', 'In 2011 about 1500 people fled the Article 5 zone.', ['1500']],
  ['How many are there?', 'One of the dams broke, and no one saw several COVID-19 cases.', ['several']],
  ['How long does it last?', 'It lasts three and a half years.', ['three and a half years']],
  ['How long was it used?', 'It was used from 1870 to 1939.', ['1870 to 1939']],
  ['How often is it held?', 'It is held every four years.', ['every four years']],
  [
    'What percentage voted?',
    'Of 500 members two thirds voted, 61.5 per cent in May.',
    ['two thirds', '61.5 per cent'],
  ],
  [
    'How much did it cost?',
    'It cost Rs. 500 crore or US$5bn, then 20 million euros.',
    ['Rs. 500 crore', '$5bn', '20 million euros'],
  ],
  ['How much did it cost?', 'It cost 191.7 billion PLN in 20 ABC years.', ['191.7 billion PLN']],
  ['Who opened it?', 'However, British officials in Paris met engineer Ines Dahl in Kalvik.', ['Ines Dahl']],
  ['Who won?', 'Yesterday Rao won the Nobel Prize.', ['Rao']],
  [
    'Which countries signed?',
    'Rao of South Korea and British envoys signed in Paris.',
    ['South Korea', 'British'],
  ],
  ['Which company won?', 'But Acme Shipping won on Monday.', ['Acme Shipping']],
  ['Where is it?', 'It lies in southern Norland, as in France.', ['Norland', 'France']],
  ['Where do they meet?', 'They meet in New Delhi on Monday.', ['New Delhi']],
  ['Where is the garden?', 'It lies in the hills east of Tezpur.', ['hills', 'Tezpur']],
])('%s is answered in "%s"', (text, sentence, answers) => {
  const query = readQuery({ text });
  const spans = findExpected(expectedOf(query), sentence, query);
  expect(spans.map(({ start, end }) => sentence.slice(start, end))).toEqual(answers);
});

test.each([
  ['What is NPCIL?', 'NPCIL'],
  ["what's cnes", 'cnes'],
  ['Who was Vikram Sarabhai?', 'Vikram Sarabhai'],
  ['What is the Bureau of Industry and Security?', 'Bureau of Industry and Security'],
  ['What does AG stand for?', 'AG'],
  ['What is the Jaitapur project?', 'Jaitapur project'],
  ['What is the capital of France?', undefined],
  ['What is the purpose of the Jaitapur project?', undefined],
  ['What is known about the launch?', undefined],
  ['When is Diwali?', undefined],
])('what is to be told of as a whole: %s', (question, thing) => {
  expect(definedIn(question)).toBe(thing);
});

test.each([
  ['NPCIL', 'The Nuclear Power Corporation of India Limited, NPCIL for short, runs it.'],
  ['CNES', 'CNES, the French space agency, is a public body.'],
  ['CNES', 'CNES is the space agency of France.'],
  ['Vikram Sarabhai', 'The physicist Vikram Sarabhai is regarded as its founder.'],
  ['AG', 'It joined the Australia Group (AG) in 2018.'],
  ['Jaitapur', 'The Jaitapur nuclear power project is a plan for six reactors.'],
  ['Jaitapur project', 'The Jaitapur nuclear power project is a plan for six reactors.'],
])('a sentence that tells what %s is', (thing, sentence) => {
  expect(definitionsOf(thing, sentence)).not.toEqual([]);
  expect(definitionsOf('XYZ', sentence)).toEqual([]);
});

test('a sentence that only mentions a thing does not tell what it is', () => {
  expect(definitionsOf('NPCIL', 'EDF and NPCIL agreed on the way forward.')).toEqual([]);
  expect(definitionsOf('Jaitapur project', 'The Jaitapur site is a stretch of coast.')).toEqual([]);
});
