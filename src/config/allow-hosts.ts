import type { Settings } from './settings.ts';

/** Hosts that may be read although they are not public, in the usual spelling. */
export function readAllowHosts(settings: Settings): string[] {
  const entries = settings.list('FETCH_ALLOW_HOSTS');
  const wrong = entries.filter((entry) => hostAndPort(entry) === undefined);
  if (wrong.length > 0) {
    settings.problems.push(
      `FETCH_ALLOW_HOSTS must list single hosts with their ports, separated by commas, such as wiki.example.org:443,127.0.0.1:8000,[::1]:8000, and not ${wrong.map((entry) => `"${entry}"`).join(', ')}`,
    );
  }
  return entries.flatMap((entry) => hostAndPort(entry) ?? []);
}

/** The usual spelling of a host and its port; `undefined` when it is none. */
function hostAndPort(entry: string): string | undefined {
  const [, host = '', port] = /^(.+):(\d{1,5})$/.exec(entry) ?? [];
  const url = URL.parse(`http://${host}`);
  const isHostAlone = url !== null && url.href === `http://${url.hostname}/` && !url.hostname.includes('*');
  if (!isHostAlone || Number(port) < 1 || Number(port) > 65535) return undefined;
  return `${url.hostname.replace(/\.+$/, '')}:${Number(port)}`;
}
