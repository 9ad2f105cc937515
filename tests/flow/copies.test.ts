import { expect, onTestFinished, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { startBot } from '../../src/discord/bot.ts';
import { appOf, discordConfig } from '../support/app.ts';
import { startDiscordServer } from '../support/discord/index.ts';

function article(title: string, publisher: string, publishedAt: string, ...paragraphs: string[]): string {
  const head = [`title: ${title}`, `publisher: ${publisher}`, `publishedAt: ${publishedAt}`];
  return ['---', ...head, '---', '', paragraphs.join('\n\n'), ''].join('\n');
}

const STRIKE = [
  'The lighthouse keepers of Marsk ended their strike on Friday after the port authority agreed to hire 14 more keepers. The strike had closed the northern channel to freighters for nine days.',
  '"We have what we asked for," said Tora Lind, who speaks for the keepers. The port authority will pay for the new posts, its director Jens Moe said.',
  'Shipping companies lost about 30 million crowns during the strike, according to the chamber of commerce.',
] as const;
const ferry = (dead: number, rescued: number) => [
  `At least ${dead} people were killed when the ferry Solveig capsized off Kalvik on Monday. Rescuers pulled ${rescued} passengers from the water before dark.`,
  'The ferry was on its way to the island of Vell with 90 people on board. It sank within twenty minutes, said the coast guard.',
  'The cause is not known. The prime minister, Eva Strand, called the accident a national tragedy.',
];

/** One story in three forms, and one whose toll rises. */
const FILES = {
  'wire/strike.md': article('Keepers end strike in Marsk', 'North Wire', '2031-05-02', ...STRIKE),
  'post/channel.md': article(
    'Channel open again',
    'Harbour Post',
    '2031-05-03',
    `MARSK, May 3 (North Wire) — ${STRIKE[0]}`,
    STRIKE[1].replace('its director Jens', 'director Jens'),
    STRIKE[2].replace('companies', 'firms'),
  ),
  'radio/strike.md': article(
    'Strike over, says port',
    'Radio Vell',
    '2031-05-03',
    'Freighters sail again.',
    ...STRIKE,
    'On Vell the ferry Alma keeps to its winter timetable until Sunday, the mayor said.',
  ),
  'wire/ferry-1.md': article('Ferry capsizes off Kalvik', 'North Wire', '2031-06-09', ...ferry(12, 31)),
  'wire/ferry-2.md': article('Ferry capsizes off Kalvik', 'North Wire', '2031-06-10', ...ferry(19, 34)),
};

/** The titles of each source with those of its copies, however often it is cited. */
const titlesOf = async (app: App, text: string, filter: object = {}) => {
  const { citations } = await app.ask({ text, ...filter });
  const sources = new Map(citations.map((citation) => [citation.articleId, citation]));
  return [...sources.values()].map(({ title, alsoIn = [] }) => [title, ...alsoIn.map((copy) => copy.title)]);
};

test('a story in three forms is one source, told by the earliest, and two editions are two', async () => {
  const { app } = await appOf(FILES);
  expect((await app.status()).generation).toMatchObject({ articles: 5, copies: 2 });

  const question = 'How many more keepers will the port authority hire?';
  const everywhere = ['Keepers end strike in Marsk', 'Channel open again', 'Strike over, says port'];
  expect(await titlesOf(app, question)).toEqual([everywhere]);
  expect(await titlesOf(app, question, { publishers: ['Radio Vell'] })).toEqual([['Strike over, says port']]);
  expect(await titlesOf(app, 'Until when does the ferry Alma keep to its timetable?')).toEqual([
    ['Strike over, says port'],
  ]);
  const hits = await app.search({ text: question }, 20);
  // The radio has a sentence of its own beside what it repeats.
  const found = hits.map(({ article: { id } }) => id).filter((id) => !id.includes('ferry'));
  expect(found.sort()).toEqual(['radio/strike', 'wire/strike']);
});

test('where a toll rises both numbers are told, the newer first, and what did not change is one source', async () => {
  const { app } = await appOf(FILES);
  const { conflict, claims, citations } = await app.ask({
    text: 'How many people were killed when the Solveig capsized?',
  });
  expect(conflict).toBe('number');
  expect(claims.map(({ text }) => /\d+/.exec(text)?.[0])).toEqual(['19', '12']);
  expect(citations.map(({ publishedAt }) => publishedAt)).toEqual(['2031-06-10', '2031-06-09']);
  for (const { articleId, start, end, quote } of citations) {
    expect((await app.article(articleId))?.text.slice(start, end)).toBe(quote);
  }
  expect(await app.ask({ text: 'How many passengers did rescuers pull from the water?' })).toMatchObject({
    conflict: 'number',
    text: expect.stringMatching(/34 passengers .* 31 passengers/),
  });

  const before = await app.ask({
    text: 'How many people were killed when the Solveig capsized?',
    before: '2031-06-10',
  });
  expect(before.conflict).toBeUndefined();
  expect(before.text).toContain('12 people');
});

test('a member sees the copies, and that articles differ, and an answer that was kept still says so', async () => {
  const { app } = await appOf(FILES);
  const server = await startDiscordServer();
  onTestFinished(() => server.stop());
  const bot = await startBot(discordConfig(server), app, { log: () => {}, now: () => new Date() });
  onTestFinished(() => bot.stop());
  const ann = server.user('Ann');

  const strike = await ann
    .slash('ask', { question: 'How many more keepers will the port authority hire?' })
    .reply();
  const also = 'also in Harbour Post, Channel open again; Radio Vell, Strike over, says port';
  expect(strike.text).toContain(also);
  expect((await ann.click(strike, 'Sources').reply()).text).toContain(also);

  const toll = await ann.slash('ask', { question: 'How many people were killed on the Solveig?' }).reply();
  expect(toll.text).toMatch(
    /The articles give different numbers, the newest first:\n.*19.*2031-06-10\n\n.*12.*2031-06-09/,
  );
  expect(server.violations).toEqual([]);
});
