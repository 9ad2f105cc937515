import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderAnswer } from '../../../src/discord/render-answer.ts';
import { answer, anyAnswer, citation, SITE } from './answers.ts';
import { buttonsOf, expectSendable, read, textsOf } from './markup.ts';

const shown = (rendered: ReturnType<typeof renderAnswer>) => textsOf(rendered).join('\n---\n');

describe('an answer', () => {
  const [date, pact] = ['They meet in Paris on 22 August.', 'A pact is signed.'];
  const found = answer({
    question: 'When do they meet?',
    citations: [
      citation(1, {
        articleId: 'plans',
        title: 'Plans',
        publisher: 'Tech Portal',
        publishedAt: '2019-08-21',
        url: 'https://example.com/plans',
        quote: date,
      }),
      citation(2, { articleId: 'pact', title: 'The pact', quote: pact }),
      citation(3, {
        articleId: 'plans',
        title: 'Plans',
        url: 'https://example.com/plans',
        quote: 'Again Paris.',
      }),
    ],
    claims: [
      { text: date, citations: [1], emphasis: [{ start: 22, end: 31 }] },
      { text: pact, citations: [3, 2], emphasis: [] },
    ],
  });

  test('is claims with footnotes, then each source once with its numbers, publisher, date and link', () => {
    expect(shown(renderAnswer(found, { echo: true, sourcesId: 'sources:k' }))).toBe(
      [
        '> When do they meet?',
        'They meet in Paris on **22 August**. `[1]`',
        '',
        'A pact is signed. `[2][3]`',
        '---',
        '-# `[1][3]` [Plans](<https://example.com/plans#:~:text=They%20meet%20in%20Paris%20on%2022%20August.&text=Again%20Paris.>) · Tech Portal · 2019-08-21',
        '-# `[2]` The pact',
      ].join('\n'),
    );
  });

  test('repeats the question only where it is not to be seen', () => {
    expect(shown(renderAnswer(found, { echo: false }))).not.toContain('When do they meet?');
  });

  test('has a button for its sources when they were kept', () => {
    const [button] = buttonsOf(renderAnswer(found, { echo: true, sourcesId: 'sources:k' }));
    expect(button).toMatchObject({ label: 'Sources', custom_id: 'sources:k' });
    expect(buttonsOf(renderAnswer(found, { echo: true }))).toEqual([]);
  });

  test('says how old it is when it was asked for the latest', () => {
    const latest = { ...found, time: { words: 'now', order: 'newest' as const }, asOf: '2019-08-21' };
    expect(shown(renderAnswer(latest, { echo: true }))).toContain('\n-# As of 21 August 2019.\n---');
  });

  test('says that it may be in part', () => {
    expect(
      shown(renderAnswer({ ...found, status: 'partial', missing: ['Peru', '1987'] }, { echo: true })),
    ).toContain('The cited passages do not mention Peru or 1987.');
  });

  test('names the copies of a source behind it, and no more than three', () => {
    const alsoIn = ['b', 'c', 'd', 'e', 'f'].map((id) => ({
      ...{ id, title: `Story ${id}`, publisher: `Paper ${id}` },
      ...(id === 'b' && { url: 'https://example.com/b' }),
    }));
    const source = citation(1, { title: 'Plans', publisher: 'Wire', alsoIn });
    const again = citation(2, { ...source, n: 2, quote: 'Again.', alsoIn: alsoIn.slice(0, 1) });
    expect(shown(renderAnswer(answer({ citations: [source, again] }), { echo: false }))).toMatch(
      /\n-# `\[1\]\[2\]` Plans · Wire · also in Paper b, \[Story b\]\(<https:\/\/example\.com\/b>\); Paper c, Story c; Paper d, Story d; and 2 more$/,
    );
  });

  test('says that articles differ, with the day of each', () => {
    const citations = [citation(1, { publishedAt: '2031-06-10' }), citation(2)];
    const differing = answer({ citations, conflict: 'number' });
    expect(
      shown(renderAnswer(differing, { echo: false }))
        .split('\n')
        .slice(0, 4),
    ).toEqual([
      'The articles give different numbers, the newest first:',
      'These are the words of quote 1. `[1]` · 2031-06-10',
      '',
      'These are the words of quote 2. `[2]` · undated',
    ]);
  });

  test('joins and cuts emphasis that overlaps or lies outside', () => {
    const emphasis = [
      { start: 22, end: 24 },
      { start: 23, end: 99 },
      { start: 120, end: 130 },
    ];
    const [claim = ''] = textsOf(
      renderAnswer({ ...found, claims: [{ text: date, citations: [1], emphasis }] }, { echo: false }),
    );
    expect(read(claim).bold.join('')).toBe('22 August.');
    expect(read(claim).text.trim()).toBe(date);
  });

  test('leaves a link out when the address is no place to go', () => {
    const citations = [
      citation(1, { url: 'javascript:alert(1)' }),
      citation(2, { url: `${SITE}${'x'.repeat(900)}` }),
    ];
    const text = shown(renderAnswer(answer({ citations }), { echo: false }));
    expect(read(text).links).toEqual([]);
    expect(text).toContain('Article 1 (its address cannot be linked)');
  });

  test('says how much did not fit, and cuts no footnote off', () => {
    const quote = 'A sentence of some length that says little. '.repeat(30);
    const citations = Array.from({ length: 40 }, (_, i) =>
      citation(i + 1, { quote, title: 'T'.repeat(200), url: `${SITE}${'y'.repeat(300)}` }),
    );
    const rendered = renderAnswer(answer({ citations }), { echo: true, sourcesId: 'sources:k' });
    expectSendable(rendered);
    const [claims = '', sources = ''] = textsOf(rendered);
    const paragraphs = claims.split('\n').filter((line) => line.startsWith('A sentence'));
    expect(paragraphs.map((line) => /(?<=says little\. … `\[)\d+(?=\]`$)/.exec(line)?.[0])).toEqual([
      '1',
      '2',
    ]);
    const lines = sources.split('\n').length;
    expect(claims).toContain(
      `-# 38 more statements and ${40 - lines} more sources did not fit in here: press Sources.`,
    );
  });
});

