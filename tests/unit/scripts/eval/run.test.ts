import { expect, test } from 'vitest';
import { runSet } from '../../../../scripts/eval/run.ts';
import type { QuestionSet } from '../../../../scripts/eval/sets/question-set.ts';
import { QuestionError, UserError } from '../../../../src/errors.ts';
import type { Answer, Hit, Status } from '../../../../src/model.ts';
import { answerOf, labelOf, questionOf, rankers } from './outcomes.ts';

const TEXT = 'It opened in May. It has nine rooms.';
const HIT = {
  passage: { articleId: 'a', ordinal: 0, start: 0, end: TEXT.length, text: TEXT },
  article: { id: 'a', title: 'A' },
  score: 1,
  rankers: rankers({ words: 1 }),
} satisfies Hit;

/** An app of one article that gives each question the answer it has for it. */
function appOf(answers: Record<string, Answer>) {
  const asked: string[] = [];
  return {
    asked,
    ask: async ({ text }: { text: string }) => {
      asked.push(text);
      return { ...(answers[text] as Answer), ms: asked.length };
    },
    search: async () => [HIT],
    status: async () => STATUS,
    article: async (id: string) =>
      id === 'a' ? { id, title: 'A', text: TEXT, body: 0, stated: {}, contentHash: 'x' } : undefined,
  };
}

const STATUS: Status = {
  generation: {
    ...{ id: 1, createdAt: '2031-05-01T00:00:00Z', articles: 1, passages: 1, sentences: 1, copies: 0 },
    ...{ model: 'tiny', dimensions: 2 },
    calibration: { topic: 0.375, said: 0.125, questions: 150, passages: 1 },
  },
  ...{
    embeddings: 'tiny',
    chatModel: undefined,
    index: { engine: 'exact' },
    startedAt: '2031-05-01T00:00:00Z',
  },
};

function setOf(...questions: QuestionSet['questions']): QuestionSet {
  return { name: 'set', about: '', corpusDir: '', questions };
}

const when = { ...questionOf(labelOf(['May'])), id: 'q1', text: 'When?' };
const why = { ...questionOf(undefined), id: 'q2', text: 'Why?' };
const right = answerOf(0.9, [['It opened in May.', 'a']]);

test('every question is asked, judged, and asked once more to be timed', async () => {
  const app = appOf({ 'When?': right, 'Why?': answerOf(0.2, []) });
  const progress: number[][] = [];
  const { outcomes, times, calibration } = await runSet(app, setOf(when, why), (done, total) =>
    progress.push([done, total]),
  );
  expect(calibration).toMatchObject({ topic: 0.375, said: 0.125 });
  expect(outcomes).toMatchObject([
    {
      question: { id: 'q1' },
      verdict: { first: 1, any: 1 },
      footnotes: { sound: 1, total: 1 },
      found: [{ articleId: 'a', rankers: { words: 1 } }],
    },
    { question: { id: 'q2' }, footnotes: { sound: 0, total: 0 }, found: [] },
  ]);
  expect(outcomes[1]?.verdict).toBeUndefined();
  expect(times).toEqual([3, 4]);
  expect(progress).toEqual([
    [1, 4],
    [2, 4],
    [3, 4],
    [4, 4],
  ]);
});

test('a quote that is not what its article says is not sound, nor is a claim without a footnote', async () => {
  const [citation] = right.citations;
  if (!citation) throw new Error('no citation');
  const answers: Answer[] = [
    { ...right, citations: [{ ...citation, quote: 'It opened in June.' }] },
    { ...right, citations: [{ ...citation, start: 1 }] },
    { ...right, citations: [{ ...citation, end: 0, quote: '' }] },
    { ...right, citations: [{ ...citation, articleId: 'gone' }] },
    { ...right, citations: [] },
    { ...right, claims: [{ text: 'It opened in May.', citations: [], emphasis: [] }] },
  ];
  for (const answer of answers) {
    const { outcomes } = await runSet(appOf({ 'When?': answer }), setOf(when), () => {});
    expect(outcomes[0]?.footnotes).toEqual({ sound: 0, total: 1 });
  }
});

test('a hundred questions from all over a large set are timed', async () => {
  const questions = Array.from({ length: 250 }, (_, i) => ({ ...when, id: `q${i}`, text: `${i}?` }));
  const app = appOf(Object.fromEntries(questions.map(({ text }) => [text, right])));
  await runSet(app, setOf(...questions), () => {});
  const again = app.asked.slice(250);
  expect(again).toHaveLength(100);
  expect(new Set(again).size).toBe(100);
  expect(again.at(-1)).toMatch(/^24\d\?$/);
});

test('a question that cannot be asked is named, and the cause is kept unless the question is to blame', async () => {
  const failing = (error: Error) => ({ ...appOf({}), ask: () => Promise.reject(error) });
  const gone = new Error('the engine is gone');
  const defect = await runSet(failing(gone), setOf(when), () => {}).catch((error: Error) => error);
  expect(defect).toMatchObject({
    message: 'Question q1 ("When?") could not be asked: the engine is gone',
    cause: gone,
  });
  expect(defect).not.toBeInstanceOf(UserError);
  const tooLong = runSet(failing(new QuestionError('it is too long')), setOf(when), () => {});
  await expect(tooLong).rejects.toThrow(UserError);
});
