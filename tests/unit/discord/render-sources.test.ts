import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderSources } from '../../../src/discord/render-sources.ts';
import type { Citation } from '../../../src/model.ts';
import { answer, anyAnswer, citation, SITE } from './answers.ts';
import { buttonsOf, expectSendable, hostileText, read, textsOf } from './markup.ts';

const pageId = (page: number) => `sources:key:${page}`;
const excerpt = (cited: Citation, before = 'What came before.', after = 'What came after.') => ({
  citation: cited,
  before,
  after,
});

describe('the sources of an answer', () => {
  const cited = citation(1, {
    title: 'Plans',
    publisher: 'Tech Portal',
    publishedAt: '2019-08-21',
    url: 'https://example.com/plans',
    quote: 'They meet in Paris.',
  });

  test('show each quote in bold where it stands, with title, publisher, date and link', () => {
    const rendered = renderSources(answer({ citations: [cited] }), [excerpt(cited)], ['unchanged'], {
      page: 0,
      pageId,
    });
    expect(textsOf(rendered)).toEqual([
      '-# The words that this answer rests on',
      [
        '`[1]` [Plans](<https://example.com/plans#:~:text=They%20meet%20in%20Paris.>) · Tech Portal · 2019-08-21',
        '> What came before. **They meet in Paris.** What came after.',
      ].join('\n'),
    ]);
    expect(buttonsOf(rendered)).toEqual([]);
  });

  test('name the copies that have the words too', () => {
    const copied = { ...cited, alsoIn: [{ id: 'b', title: 'Trip', publisher: 'The @everyone Post' }] };
    const rendered = renderSources(answer({ citations: [copied] }), [excerpt(copied)], ['unchanged'], {
      page: 0,
      pageId,
    });
    expect(textsOf(rendered)[1]).toContain('\n-# also in The ＠everyone Post, Trip\n> ');
  });

  test('stand without a gap before punctuation', () => {
    const rendered = renderSources(answer({ citations: [cited] }), [excerpt(cited, '', ', he said.')], [], {
      page: 0,
      pageId,
    });
    expect(textsOf(rendered)[1]).toContain('> **They meet in Paris.**, he said.');
  });

  test.each([
    [
      'changed',
      undefined,
      '> **They meet in Paris.**\n-# The article was changed after this answer and no longer',
    ],
    ['removed', undefined, '> **They meet in Paris.**\n-# The article was removed after this answer'],
    [
      'changed',
      excerpt(cited, '', ''),
      '> **They meet in Paris.**\n-# The article was changed after this answer; these words still',
    ],
  ] as const)('of an article that was %s say so, with the words it rested on', (fate, found, expected) => {
    const rendered = renderSources(answer({ citations: [cited] }), [found], [fate], { page: 0, pageId });
    expect(textsOf(rendered)[1]).toContain(expected);
  });

  test.each([1, 300])('are turned over in pages that lose nothing, with quotes of %i words', (words) => {
    const citations = Array.from({ length: 30 }, (_, i) =>
      citation(i + 1, { quote: `Quote ${i + 1}. ${'x '.repeat(words)}` }),
    );
    const seen: string[] = [];
    for (let page = 0, last = false; !last; page++) {
      const rendered = renderSources(
        answer({ citations }),
        citations.map((c) => excerpt(c)),
        citations.map(() => 'changed'),
        { page, pageId },
      );
      expectSendable(rendered);
      seen.push(...textsOf(rendered).flatMap((text) => read(text).code));
      const [previous, next] = buttonsOf(rendered);
      expect(previous).toMatchObject({ custom_id: pageId(page - 1), disabled: page === 0 });
      last = next?.disabled === true;
    }
    expect(seen).toEqual(citations.map(({ n }) => `[${n}]`));
  });

  test('show the last page for a page beyond it', () => {
    const rendered = renderSources(answer({ citations: [cited] }), [excerpt(cited)], ['unchanged'], {
      page: 999,
      pageId,
    });
    expect(textsOf(rendered)[1]).toContain('They meet in Paris.');
  });

  test('are accepted by Discord and inert, whatever they hold', () => {
    fc.assert(
      fc.property(anyAnswer(), hostileText(60), hostileText(60), fc.nat(5), (any, before, after, page) => {
        const excerpts = any.citations.map((c, i) => (i % 3 === 2 ? undefined : excerpt(c, before, after)));
        const fates = any.citations.map(
          (_, i) => (['changed', 'removed', 'unchanged'] as const)[i % 3] ?? 'changed',
        );
        const rendered = renderSources(any, excerpts, fates, { page, pageId });
        expectSendable(rendered);
        for (const text of textsOf(rendered)) {
          const { active, links } = read(text);
          expect(active).toEqual([]);
          expect(links.filter(({ url }) => !url.startsWith(SITE))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