describe('an answer that is not in the articles', () => {
  test('says so and marks the closest articles as no answer', () => {
    const closest = [
      { articleId: 'a', title: 'Near', url: 'https://example.com/near' },
      { articleId: 'b', title: 'Nearby' },
    ];
    const rendered = renderAnswer(answer({ closest }), { echo: true });
    expect(shown(rendered)).toBe(
      [
        '> What is signed?',
        '**The articles do not say.**',
        '-# Closest articles (they do not answer it):',
        '-# • [Near](<https://example.com/near>)',
        '-# • Nearby',
      ].join('\n'),
    );
    expect(buttonsOf(rendered)).toEqual([]);
  });

  test('says which time was read from the words of the question', () => {
    const time = { words: 'since @everyone **May**', since: '2022-05-01' };
    const lines = shown(renderAnswer(answer({ time }), { echo: false })).split('\n');
    expect(lines[1]).toBe(
      '-# Because of "since ＠everyone \\*\\*May\\*\\*", only articles since 1 May 2022 and passages that tell of that time were searched.',
    );
  });

  test('says when there are no articles at all', () => {
    expect(shown(renderAnswer(answer({ generation: 0 }), { echo: true }))).toContain(
      'No articles are loaded yet',
    );
  });
});

describe('whatever an answer holds', () => {
  test('Discord accepts it, nothing in it acts, and only articles are linked', () => {
    fc.assert(
      fc.property(anyAnswer(), fc.boolean(), (any, echo) => {
        const rendered = renderAnswer(any, { echo, sourcesId: 'sources:key' });
        expectSendable(rendered);
        for (const text of textsOf(rendered)) {
          const { active, links, blocks } = read(text);
          expect(active).toEqual([]);
          expect(links.filter(({ url }) => !url.startsWith(SITE))).toEqual([]);
          expect(blocks.filter((block) => block !== '>' && block !== '-#')).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('every claim keeps its footnotes, and every source is listed or said to be missing', () => {
    fc.assert(
      fc.property(anyAnswer(), (any) => {
        const [claims = '', sources = ''] = textsOf(
          renderAnswer(any, { echo: false, sourcesId: 'sources:key' }),
        );
        const numbers = any.claims.map((claim) => claim.citations.toSorted((a, b) => a - b));
        const markers = numbers.map((cited) => cited.map((n) => `[${n}]`).join(''));
        const { code } = read(claims);
        expect(code).toEqual(markers.slice(0, code.length));
        if (code.length < markers.length)
          expect(claims).toContain(`${markers.length - code.length} more statement`);

        const articles = new Set(any.citations.map(({ articleId }) => articleId)).size;
        const listed = sources === '' ? 0 : sources.split('\n').length;
        if (listed < articles) expect(claims).toContain(`${articles - listed} more source`);
      }),
      { numRuns: 200 },
    );
  });
});
