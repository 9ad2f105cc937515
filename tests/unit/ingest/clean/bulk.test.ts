import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDraft } from '../../../../src/ingest/clean.ts';
import { textBlocks } from '../../../../src/ingest/sources/text.ts';
import { computedMs } from '../../../support/cpu.ts';

const clean = (lines: readonly string[]) =>
  cleanDraft({ origin: 'page', blocks: textBlocks(lines.join('\n\n')) });
const kept = (lines: readonly string[]) => clean(lines).blocks.map(({ text }) => text);

const PLACES = 'Wend Ostrow Kalvik Varenne Aldous Tezpur Aster Velania Norland Brahmapur'.split(' ');
const MENU = PLACES.flatMap((place) => [place, `${place} weather`, `${place} traffic`, `${place} events`]);
const HEADLINE = 'Old mill of Upper Wend becomes library';
const ARTICLE = PLACES.map(
  (place, i) => `The mill sent corn to ${place} for ${i + 2} years, and the library will send books there.`,
);
const TEASERS = PLACES.flatMap((place, i) => [
  `1${i} June 2021`,
  `${place} council votes on tram`,
  `The council of ${place} votes on Monday on whether trams return.`,
]);

test('tells an article between a menu and the teasers of others, in whatever words they are', () => {
  expect(clean([...MENU, HEADLINE, ...ARTICLE, ...TEASERS])).toMatchObject({
    metadata: { title: HEADLINE },
    blocks: ARTICLE.map((text) => ({ kind: 'text', text })),
  });
});

test('leaves out the teasers above an article too', () => {
  expect(kept([...TEASERS, ...MENU, HEADLINE, ...ARTICLE])).toEqual(ARTICLE);
});

test('does not take a notice about cookies for the article, however long it is', () => {
  const notice = PLACES.map(
    (place) => `The cookies of ${place} are needed so that the pages of ${place} and all its services work.`,
  );
  expect(kept([...MENU, HEADLINE, ...ARTICLE.slice(0, 4), 'Contact us', ...MENU, ...notice])).toEqual(
    ARTICLE.slice(0, 4),
  );
});

test('keeps an article whose paragraphs are parted by advertisements and links', () => {
  const parted = ARTICLE.flatMap((text) => [text, 'Advertisement', 'Read more: Trams in Ostrow', 'Share']);
  expect(kept([...MENU, HEADLINE, ...parted])).toEqual(ARTICLE);
});

test('keeps a last paragraph below a short list', () => {
  const list = ['Books of the mill', 'Maps of the valley', 'Letters of the last miller'];
  expect(kept([...MENU, HEADLINE, ...ARTICLE, ...list, 'The library opens on Saturday.'])).toContain(
    'The library opens on Saturday.',
  );
});

test('keeps all running text of a page without lists of other articles', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...ARTICLE, 'What it holds', 'Books', 'Maps', 'What it cost']),
      (lines) => {
        const running = lines.filter((line) => ARTICLE.includes(line));
        expect(kept(lines).filter((line) => ARTICLE.includes(line))).toEqual(running);
      },
    ),
  );
});

test('leaves out a caption that the page repeats', () => {
  const caption = 'The mill of Upper Wend from the south';
  const page = [
    HEADLINE,
    caption,
    ...ARTICLE.slice(0, 3),
    caption,
    ...ARTICLE.slice(3, 5),
    caption,
    ...ARTICLE.slice(5),
  ];
  expect(kept(page)).toEqual(ARTICLE);
  expect(kept(page.with(1, 'Corn'))).toContain(caption);
});

test('keeps one of the copies of a paragraph', () => {
  expect(kept([HEADLINE, ...ARTICLE, ...ARTICLE.slice(0, 3), ...ARTICLE.slice(0, 3)])).toEqual(ARTICLE);
});

test('stays quick on a page of many lines', () => {
  const lines = Array.from({ length: 300 }, (_, i) => [...TEASERS, `Line ${i}`]).flat();
  expect(computedMs(() => clean(lines.slice(0, 100_000)))).toBeLessThan(10_000);
});
