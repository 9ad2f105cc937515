import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createApp } from '../../../src/app.ts';
import type { Config } from '../../../src/config.ts';
import { writeFiles } from '../articles.ts';
import { temporaryFolder } from '../temporary.ts';
import { articlePage, versioned } from '../web/pages.ts';
import { type Page, webServer } from '../web/server.ts';

/** Articles at addresses, and in the folder. */
const COUNT = { pages: 5, files: 2 };

/** A library before a refresh, and what the refresh is to find. */
export interface Prepared {
  host: string;
  corpusDir: string;
  /** The library before it. */
  before: unknown;
  /** A copy of its data folder. */
  copy(): string;
}

function story(n: number, year: number): string[] {
  return [
    `Story ${n} of the year ${year} is told by captain Zander ${n * year} in the harbour of Lysen.`,
    `Nobody believed it before ${year + n}, when the ship number ${n + 7 * year} came back.`,
    'The harbour of Lysen lies in the north and is open all year.',
  ];
}

/** A library of articles from a site and a folder which have all changed since. */
export async function prepared(): Promise<Prepared> {
  const pages: Record<string, Page> = {};
  const folder = temporaryFolder();
  const corpusDir = join(folder, 'corpus');
  const write = (year: number) => {
    for (let n = 0; n < COUNT.pages; n++)
      pages[`/${n}`] = versioned(articlePage(`Story ${n}`, story(n, year)));
    for (let n = 0; n < COUNT.files; n++) {
      writeFiles(corpusDir, { [`file-${n}.txt`]: `File ${n}\n\n${story(n + 50, year).join('\n\n')}\n` });
    }
  };
  write(1990);
  const server = await webServer(pages);
  const dataDir = join(folder, 'data');
  const config: Config = {
    ...{ corpusDir, dataDir, conversationDays: 7, embeddingWorkers: 2, fetchAllowHosts: [server.host] },
    ...{ refresh: { everyMs: undefined, newArticles: 20 }, discord: undefined },
  };
  const app = await createApp(config);
  await app.ingest();
  const files = await Promise.all(Object.keys(pages).map((path) => app.fetchFile(server.url + path)));
  await app.apply({ kind: 'add', files }, { base: 1, actor: 'Ann' });
  await app.close();
  write(2000);
  let copies = 0;
  return {
    ...{ host: server.host, corpusDir, before: stateOf(dataDir) },
    copy() {
      copies += 1;
      cpSync(dataDir, join(folder, `copy-${copies}`), { recursive: true });
      return join(folder, `copy-${copies}`);
    },
  };
}

/** All that a library holds of articles, their history and where they are from; its file is whole. */
export function stateOf(dataDir: string): unknown {
  const db = new DatabaseSync(join(dataDir, 'library.db'));
  try {
    const all = (sql: string) => db.prepare(sql).all();
    const [check] = all('PRAGMA integrity_check');
    if (check?.integrity_check !== 'ok') throw new Error(`the file is damaged: ${JSON.stringify(check)}`);
    return {
      generations: all('SELECT id, articles, passages, sentences FROM generation ORDER BY id'),
      live: all(
        'SELECT id, content_hash, origin FROM article JOIN lifetime ON article = article.row WHERE until IS NULL ORDER BY id',
      ),
      passages: all('SELECT count(*) AS n FROM passage'),
      found: all(`SELECT count(*) AS n FROM passage_words WHERE passage_words MATCH 'zander'`),
      history: all('SELECT generation, kind, actor FROM publication ORDER BY generation'),
      changes: all('SELECT generation, id, kind FROM article_change ORDER BY generation, id'),
      files: all('SELECT path, hash FROM source_file ORDER BY path'),
      addresses: all('SELECT article_id, etag, hash, content_hash FROM article_address ORDER BY article_id'),
    };
  } finally {
    db.close();
  }
}
