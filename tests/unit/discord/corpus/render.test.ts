import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderHistory } from '../../../../src/discord/corpus/render-history.ts';
import { renderList } from '../../../../src/discord/corpus/render-list.ts';
import { renderPreview } from '../../../../src/discord/corpus/render-preview.ts';
import { renderRecord } from '../../../../src/discord/corpus/render-record.ts';
import { renderRefresh } from '../../../../src/discord/corpus/render-refresh.ts';
import { renderReport } from '../../../../src/discord/corpus/render-report.ts';
import {
  articleMeant,
  suggestArticles,
  suggestGenerations,
  suggestPublishers,
} from '../../../../src/discord/corpus/suggestions.ts';
import type { Message } from '../../../../src/discord/message.ts';
import type { AddedArticle, ArticleChange, ArticleHead, Edit, Publication } from '../../../../src/model.ts';
import { SITE } from '../answers.ts';
import { buttonsOf, expectSendable, hostileText, read, textsOf } from '../markup.ts';

const RUNS = { numRuns: 100 };
const some = hostileText(40);
const head: fc.Arbitrary<ArticleHead> = fc.record(
  {
    ...{ id: some, title: some, publisher: some, author: some, publishedAt: some },
    ...{ url: fc.constant(`${SITE}/a`), language: fc.constantFrom('en', 'sv', 'zh', 'mis') },
  },
  { requiredKeys: ['id', 'title'] },
);
const change: fc.Arbitrary<ArticleChange> = fc.record(
  {
    kind: fc.constantFrom('added', 'changed', 'removed'),
    id: some,
    title: some,
    words: fc.record({ added: fc.nat(9_999), removed: fc.nat(9_999) }),
    details: fc.constant(['title', 'publishedAt'] as const).map((all) => [...all]),
  },
  { requiredKeys: ['kind', 'id', 'title'] },
);
const added: fc.Arbitrary<AddedArticle> = fc
  .tuple(
    head,
    fc.record({
      opening: some,
      words: fc.nat(),
      passages: fc.nat(999),
      sentences: fc.nat(),
      dropped: fc.array(fc.record({ kind: fc.constant('legal'), pieces: fc.nat(99), example: some })),
      copies: fc.array(head, { maxLength: 8 }),
      note: some,
    }),
  )
  .map(([of, more]) => ({ ...of, ...more }));
const publication: fc.Arbitrary<Publication> = fc.record({
  generation: fc.integer({ min: 1, max: 1e6 }),
  at: fc.constantFrom('2031-05-06T07:08:09.000Z', 'once'),
  actor: some,
  kind: fc.constantFrom('add', 'remove', 'ingest'),
  added: fc.nat(999),
  changed: fc.nat(999),
  removed: fc.nat(999),
  articles: fc.array(change, { maxLength: 20 }),
});
const edits: Edit[] = [
  { kind: 'add', files: [] },
  { kind: 'remove', ids: ['a'] },
  { kind: 'rename', id: 'a', title: 'b' },
  { kind: 'rollback', generation: 3 },
];

/** Fails unless Discord takes it, with room for a note above it, and nothing in it acts. */
function expectInert(message: Message): void {
  expectSendable(message);
  expect([...textsOf(message).join('')].length).toBeLessThanOrEqual(3_700);
  for (const text of textsOf(message)) {
    const { active, links } = read(text);
    expect(active.filter((mark) => !/^<t:\d+:f>$/.test(mark))).toEqual([]);
    expect(links.filter(({ url }) => !url.includes(SITE))).toEqual([]);
  }
}

