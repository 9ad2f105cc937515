import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, judge } from '../../../../scripts/eval/judge.ts';
import { answerOf, labelOf } from './outcomes.ts';

describe('holds', () => {
  test.each([
    ['The pact was signed in Paris.', 'in Paris', true],
    ['The PACT\nwas  signed.', 'pact was signed', true],
    ['a “digital bridge”', '"digital bridge"', true],
    ['India’s claim, a multi‑polar order', "India's claim, a multi-polar order", true],
    ['It cost 5 %.', '5 %', true],
    ['It happened in 2010.', '10', false],
    ['It happened in 2010 to 10 people.', '10', true],
    ['The Normans', 'Norman', false],
    ['worth $40,000', '$40,000', true],
    ['anything', '', false],
  ])('%j holds %j: %s', (text, words, expected) => {
    expect(holds(text, words)).toBe(expected);
  });

  test('finds any whole word of a text', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    fc.assert(
      fc.property(fc.array(word), word, fc.array(word), (before, sought, after) => {
        expect(holds([...before, sought, ...after].join(' '), sought)).toBe(true);
        expect(holds(`x${sought}`, sought)).toBe(false);
      }),
    );
  });
});

describe('judge', () => {
  const answer = answerOf(0.9, [
    ['It opened in May.', 'a'],
    ['It was built by Ines Dahl.', 'b'],
    ['It has nine rooms.', 'a'],
  ]);

  test('tells the first claim from all of them', () => {
    expect(judge(answer, labelOf(['May', 'June']))).toEqual({ first: 1, any: 1 });
    expect(judge(answer, labelOf(['nine']))).toEqual({ first: 0, any: 1 });
    expect(judge(answer, labelOf(['ten']))).toEqual({ first: 0, any: 0 });
  });

  test('counts words of the labelled articles only', () => {
    expect(judge(answer, labelOf(['Ines Dahl']))).toEqual({ first: 0, any: 0 });
    expect(judge(answer, labelOf(['Ines Dahl'], { articleIds: ['c', 'b'] }))).toEqual({ first: 0, any: 1 });
  });

  test('of a list counts what is there', () => {
    expect(judge(answer, labelOf(['May', 'nine', 'ten', 'Oslo'], { all: true }))).toEqual({
      first: 0.25,
      any: 0.5,
    });
    expect(judge(answer, labelOf(['May', 'nine'], { all: true }))).toEqual({ first: 0.5, any: 1 });
  });

  test('a claim under the title of its article names it; under another name it repeats the question', () => {
    const labelled = (label: string) => ({
      claims: answer.claims.map((claim) => ({ ...claim, label })),
      citations: answer.citations.map((citation) => ({ ...citation, title: 'The lighthouse' })),
    });
    expect(judge(labelled('The lighthouse'), labelOf(['lighthouse']))).toEqual({ first: 1, any: 1 });
    expect(judge(labelled('Lysen'), labelOf(['Lysen']))).toEqual({ first: 0, any: 0 });
  });

  test('a claim whose footnote leads nowhere is worth nothing', () => {
    expect(judge({ ...answer, citations: [] }, labelOf(['May']))).toEqual({ first: 0, any: 0 });
  });

  test('a refusal is worth nothing', () => {
    expect(judge(answerOf(0.1, []), labelOf(['May']))).toEqual({ first: 0, any: 0 });
  });
});
