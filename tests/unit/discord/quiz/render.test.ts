import fc from 'fast-check';
import { expect, test } from 'vitest';
import { progressPicture } from '../../../../src/discord/quiz/progress-picture.ts';
import { wordsOf } from '../../../../src/discord/quiz/progress-words.ts';
import { renderOutcome } from '../../../../src/discord/quiz/render-outcome.ts';
import { renderQuestion } from '../../../../src/discord/quiz/render-question.ts';
import { renderSummary } from '../../../../src/discord/quiz/render-summary.ts';
import type { Card, QuizAnswer } from '../../../../src/model.ts';
import type { QuizProgress } from '../../../../src/quiz/progress.ts';
import { review } from '../../../../src/quiz/schedule.ts';
import { card } from '../../../support/cards.ts';
import { anyAnswer, SITE } from '../answers.ts';
import { buttonsOf, expectSendable, hostileText, read, textsOf } from '../markup.ts';

const NOW = new Date('2030-01-01T09:00:00Z');
const KEY = 'k'.repeat(16);

const anyCard: fc.Arbitrary<Card> = fc
  .record({
    kind: fc.constantFrom('choice', 'gap', 'trueFalse', 'article', 'acronym', 'order' as const),
    lines: fc.array(hostileText(20), { minLength: 1, maxLength: 4 }),
    options: fc.array(hostileText(30), { minLength: 4, maxLength: 4 }),
    answer: anyAnswer(),
    longer: fc.constantFrom(1, 40),
  })
  .map(({ kind, lines, options, answer, longer }) => {
    const question = lines.map((line) => `w${line.replaceAll('\n', ' ')} `.repeat(longer)).join('\n');
    const shown =
      kind === 'trueFalse' ? ['True', 'False'] : options.map((option) => `w${option}`.repeat(longer));
    const key = kind === 'order' ? 'B A C' : (shown[0] ?? '');
    const proof = answer.citations.slice(0, 3);
    const isTyped = kind === 'gap' || kind === 'order';
    return card({ kind, question, key, proof, ...(isTyped ? {} : { options: shown }) });
  });

function answerTo({ id }: Card, given: string, isRight: boolean): QuizAnswer {
  const memory = review(undefined, 'good', NOW);
  const answeredAt = NOW.toISOString();
  return { at: 0, cardId: id, given, isRight, grade: 'good', answeredAt, took: 5, memory };
}

test('whatever articles and students write, every message is one that Discord takes and does nothing', () => {
  const property = fc.property(anyCard, hostileText(10), fc.boolean(), (asked, given, isRight) => {
    const outcome = { card: asked, answer: answerTo(asked, given, isRight), counted: isRight };
    const messages = [
      renderQuestion(KEY, { card: asked, at: 49, total: 50 }),
      renderOutcome(KEY, outcome, { given: 'x', total: 50, now: NOW }),
      renderSummary(KEY, { asked: 3, right: 1, total: 5, readAgain: asked.proof }),
    ];
    for (const message of messages) {
      expectSendable(message);
      const { active, links } = read(textsOf(message).join('\n'));
      expect(active).toEqual([]);
      expect(links.filter(({ url }) => !url.startsWith(SITE))).toEqual([]);
    }
  });
  fc.assert(property, { numRuns: 150 });
});

test('long options stand in the text, and their letters on the buttons', () => {
  const options = ['one', 'two', 'three', 'four'].map((word) => `${word} ${'and so on '.repeat(12)}`.trim());
  const question = renderQuestion(KEY, {
    card: card({ kind: 'choice', question: 'Which one?', options, key: options[2] ?? '' }),
    at: 0,
    total: 1,
  });
  expect(textsOf(question)).toEqual([
    '-# Question 1 of 1',
    '**Which one?**',
    options.map((option, i) => `**${'ABCD'.charAt(i)}.** ${option}`).join('\n'),
  ]);
  expect(buttonsOf(question).map((button) => 'label' in button && button.label)).toEqual([
    ...['A', 'B', 'C', 'D', 'Stop', 'Report this question'],
  ]);
});

const PROGRESS: QuizProgress = {
  zone: 'Asia/Kolkata',
  today: '2026-11-22',
  cards: 1,
  due: 1,
  ahead: [{ day: '2026-11-22', cards: 1 }],
  retention: { right: 1, of: 4 },
  streak: 2,
  topics: { kind: 'article', rows: [{ name: '</text><script>x</script>&', right: 0, of: 3 }] },
};

test('a picture says what its words say, and names in it are text', () => {
  expect(wordsOf(PROGRESS)).toEqual({
    due: '1 of 1 question due now',
    ahead: 'Coming due – today: 1',
    retention: '25 % remembered of 4 asked again in 30 days',
    streak: '2 days in a row',
    topics: 'Right answers by article – </text><script>x</script>&: 0 of 3',
  });
  const svg = progressPicture(PROGRESS);
  for (const fact of ['25 %', 'days in a row', '0 of 3', 'days as in Asia/Kolkata', 'today']) {
    expect(svg).toContain(fact);
  }
  expect(svg).toContain('&lt;/text&gt;&lt;script&gt;x&lt;/script&gt;&amp;');
  expect(svg).not.toContain('<script');
});

test('a name in letters that the font does not have is spelt in Latin ones', () => {
  const named = (name: string) =>
    progressPicture({ ...PROGRESS, topics: { kind: 'article', rows: [{ name, right: 0, of: 1 }] } });
  expect(named('इसरो 🚀 2024')).toContain('>isro  2024<');
  expect(named('Солнечный альянс')).toContain('>Солнечный альянс<');
  expect(named('x'.repeat(90))).toMatch(/>x{40,50}…</);
  expect(named('M'.repeat(90))).toMatch(/>M{30,38}…</);
});
