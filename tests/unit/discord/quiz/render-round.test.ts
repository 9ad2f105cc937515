import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../../../../src/discord/message.ts';
import {
  renderFinal,
  renderLobby,
  renderLobbyEnd,
  renderPick,
  renderReveal,
  renderRoundQuestion,
  renderTop,
} from '../../../../src/discord/quiz/render-round.ts';
import type { Card, QuizRound, RoundPlayer } from '../../../../src/model.ts';
import { ranked } from '../../../../src/quiz/round.ts';
import { SITE } from '../answers.ts';
import { expectSendable, hostileText, read, textsOf } from '../markup.ts';

const ROUND: QuizRound = {
  ...{ key: 'k'.repeat(16), guildId: 'g', channelId: 'c', messageId: 'm', host: 'ann' },
  ...{ cards: ['x', 'y', 'z'], seconds: 20, at: 1, stage: 'reveal' },
  ...{ startedAt: '2031-06-01T12:00:00.000Z', endsAt: '2031-06-01T12:00:20.000Z' },
};
const RUNS = { numRuns: 60 };
const [short, long] = [40, 700].map((most) => hostileText(most).map((text) => `Words ${text}`)) as [
  fc.Arbitrary<string>,
  fc.Arbitrary<string>,
];

const cards: fc.Arbitrary<Card> = fc
  .record({
    kind: fc.constantFrom('choice', 'article', 'acronym', 'trueFalse'),
    question: fc.tuple(long, long).map((lines) => lines.join('\n')),
    options: fc.uniqueArray(long, { minLength: 2, maxLength: 4 }),
    ...{ quote: long, title: long, publisher: long },
  })
  .map(({ kind, question, options, quote, title, publisher }) => ({
    ...{ id: 'a'.repeat(16), kind, asks: 'name', articleId: 'i', question, options, also: [] },
    key: options[0] ?? '',
    proof: [
      {
        n: 1,
        articleId: 'i',
        title,
        publisher,
        start: 0,
        end: quote.length,
        quote,
        url: `${SITE}/a`,
        copies: [],
      },
    ],
  }));
const players: fc.Arbitrary<RoundPlayer[]> = fc.array(
  short.map((name) => ({ user: name, name })),
  { maxLength: 120 },
);

/** Fails unless Discord takes it, nobody is pinged, and only the article is linked. */
function expectInert(message: Message): void {
  expectSendable(message);
  for (const text of textsOf(message)) {
    const { active, links } = read(text);
    expect(active.filter((mark) => !/^<t:\d+:R>$/.test(mark))).toEqual([]);
    expect(links.filter(({ url }) => !url.includes(SITE))).toEqual([]);
  }
}

test('whatever articles and names hold, Discord takes every message of a round and nothing acts in it', () => {
  fc.assert(
    fc.property(cards, players, fc.nat(3), (card, all, points) => {
      const table = ranked(all.map((player, i) => ({ ...player, points: Math.max(0, points * 10 - i) })));
      const outcome = { card, chosen: (card.options ?? []).map((_, i) => i), table };
      const messages = [
        renderLobby(ROUND, all),
        renderLobbyEnd(ROUND, all),
        renderRoundQuestion(ROUND, card, true),
        renderPick(ROUND, card, 0),
        renderReveal(ROUND, outcome),
        renderFinal(ROUND, table),
        renderTop(table, 'week', all.at(-1)?.user ?? ''),
      ];
      for (const message of messages) expectInert(message);
    }),
    RUNS,
  );
});

test('a table names the first places with all who share one, and adds who asked', () => {
  const all = Array.from({ length: 30 }, (_, i) => ({
    user: `u${i}`,
    name: `P${i}`,
    points: i < 8 ? 5 : 30 - i,
  }));
  const [text = ''] = textsOf(renderTop(ranked(all), 'all', 'u29'));
  expect(text).toContain('**1.** P8 — 22 questions');
  expect(text).toContain('**10.** P17 — 13 questions');
  expect(text).not.toContain('**11.**');
  expect(text).toMatch(/\n\*\*30\.\*\* P29 — 1 question$/);
  const tied = ranked(all.slice(0, 8));
  expect(textsOf(renderFinal({ ...ROUND, at: 5 }, tied))[0]).toContain(
    '**1.** P0, P1, P2, P3, P4, P5, P6, P7 — 5 of 6',
  );
  expect(textsOf(renderFinal(ROUND, []))[0]).toContain('Nobody had a right answer.');
});
