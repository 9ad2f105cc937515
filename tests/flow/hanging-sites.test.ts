import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { UserError } from '../../src/errors.ts';
import { configOf, preparedFolder } from '../support/app.ts';
import { MISBEHAVING } from '../support/web/misbehave.ts';
import { articlePage, versioned } from '../support/web/pages.ts';
import { type Page, webServer } from '../support/web/server.ts';

const LIMITS = { totalMs: 1_400, idleMs: 700, bytes: 256 * 1024 };
/** Far below what the sites would take, and above what a busy machine needs. */
const SOON_MS = 15_000;
const PATH = '/page';
const clock = (strikes: string) => [
  `The clock of Lysen was built by Oda Krog in 1899 and strikes ${strikes}.`,
];

/** A site of one page. */
async function site(page: Page) {
  const pages: Record<string, Page> = { [PATH]: page };
  const { host, url } = await webServer(pages);
  const set = (other: Page) => {
    pages[PATH] = other;
  };
  return { host, address: url + PATH, set };
}

async function quickly<T>(work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  expect(performance.now() - started).toBeLessThan(SOON_MS);
  return result;
}

test('sites that hang, drip, lead in circles or send too much keep nobody waiting, and no other article from being refreshed', async () => {
  const good = await site(versioned(articlePage('The clock', clock('thirteen'))));
  const bad = await Promise.all(
    Object.entries(MISBEHAVING).map(async ([name, { page, said }]) => {
      const paragraphs = [`This is the article of a site that has ${name}, and nothing else.`];
      return { name, page, said, ...(await site(articlePage(name, paragraphs))) };
    }),
  );
  const fetchAllowHosts = [good, ...bad].map(({ host }) => host);
  const app = await createApp(configOf(await preparedFolder(), { fetchAllowHosts }), undefined, LIMITS);
  onTestFinished(() => app.close());
  const files = await Promise.all([good, ...bad].map(({ address }) => app.fetchFile(address)));
  const { base } = await app.preview({ kind: 'add', files });
  await app.apply({ kind: 'add', files }, { base, actor: 'Ann' });
  const articles = await app.articles();

  for (const { set, page } of bad) set(page);
  const adding = bad.map(({ address }) => app.fetchFile(address).catch((error: unknown) => error));
  for (const [i, failure] of (await quickly(() => Promise.all(adding))).entries()) {
    expect(failure).toBeInstanceOf(UserError);
    expect(String(failure)).toContain(bad[i]?.said);
  }

  good.set(versioned(articlePage('The clock', clock('twelve'))));
  const preview = await quickly(() => app.previewRefresh());
  expect(preview).toMatchObject({ changes: [{ kind: 'changed', title: 'The clock' }], held: [] });
  expect(new Map(preview.unreachable.map(({ title, reason }) => [title, reason]))).toEqual(
    new Map(bad.map(({ name, said }) => [name, expect.stringContaining(said)])),
  );
  await app.applyRefresh(preview.key, { actor: 'Ann' });
  expect(await app.articles()).toEqual(articles);
  expect((await app.ask({ text: 'What does the clock of Lysen strike?' })).text).toContain('twelve');
});
