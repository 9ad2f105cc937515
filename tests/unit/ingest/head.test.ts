import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withHead } from '../../../src/ingest/head.ts';

const BODY = 'The mill of Upper Wend was built in 1788.';

/** The lines of the head, and the words that it states each fact with. */
function headOf(metadata: Parameters<typeof withHead>[0], lines: string[] = []) {
  const { text, body, stated } = withHead(metadata, lines, BODY);
  expect(text.slice(body)).toBe(BODY);
  const words = Object.entries(stated).map(([fact, { start, end }]) => [fact, text.slice(start, end)]);
  return { lines: text.slice(0, body).trimEnd().split('\n'), stated: Object.fromEntries(words) };
}

test('says in words of its own what only the metadata knows', () => {
  const metadata = {
    ...{ title: 'The mill', author: 'Jane Roe', publisher: 'Wend Times', publishedAt: '2021-03' },
    place: 'PARIS',
  };
  expect(headOf(metadata)).toEqual({
    lines: [
      'The mill',
      'By Jane Roe',
      'Published by Wend Times',
      'Published in March 2021',
      'Reported from PARIS',
    ],
    stated: {
      headline: 'The mill',
      author: 'Jane Roe',
      publisher: 'Wend Times',
      publishedAt: 'March 2021',
      place: 'PARIS',
    },
  });
});

test("keeps the page's own words and adds only what they leave out", () => {
  const metadata = { author: 'Jane Roe', publisher: 'Wend Times', publishedAt: '2021-05-03' };
  expect(headOf(metadata, ['By JANE ROE', 'Updated 4 May 2021 | Published 3 May 2021'])).toEqual({
    lines: ['By JANE ROE', 'Updated 4 May 2021 | Published 3 May 2021', 'Published by Wend Times'],
    stated: { author: 'JANE ROE', publisher: 'Wend Times', publishedAt: '3 May 2021' },
  });
});

test('does not take the day of an update for that of publication', () => {
  const { lines } = headOf({ publishedAt: '2021-05-03' }, ['Updated: 10:07 AM, May 4, 2021']);
  expect(lines).toEqual(['Updated: 10:07 AM, May 4, 2021', 'Published on 3 May 2021']);
});

test('takes a date beside the known one for the same, told in another time zone', () => {
  expect(headOf({ publishedAt: '2021-05-03' }, ['4 May 2021']).lines).toEqual(['4 May 2021']);
});

test.each([
  [['By Jane Roe (jane@wend.example)'], ['By Jane Roe']],
  [['By Jane Roe | @janeroe'], ['By Jane Roe']],
  [['By Jane Roe', 'Follow @janeroe', 'Share', 'Email the author', 'Published'], ['By Jane Roe']],
  [['By Jane Roe', 'By Jane Roe'], ['By Jane Roe']],
  [['―Jane Roe'], ['Jane Roe']],
  [['x'.repeat(400)], ['By Jane Roe']],
])('shows %s as %s', (page, lines) => {
  expect(headOf({ author: 'Jane Roe' }, page).lines).toEqual(lines);
});

test('takes a desk for the author where nobody is named', () => {
  expect(headOf({}, ['SPECIAL CORRESPONDENT']).stated).toEqual({ author: 'SPECIAL CORRESPONDENT' });
});

test('an article of which nothing is known has no head', () => {
  expect(withHead({}, [], BODY)).toEqual({ text: BODY, body: 0, stated: {} });
});

test('whatever is known is stated in one of a few lines, and nothing is stated that is not known', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/);
  const name = fc.tuple(word, word).map((words) => words.join(' '));
  const date = fc.constantFrom('2021', '2021-05', '2021-05-03');
  const metadata = fc.record(
    { title: name, author: name, publisher: name, publishedAt: date, place: word },
    { requiredKeys: [] },
  );
  const line = fc.oneof(
    name.map((words) => `By ${words}`),
    fc.constantFrom('3 May 2021', 'Share', 'PARIS (AFP) —', '|', 'a@b.example', 'Staff Writer'),
    fc.string(),
  );
  fc.assert(
    fc.property(metadata, fc.array(line, { maxLength: 20 }), (known, lines) => {
      const { text, body, stated } = withHead(known, lines, BODY);
      expect(text.slice(body)).toBe(BODY);
      expect(text.slice(0, body).split('\n').length).toBeLessThanOrEqual(15);
      const { title, author, publisher, publishedAt, place } = known;
      const facts = Object.entries({ headline: title, author, publisher, publishedAt, place });
      for (const [fact, value] of facts) {
        const span = stated[fact as keyof typeof stated];
        if (value !== undefined) expect(span, fact).toBeDefined();
        else if (fact !== 'author') expect(span, fact).toBeUndefined();
        if (span) expect(span.end).toBeLessThan(body);
        if (span && value && fact !== 'publishedAt') {
          expect(text.slice(span.start, span.end).toLowerCase()).toBe(value.toLowerCase());
        }
      }
    }),
  );
});
