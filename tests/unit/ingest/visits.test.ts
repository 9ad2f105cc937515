import { expect, test } from 'vitest';
import { FetchError } from '../../../src/errors.ts';
import { type Visit, visitAll } from '../../../src/ingest/refresh/visits.ts';
import type { Fetched, Fetcher, FetchRequest } from '../../../src/ports.ts';

/** Visits addresses with a fetcher that answers as `answer` does, and tells what was asked and what came of it. */
async function visit(urls: string[], answer: (url: string) => void, now?: () => number) {
  const asked: [string, FetchRequest | undefined][] = [];
  const came: Record<string, string> = {};
  const fetcher: Fetcher = {
    async fetch(url, request): Promise<Fetched> {
      asked.push([url, request]);
      answer(url);
      return { kind: 'notModified', url, etag: undefined, lastModified: undefined };
    },
  };
  let done = 0;
  const visits: Visit[] = urls.map((url) => ({ url, etag: `"${url}"` }));
  const visitor = {
    visited: async ({ url }: Visit) => {
      came[url] = 'visited';
    },
    failed: async ({ url }: Visit, { failure, message }: { failure: string; message: string }) => {
      came[url] = `${failure}: ${message}`;
    },
    onDone: () => {
      done += 1;
    },
  };
  await visitAll(visits, fetcher, visitor, now && { now });
  return { asked, came, done };
}

test('every address is asked for what is new', async () => {
  const { asked, came, done } = await visit(['http://a/1', 'http://b/1', 'http://a/2'], () => {});
  expect(Object.values(came)).toEqual(['visited', 'visited', 'visited']);
  expect(done).toBe(3);
  for (const [url, request] of asked) expect(request?.etag).toBe(`"${url}"`);
});

test('a site that does not answer three times in a row is left alone, and no other', async () => {
  const dead = [1, 2, 3, 4, 5].map((n) => `http://dead/${n}`);
  const { asked, came } = await visit([...dead, 'http://well/1'], (url) => {
    if (url.startsWith('http://dead')) throw new FetchError('unreachable', 'No answer.');
  });
  expect(asked.map(([url]) => url)).toEqual([
    'http://dead/1',
    'http://well/1',
    'http://dead/2',
    'http://dead/3',
  ]);
  expect(came['http://dead/5']).toContain('three times in a row');
  expect(came['http://well/1']).toBe('visited');
});

test('what is gone says nothing of its site; an answer makes up for what failed before', async () => {
  const urls = [1, 2, 3, 4, 5, 6].map((n) => `http://a/${n}`);
  const { asked } = await visit(urls, (url) => {
    if (url.endsWith('3')) throw new FetchError('gone', 'Nothing there.');
    if (!url.endsWith('6')) throw new FetchError('unreachable', 'No answer.');
  });
  expect(asked).toHaveLength(6);
});

test('after a quarter of an hour the rest is left for the next time', async () => {
  let time = 0;
  const { asked, came } = await visit(
    ['http://a/1', 'http://a/2'],
    () => {
      time += 16 * 60_000;
    },
    () => time,
  );
  expect(asked).toHaveLength(1);
  expect(came['http://a/2']).toContain('next refresh');
});

test('what is no failure of the network ends it', async () => {
  const reason = new Error('stopped');
  await expect(
    visit(['http://a/1'], () => {
      throw reason;
    }),
  ).rejects.toBe(reason);
});
