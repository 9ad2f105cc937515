import { expect, test } from 'vitest';
import { measure } from '../../../../scripts/eval/figures.ts';
import { worst } from '../../../../scripts/eval/worst.ts';
import { labelOf, outcomeOf, questionOf, rankers } from './outcomes.ts';

const right = outcomeOf({ confidence: 0.9 });
const second = outcomeOf({ confidence: 0.8, verdict: { first: 0, any: 1 } });
const halfList = outcomeOf({
  question: questionOf(labelOf(['x', 'y'], { all: true }), 'list'),
  verdict: { first: 0.5, any: 0.5 },
  confidence: 0.7,
});
const refused = outcomeOf({ verdict: { first: 0, any: 0 }, confidence: 0.3, refused: true });
const near = outcomeOf({ question: questionOf(undefined, 'altered'), verdict: undefined, confidence: 0.75 });
const far = outcomeOf({
  question: questionOf(undefined, 'far'),
  verdict: undefined,
  confidence: 0.1,
  refused: true,
});
const all = [right, second, halfList, refused, near, far];

test('answers and refusals are counted against what was asked', () => {
  const { figures, answerable, unanswerable } = measure({ outcomes: all, times: [4, 1, 3, 2] });
  expect({ answerable, unanswerable }).toEqual({ answerable: 4, unanswerable: 2 });
  expect(figures).toMatchObject({
    firstClaim: 0.25,
    anyClaim: 0.5,
    claims: 1,
    completeness: 0.5,
    wronglyRefused: 0.25,
    partlyAnswered: 0,
    hedged: 0,
    wronglyAnswered: 0.5,
    // Of eight pairs the answerable question is the surer one in all but 0.7 and 0.3 against 0.75.
    auroc: 6 / 8,
    citations: 1,
    p50: 2,
    p95: 4,
  });
});

test('confidence of answers is held against their being right, of refusals against there being an answer', () => {
  const { answered, refused: refusals } = measure({ outcomes: all, times: [] });
  expect(answered.map(({ count, right }) => [count, right])).toEqual([
    [2, 0],
    [1, 1],
    [1, 1],
  ]);
  expect(refusals.map(({ count, right }) => [count, right])).toEqual([
    [1, 0],
    [1, 1],
  ]);
});

test('kinds are told apart, answerable ones first', () => {
  const kinds = measure({ outcomes: [far, near, far, ...all], times: [] }).kinds;
  expect(kinds).toEqual([
    { kind: 'plain', answerable: true, questions: 3, anyClaim: 2 / 3, partial: 0, refused: 1 / 3 },
    { kind: 'list', answerable: true, questions: 1, anyClaim: 0, partial: 0, refused: 0 },
    { kind: 'far', answerable: false, questions: 3, anyClaim: Number.NaN, partial: 0, refused: 1 },
    { kind: 'altered', answerable: false, questions: 2, anyClaim: Number.NaN, partial: 0, refused: 0 },
  ]);
});

test('a broken footnote shows, and so does a set without any', () => {
  const broken = outcomeOf({ footnotes: { sound: 1, total: 3 } });
  expect(measure({ outcomes: [right, broken], times: [] }).figures.citations).toBe(0.5);
  const none = outcomeOf({ footnotes: { sound: 0, total: 0 } });
  expect(measure({ outcomes: [none], times: [] }).figures.citations).toBeNaN();
});

test('each ranker alone puts the passages found in its own order', () => {
  const found = [
    { articleId: 'x', rankers: rankers({ words: 0.4, vectors: 1 }) },
    { articleId: 'a', rankers: rankers({ words: 0.9 }) },
    { articleId: 'x', rankers: rankers({ trigrams: 1, vectors: 0.5 }) },
  ];
  const { figures, rankers: alone } = measure({ outcomes: [outcomeOf({ found })], times: [] });
  expect(alone.words.hit1).toBe(1);
  expect(alone.vectors.mrr10).toBe(0.5);
  expect(figures).toMatchObject({ hit1: 0, mrr10: 0.5, overWords: -1 });
});

test('what a set does not ask is not measured', () => {
  const { figures } = measure({ outcomes: [far], times: [] });
  for (const figure of ['hit1', 'anyClaim', 'auroc', 'completeness', 'p50'] as const) {
    expect(figures[figure]).toBeNaN();
  }
  expect(figures.wronglyAnswered).toBe(0);
});

test('the worst questions are those that went wrong with the most conviction', () => {
  expect(worst(all, 20).map(({ fault, loss }) => [fault, Number(loss.toFixed(2))])).toEqual([
    ['wrongly answered', 0.75],
    ['wrongly refused', 0.7],
    ['incomplete', 0.35],
  ]);
  const wrongWords = outcomeOf({ verdict: { first: 0, any: 0 }, confidence: 0.99 });
  expect(worst([...all, wrongWords], 1)).toEqual([{ outcome: wrongWords, fault: 'wrong words', loss: 0.99 }]);
});
