import fc from 'fast-check';
import type { Answer, Citation, Claim } from '../../../src/model.ts';
import { hostileText } from './markup.ts';

export function citation(n: number, fields: Partial<Citation> = {}): Citation {
  const quote = fields.quote ?? `These are the words of quote ${n}.`;
  return {
    n,
    articleId: `article-${n}`,
    title: `Article ${n}`,
    start: 0,
    end: quote.length,
    ...fields,
    quote,
  };
}

export function answer(fields: Partial<Answer> = {}): Answer {
  const citations = fields.citations ?? [];
  return {
    question: 'What is signed?',
    status: citations.length > 0 ? 'answered' : 'notInCorpus',
    confidence: 0.9,
    text: '',
    claims: citations.map(({ n, quote }) => ({ text: quote, citations: [n], emphasis: [] })),
    missing: [],
    closest: [],
    language: 'en',
    generation: 3,
    ms: 5,
    ...fields,
    citations,
  };
}

/** Where the articles of `anyAnswer` are; nothing else may be linked. */
export const SITE = 'https://articles.example/';

const url = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 600 }).map((path) => SITE + path),
  fc.constant(undefined),
);

/** Answers with anything that articles and users can write, of any size. */
export const anyAnswer = (): fc.Arbitrary<Answer> =>
  fc.integer({ min: 1, max: 12 }).chain((count) => {
    const citations = fc.tuple(...Array.from({ length: count }, (_, i) => anyCitation(i + 1)));
    const claim: fc.Arbitrary<Claim> = fc.record({
      text: longText(),
      citations: fc.uniqueArray(fc.integer({ min: 1, max: count }), { minLength: 1 }),
      emphasis: fc.array(fc.record({ start: fc.nat(60), end: fc.nat(80) }), { maxLength: 3 }),
    });
    return fc
      .record({
        question: longText(),
        status: fc.constantFrom('answered' as const, 'partial' as const),
        citations,
        claims: fc.array(claim, { minLength: 1, maxLength: 6 }),
        missing: fc.array(hostileText(10), { maxLength: 3 }),
        conflict: fc.constantFrom(undefined, 'date' as const, 'number' as const),
        time: fc.record({ words: hostileText(10), since: fc.constant('2022-01-01') }),
        asOf: fc.constantFrom('2022', '2022-04', '2022-04-23'),
      })
      .map(({ conflict, ...fields }) => answer({ ...fields, ...(conflict && { conflict }) }));
  });

function anyCitation(n: number): fc.Arbitrary<Citation> {
  return fc
    .record({
      articleId: fc.integer({ min: 1, max: 6 }).map(String),
      title: hostileText(20),
      publisher: fc.option(hostileText(20), { nil: undefined }),
      publishedAt: fc.constantFrom(undefined, '2022', '2022-04-23'),
      url,
      quote: longText(),
      alsoIn: fc.array(
        fc.record({ id: fc.nat().map(String), title: hostileText(20), publisher: hostileText(20), url }),
        { maxLength: 5 },
      ),
    })
    .map((fields) => citation(n, JSON.parse(JSON.stringify(fields))));
}

/** Mostly a line or two, sometimes pages. */
function longText(): fc.Arbitrary<string> {
  const text = hostileText(15).map((piece) => `w${piece}`);
  return fc.tuple(text, fc.constantFrom(1, 1, 1, 40)).map(([piece, times]) => `${piece} `.repeat(times));
}
