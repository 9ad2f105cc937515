import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { print } from '../support/print.ts';
import { makeSentences } from './articles.ts';
import { percentile, questions, timed } from './measure.ts';
import { milliseconds, printTable } from './table.ts';

/** Questions asked while nothing else is done. */
const IDLE_ASKS = 150;
const PAUSE_MS = 20;
const SENTENCES_PER_ARTICLE = 12;

/** Measures refreshes of articles at addresses of this machine: nothing changed, one changed, all changed while members ask. */
export async function benchRefresh(corpus: string, folder: string, count: number): Promise<void> {
  const site = await startSite(corpus, count);
  const corpusDir = join(folder, 'corpus');
  mkdirSync(corpusDir, { recursive: true });
  const app = await createApp(
    readConfig(
      { FETCH_ALLOW_HOSTS: site.host, REFRESH_NEW_ARTICLES: '0' },
      { corpus: corpusDir, data: join(folder, 'data') },
    ),
  );
  try {
    const files = await Promise.all(site.addresses.map((address) => app.fetchFile(address)));
    await app.apply({ kind: 'add', files }, { base: 0, actor: 'bench' });
    const unchanged = await app.previewRefresh();
    const sent = site.countSent();
    site.change(1);
    const one = await app.previewRefresh();
    await app.applyRefresh(one.key, { actor: 'bench' });
    const idle = await askWhile(app, pauses(IDLE_ASKS));
    site.change(count);
    let embedded = 0;
    const refreshMs: number[] = [];
    const all = async () => {
      refreshMs.push(
        await timed(async () => {
          const { key } = await app.previewRefresh();
          embedded = (await app.applyRefresh(key, { actor: 'bench' })).embedded;
        }),
      );
    };
    const busy = await askWhile(app, all());
    print(`${count} articles at addresses of this machine, each sentence of about twenty words.\n`);
    printTable(
      ['', 'taken', ''],
      [
        ['refresh, nothing changed', milliseconds(unchanged.ms), `${sent} pages sent`],
        ['refresh, one article changed', milliseconds(one.ms), `${one.toEmbed} sentences to embed`],
        [
          'refresh and publish, all changed',
          milliseconds(refreshMs[0] ?? 0),
          `${embedded} sentences embedded`,
        ],
        ['ask, idle, p95', milliseconds(percentile(idle, 95)), `${idle.length} asked`],
        ['ask during that refresh, p95', milliseconds(percentile(busy, 95)), `${busy.length} asked`],
      ],
    );
  } finally {
    await app.close();
    site.stop();
  }
}

/** Milliseconds of questions asked one after the other until something is over. */
async function askWhile(app: App, work: Promise<unknown>): Promise<number[]> {
  const asked = questions();
  const taken: number[] = [];
  let isOver = false;
  const end = work.finally(() => {
    isOver = true;
  });
  for (let i = 0; !isOver; i++) {
    taken.push(await timed(() => app.ask({ text: asked[i % asked.length] ?? '' })));
    await pause(PAUSE_MS);
  }
  await end;
  return taken;
}

async function pauses(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await pause(2 * PAUSE_MS);
}

/** A site with articles made of sentences of the corpus, whose server knows their versions. */
async function startSite(corpus: string, count: number) {
  const sentences = makeSentences(corpus, count * SENTENCES_PER_ARTICLE);
  const pages = new Map<string, string>();
  for (let n = 0; n < count; n++) {
    const text = sentences.slice(n * SENTENCES_PER_ARTICLE, (n + 1) * SENTENCES_PER_ARTICLE);
    pages.set(`/article-${n}`, `<title>Article ${n}</title><article><p>${text.join(' ')}</p></article>`);
  }
  let sent = 0;
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    const etag = `"${createHash('sha256')
      .update(page ?? '')
      .digest('hex')}"`;
    const isKnown = request.headers['if-none-match'] === etag;
    if (page !== undefined && !isKnown) sent += 1;
    response.writeHead(page === undefined ? 404 : isKnown ? 304 : 200, { etag, 'content-type': 'text/html' });
    response.end(isKnown ? undefined : page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    addresses: [...pages.keys()].map((path) => `http://${host}${path}`),
    /** Pages sent since it was asked last; those of the start are not counted. */
    countSent: () => sent - count,
    change(articles: number) {
      for (const [path, page] of [...pages].slice(0, articles)) {
        pages.set(
          path,
          page.replace('</p>', ` This was said again about ${path}, ${page.length} letters on.</p>`),
        );
      }
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
