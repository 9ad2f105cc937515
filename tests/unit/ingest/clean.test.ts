import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDraft } from '../../../src/ingest/clean.ts';
import { textBlocks } from '../../../src/ingest/sources/text.ts';

const clean = (page: string) => cleanDraft({ origin: 'page', blocks: textBlocks(page) });
const kept = (page: string) => clean(page).blocks.map(({ text }) => text);

const ONE = 'The mill of Upper Wend was built in 1788 by Karl Roth.';
const TWO = 'It ground corn for two hundred years until the last miller left.';
const THREE = 'In 2019 the council voted for a library in the mill.';
const BODY = `${ONE}\n\n${TWO}\n\n${THREE}`;

test('leaves a bare text as it is, also its first sentence', () => {
  expect(clean(BODY)).toEqual({
    metadata: {},
    blocks: [ONE, TWO, THREE].map((text) => ({ kind: 'text', text })),
    head: [],
    dropped: [],
  });
  expect(kept(ONE)).toEqual([ONE]);
  expect(kept('a line that is all there is')).toEqual(['a line that is all there is']);
});

test('takes a line above the text for its title', () => {
  expect(clean(`Mill of Wend\n\n${BODY}`)).toMatchObject({ metadata: { title: 'Mill of Wend' } });
  expect(kept(`Mill of Wend\n\n${BODY}`)).toEqual([ONE, TWO, THREE]);
});

test('prefers a headline to the label above it, and keeps a summary below it', () => {
  const page = `Culture\n\nOld mill in Wend becomes library\n\nCouncil voted for library in the mill of Wend in 2019\n\nBy Jane Roe\n\n${BODY}`;
  expect(clean(page).metadata).toEqual({ title: 'Old mill in Wend becomes library', author: 'Jane Roe' });
  expect(kept(page)).toEqual(['Council voted for library in the mill of Wend in 2019', ONE, TWO, THREE]);
});

test('does not lose a text whose later lines look like a letter', () => {
  expect(kept(`${ONE}\n\nYours sincerely\n\nJane Roe, 5 May 2021`)).toContain(ONE);
});

test('keeps a list between the title and the text', () => {
  expect(
    kept(
      `Butter cakes\n\n250 g butter, softened\n1 egg\n\nBeat the butter until it is pale and add the egg.`,
    ),
  ).toEqual(['250 g butter, softened', '1 egg', 'Beat the butter until it is pale and add the egg.']);
});

test('keeps what stands between and below pieces of a page', () => {
  const page = `Mill opens\n\n${ONE}\n\nAdvertisement\n\nRelated articles\nBridge opens\nTower opens\n\n${TWO}\n\nWhat is next\n\n${THREE}`;
  expect(kept(page)).toEqual([ONE, TWO, 'What is next', THREE]);
});

test('keeps sections that happen to be called like parts of a page', () => {
  const page = `Rules\n\n${ONE}\n\nComments\n\n${TWO}\n\nContact\n\n${THREE}`;
  expect(kept(page)).toEqual([ONE, 'Comments', TWO, 'Contact', THREE]);
});

test('drops comments below a text, but nothing when a comment link stands above it', () => {
  const comments =
    '2 thoughts on “Mill”\nAnn says:\nWhat a lovely old mill that is!\nReply\nLeave a Reply\nName *';
  expect(kept(`Mill opens\n\n${BODY}\n\n${THREE}\n\n${comments}`)).toEqual([ONE, TWO, THREE, THREE]);
  expect(kept(`Mill opens\n\nLeave a comment\n\n${BODY}`)).toEqual([ONE, TWO, THREE]);
});

test('keeps the entries of a chronicle', () => {
  const days = ['1 May 2020', '2 May 2020', '3 May 2020'];
  const entries = days.map((day) => `${day}\n\nThe wheel of the mill was mended on ${day}.`).join('\n\n');
  expect(kept(`Diary\n\n${entries}`)).toHaveLength(6);
});

test('keeps the steps of instructions, which read like buttons', () => {
  const steps = '- Sign in\n- Share the link\n- Subscribe\n- Leave a comment';
  expect(kept(`How to join\n\n${steps}\n\n${ONE}\n\n${steps}\n\n${TWO}\n\n${steps}`)).toHaveLength(14);
});

test('trusts what the draft says about itself', () => {
  const blocks = textBlocks(`Mill opens\n\nBy Jane Roe\n\n${BODY}`);
  const { metadata } = cleanDraft({
    origin: 'page',
    title: 'Mill opens',
    author: 'Max Poe',
    publishedAt: '2020',
    blocks,
  });
  expect(metadata).toEqual({ title: 'Mill opens', author: 'Max Poe', publishedAt: '2020' });
});

test('leaves an authored text alone but for its repeated title and sure furniture', () => {
  const blocks = textBlocks(`Mill opens\n\nPARIS: ${ONE}\n\nBy Jane Roe\n\nAdvertisement\n\n${TWO}`);
  const cleaned = cleanDraft({ origin: 'authored', title: 'Mill Opens', blocks });
  expect(cleaned.blocks.map(({ text }) => text)).toEqual([`PARIS: ${ONE}`, 'By Jane Roe', TWO]);
  expect(cleaned.metadata).toMatchObject({ place: 'PARIS' });
});

test('never gives up a sentence of the article, whatever page surrounds it', () => {
  const above = fc.subarray(
    [
      'Skip to content',
      'Home',
      'News | Sport | Weather',
      'Subscribe now',
      'By Jane Roe',
      '5 May 2021',
      'Share',
      '3 min read',
    ],
    { minLength: 0 },
  );
  const between = fc.subarray(
    ['Advertisement', 'Read more: Tower opens', 'Share', 'Facebook Twitter Email', 'Photo: Otto Brand'],
    { minLength: 0 },
  );
  const below = fc.subarray(
    [
      '(Reuters)',
      'Tags: mill',
      'Click to comment',
      'Leave a Reply',
      '© 2024 Wend Times',
      'Most read\n\nTower opens',
    ],
    { minLength: 0 },
  );
  fc.assert(
    fc.property(above, between, below, (a, b, c) => {
      const page = [...a, 'Old mill in Wend becomes library', ONE, ...b, TWO, THREE, ...c].join('\n\n');
      expect(kept(page)).toEqual([ONE, TWO, THREE]);
    }),
    { numRuns: 200 },
  );
});