describe('whatever articles hold, Discord takes and nothing acts in', () => {
  test('a preview', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...edits),
        fc.array(fc.tuple(added, change), { maxLength: 40 }),
        fc.array(fc.record({ path: some, reason: some }), { maxLength: 40 }),
        fc.array(some, { maxLength: 3 }),
        (edit, read, refused, notes) => {
          const articles = read.map(([article]) => article);
          const changes = read.map(([{ id, title }, of]) => ({ ...of, id, title }));
          const preview = { base: 1, changes, articles, refused, notes, toEmbed: 3 };
          expectInert(renderPreview(edit, preview, { key: 'k'.repeat(22), first: notes[0] }));
        },
      ),
      RUNS,
    );
  });

  test('a refresh', () => {
    const found = fc
      .tuple(change, fc.array(fc.record({ before: some, after: some }), { maxLength: 4 }))
      .map(([of, snippets]) => ({ ...of, snippets }));
    const told = fc.record({
      changes: fc.array(found, { maxLength: 40 }),
      held: fc.array(
        fc.record({
          id: some,
          title: some,
          why: fc.constant('gone' as const),
          explanation: some,
          change: found,
        }),
        { maxLength: 30 },
      ),
      unreachable: fc.array(fc.record({ url: some, title: some, reason: some }), { maxLength: 30 }),
      refused: fc.array(fc.record({ path: some, reason: some }), { maxLength: 30 }),
    });
    fc.assert(
      fc.property(told, (parts) => {
        const more = { key: 'k', expiresAt: 'soon', base: 1, unchanged: 3, waiting: 2, toEmbed: 4, ms: 5 };
        const confirmed = parts.held.slice(0, 2).map(({ id }) => id);
        expectInert(renderRefresh({ ...parts, ...more }, { key: 'k'.repeat(22), confirmed }));
      }),
      RUNS,
    );
  });

  test('a report', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        expectInert(renderReport({ generation: 5, changes, refused: [], embedded: 0, ms: 1 }, 4));
      }),
      RUNS,
    );
  });

  test('a list, all of whose pages have all articles', () => {
    fc.assert(
      fc.property(fc.array(head, { maxLength: 40 }), (articles) => {
        let seen = 0;
        for (let page = 0, last = false; !last; page++) {
          const message = renderList(articles, { page, pageId: (to) => `list:${to}`, filter: '' });
          expectInert(message);
          seen += textsOf(message)
            .join('\n')
            .split('\n')
            .filter((line) => line.startsWith('• ')).length;
          last = buttonsOf(message)[1]?.disabled !== false;
        }
        expect(seen).toBe(articles.length);
      }),
      RUNS,
    );
  });

  test('a history', () => {
    fc.assert(
      fc.property(
        fc.array(publication, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (publications, more) => {
          const pageId = (before: number) => `history:${before}`;
          const before = more ? undefined : 1e7;
          expectInert(renderHistory({ publications, more }, { before, pageId }));
        },
      ),
      RUNS,
    );
  });

  test('an article, on each of its pages', () => {
    fc.assert(
      fc.property(
        head,
        hostileText(300),
        fc.array(publication, { maxLength: 30 }),
        fc.nat(3),
        (of, text, acts, page) => {
          const record = {
            article: { ...of, text, body: 0, stated: {}, contentHash: 'x' },
            ...{ live: true, origin: 'added' as const, passages: 3, sentences: 9, copies: [of, of] },
            history: acts.map((act) => ({
              ...act,
              change: { kind: 'changed' as const, id: 'a', title: of.title },
            })),
          };
          const passages = [0, 1, 2, 3, 4].map((i) => ({ start: i, end: text.length, sentences: [] }));
          const options = { page, pageId: (to: number) => `show:${to}`, cited: 3, passages };
          expectInert(renderRecord(record, options));
        },
      ),
      RUNS,
    );
  });
});

test('a filter that fits nothing says what to do', () => {
  const message = renderList([], { page: 0, pageId: String, filter: ' since 2031' });
  expect(textsOf(message)[0]).toContain('### 0 articles since 2031\nNothing here');
});

describe('suggestions', () => {
  test('are at most 25 that Discord takes, and each leads back to its article', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(head, { selector: ({ id }) => id, maxLength: 40 }),
        some,
        (articles, typed) => {
          for (const choices of [
            suggestArticles(articles, ''),
            suggestArticles(articles, typed),
            suggestPublishers(articles, ''),
          ]) {
            expect(choices.length).toBeLessThanOrEqual(25);
            for (const { name, value } of choices) {
              expect([...name.trim()].length).toBeGreaterThan(0);
              expect([...name].length).toBeLessThanOrEqual(100);
              expect(String(value).length).toBeLessThanOrEqual(100);
            }
          }
        },
      ),
      RUNS,
    );
  });

  const articles = [
    { id: 'a'.repeat(200), title: 'The bridge' },
    { id: 'news/tea', title: 'Tea' },
    { id: 'old/tea', title: 'Tea' },
  ];

  test('lead back to an article whose id is long', () => {
    const [choice] = suggestArticles(articles, 'bri');
    expect(articleMeant(articles, String(choice?.value))).toBe(articles[0]);
  });

  test('an article is meant by its id or by a title that it alone has', () => {
    expect(articleMeant(articles, ' news/tea ')).toBe(articles[1]);
    expect(articleMeant(articles, 'the BRIDGE')).toBe(articles[0]);
    expect(articleMeant(articles, 'bridge')).toBeUndefined();
    expect(() => articleMeant(articles, 'Tea')).toThrow('2 articles are called "Tea"');
  });

  test('of generations are those before the newest', async () => {
    const act = {
      at: '2031-05-06T07:08:09.000Z',
      actor: 'ann',
      added: 1,
      changed: 0,
      removed: 2,
      articles: [],
    };
    const publications = [3, 2, 1].map((generation) => ({ ...act, generation, kind: 'add' as const }));
    const app = { history: async () => ({ publications, more: false }) };
    expect(await suggestGenerations(app, '')).toEqual([
      { name: '2 · 2031-05-06 07:08 UTC · add by ann · +1 ~0 −2', value: 2 },
      { name: '1 · 2031-05-06 07:08 UTC · add by ann · +1 ~0 −2', value: 1 },
    ]);
    expect((await suggestGenerations(app, '1')).map(({ value }) => value)).toContain(1);
  });
});

test('the buttons of the first page of a history differ, whatever is its oldest generation', () => {
  const act = {
    at: 'once',
    kind: 'add',
    actor: 'ann',
    added: 1,
    changed: 0,
    removed: 0,
    articles: [],
  } as const;
  for (let oldest = 1; oldest < 20; oldest++) {
    const publications = [{ ...act, generation: oldest, articles: [] }];
    expectInert(renderHistory({ publications, more: true }, { before: undefined, pageId: String }));
  }
});
