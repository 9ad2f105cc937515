import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { certificateOf } from '../../support/web/certificate.ts';
import { type Page, redirectTo, webServer } from '../../support/web/server.ts';
import { failureOf, PUBLIC, world } from '../../support/web/world.ts';

const names = { 'news.example': [PUBLIC], 'other.example': [PUBLIC] };

/** `/5` is five redirects away from the page. */
function chain(length: number): Record<string, Page> {
  const hops = Array.from({ length }, (_, i): [string, Page] => [
    `/${i + 1}`,
    redirectTo(i === 0 ? '/page' : `${i}`),
  ]);
  return { '/page': 'the page', ...Object.fromEntries(hops) };
}

test.each([1, 5])('%i redirects are followed to the address where the page is', async (length) => {
  const server = await webServer(chain(11));
  const { fetcher } = world({ names, ports: { 80: server.port } });
  const page = await fetcher.fetch(`http://news.example/${length}#part`);
  expect(page).toMatchObject({ kind: 'page', url: 'http://news.example/page' });
});

test.each([6, 11])('%i are too many', async (length) => {
  const server = await webServer(chain(11));
  const { fetcher } = world({ names, ports: { 80: server.port } });
  const failure = await failureOf(fetcher.fetch(`http://news.example/${length}`));
  expect(String(failure)).toContain(`http://news.example/${length} redirects more than 5 times`);
  // One robots.txt, the address, and five redirects.
  expect(server.connections).toBe(7);
});

test('a redirect to a name that is not ASCII, as servers send it', async () => {
  const server = await webServer({ '/': redirectTo('/käse'), '/k%C3%A4se': 'the page' });
  const { fetcher } = world({ names, ports: { 80: server.port } });
  expect(await fetcher.fetch('http://news.example/')).toMatchObject({ url: 'http://news.example/k%C3%A4se' });
});

test('a redirect without an address, or to none', async () => {
  const server = await webServer({
    '/nowhere': (_request, response) => response.writeHead(301).end(),
    '/nonsense': redirectTo('http://[::1'),
  });
  const { fetcher } = world({ names, ports: { 80: server.port } });
  for (const path of ['nowhere', 'nonsense']) {
    const failure = await failureOf(fetcher.fetch(`http://news.example/${path}`));
    expect(failure).toMatchObject({ failure: 'unreachable' });
    expect(String(failure)).toContain('redirects to no address');
  }
});

/** The certificates that Node trusts, with one more for this test. */
function trust(cert: string): void {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, cert]);
  onTestFinished(() => setDefaultCACertificates(before));
}

test('https: the certificate has to be one of the name that was asked for, whichever address was dialled', async () => {
  const certificate = certificateOf('news.example');
  const server = await webServer({ '/': 'the page' }, certificate);
  const fetchFrom = (host: string) =>
    failureOf(world({ names, ports: { 443: server.port } }).fetcher.fetch(`https://${host}/`));

  expect(String(await fetchFrom('news.example'))).toContain(
    'its certificate is not valid (DEPTH_ZERO_SELF_SIGNED_CERT)',
  );
  trust(certificate.cert);
  expect(await fetchFrom('news.example')).toBeUndefined();
  expect(String(await fetchFrom('other.example'))).toContain(
    'its certificate is not valid (ERR_TLS_CERT_ALTNAME_INVALID)',
  );
});

test('from http to https, but never from https to http', async () => {
  const certificate = certificateOf('news.example');
  trust(certificate.cert);
  const plain = await webServer({ '/': redirectTo('https://news.example/'), '/page': 'the page' });
  const secured = await webServer(
    { '/': 'the page', '/down': redirectTo('http://news.example/page?session=secret') },
    certificate,
  );
  const { fetcher } = world({ names, ports: { 80: plain.port, 443: secured.port } });
  expect(await fetcher.fetch('http://news.example/')).toMatchObject({ url: 'https://news.example/' });
  const before = plain.connections;
  const failure = await failureOf(fetcher.fetch('https://news.example/down'));
  expect(failure).toMatchObject({ failure: 'refused' });
  expect(String(failure)).toContain('redirects from https to http://news.example/page?…, where anybody');
  expect(plain.connections).toBe(before);
});

test('a server that does not speak TLS, or HTTP', async () => {
  const server = await webServer({});
  const { fetcher } = world({ names, ports: { 443: server.port } });
  expect(await failureOf(fetcher.fetch('https://news.example/'))).toMatchObject({ failure: 'unreachable' });
});
