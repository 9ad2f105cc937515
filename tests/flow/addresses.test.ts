import { expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { UserError } from '../../src/errors.ts';
import { smallApp } from '../support/app.ts';
import { type Page, webServer } from '../support/web/server.ts';

const CLOCK = (builder: string) => `<html><head><title>The harbour clock</title></head><body><article>
  <h1>The harbour clock</h1><p>The harbour clock of Lysen was built by ${builder} in 1899 and strikes thirteen.</p>
  </article></body></html>`;

async function add(app: App, address: string) {
  const edit = { kind: 'add' as const, files: [await app.fetchFile(address)] };
  const preview = await app.preview(edit);
  return app.apply(edit, { base: preview.base, actor: 'Ann' });
}

test('an address is added, answered from with a link to it, and added again as a new version', async () => {
  const pages: Record<string, Page> = {
    '/news/clock': CLOCK('Oda Krog'),
    '/old': (_, r) => r.writeHead(301, { location: '/news/clock/?utm_source=old' }).end(),
    '/news/clock/?utm_source=old': CLOCK('Ida Krog'),
  };
  const server = await webServer(pages);
  const { app } = await smallApp(undefined, { fetchAllowHosts: [server.host] });
  const url = `${server.url}/news/clock`;
  expect((await add(app, url)).changes).toMatchObject([{ kind: 'added', id: 'clock' }]);
  const answer = await app.ask({ text: 'Who built the harbour clock?' });
  expect(answer.text).toContain('Oda Krog');
  expect(answer.citations[0]?.url).toBe(url);

  expect((await add(app, `${server.url}/old`)).changes).toMatchObject([{ kind: 'changed', id: 'clock' }]);
  expect((await app.ask({ text: 'Who built the harbour clock?' })).text).toContain('Ida Krog');
  expect((await app.articles()).map(({ id }) => id)).toEqual(['bridge', 'clock', 'space/lighthouse', 'tea']);
});

test('what cannot be read is refused with its address and what to do', async () => {
  const server = await webServer({});
  const { app } = await smallApp(undefined, { fetchAllowHosts: [server.host] });
  for (const [address, words] of [
    [`${server.url}/none`, /127\.0\.0\.1.*\/none.*404.*check the address/],
    ['http://127.0.0.1:1/', /127\.0\.0\.1:1/],
    ['file:///etc/passwd', /http and https/],
    ['clock', /not a web address/],
  ] as const) {
    await expect(app.fetchFile(address)).rejects.toThrow(words);
    await expect(app.fetchFile(address)).rejects.toThrow(UserError);
  }
  await expect(
    app.fetchFile('https://example.org/clock.md', { attachment: { name: 'clock.md' } }),
  ).rejects.toThrow('no file on Discord');
});

test('a file given to Discord has the name that its owner gave it, and no address to be read at again', async () => {
  const server = await webServer({ '/attachments/1/x?ex=1': CLOCK('Oda Krog') });
  const { app } = await smallApp(undefined, { fetchAllowHosts: [server.host] });
  const file = await app.fetchFile(`${server.url}/attachments/1/x?ex=1`, {
    attachment: { name: 'Clock.html' },
  });
  expect(file).toEqual({ name: 'Clock.html', bytes: expect.any(Uint8Array) });
  expect(server.requests.map(({ path }) => path)).toEqual(['/attachments/1/x?ex=1']);
});
