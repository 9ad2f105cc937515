import { isIP } from 'node:net';
import { FetchError } from '../../errors.ts';
import { isPublicAddress } from './public-address.ts';
import { shown, shownHost } from './shown.ts';

const PORTS: ReadonlySet<string> = new Set(['80', '443', '8080', '8443']);

/** Names that lead to the machine or its network, whatever a name server says. */
const LOCAL_NAME = /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home\.arpa)$/;

/** Where Discord keeps the files of its members. */
const DISCORD_FILES: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/** Which addresses may be asked at all; nothing here needs the network. */
export class Admission {
  readonly #listed: ReadonlySet<string>;

  /** @param allowHosts `host:port` each, as `URL` spells them. */
  constructor(allowHosts: readonly string[]) {
    this.#listed = new Set(allowHosts);
  }

  /** Whether whoever runs Footnote listed this host and port: it may have any address then. */
  isListed(url: URL): boolean {
    return this.#listed.has(hostAndPort(url));
  }

  /** @throws {FetchError} when the address must not be asked. */
  assertAdmitted(url: URL, attachment: boolean): void {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      throw refused(`Footnote reads http and https addresses, not ${url.protocol.slice(0, 20)} ones`);
    }
    if (url.username !== '' || url.password !== '') {
      throw refused(
        `${shown(url)} carries a user name or a password, and Footnote signs in nowhere. Save the page and add it as a file`,
      );
    }
    if (this.isListed(url)) return;
    if (attachment) assertOfDiscord(url);
    if (!PORTS.has(portOf(url))) {
      throw refused(
        `${shown(url)} has port ${portOf(url)}, and Footnote reads ports ${[...PORTS].join(', ')}`,
      );
    }
    const name = nameOf(url);
    const local = isIP(name) === 0 ? !name.includes('.') || LOCAL_NAME.test(name) : !isPublicAddress(name);
    if (local) throw notPublic(url);
  }
}

/**
 * The refusal of an address that is not public. It is the same whether the name leads to a private address or
 * nowhere, so that nobody can find out what there is in the network behind Footnote.
 */
export function notPublic(url: URL): FetchError {
  return refused(
    `${shownHost(url)} has no public address, and Footnote reads only those. Check its spelling, or save the page and add it as a file. Whoever runs Footnote can list it with its port in FETCH_ALLOW_HOSTS`,
  );
}

/** The host of an address as name servers and sockets take it: no brackets, no full stop at its end. */
export function nameOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
}

/** The port that is dialled, such as `443`. */
export function portOf(url: URL): string {
  return url.port || (url.protocol === 'https:' ? '443' : '80');
}

function hostAndPort(url: URL): string {
  return `${url.hostname.replace(/\.+$/, '')}:${portOf(url)}`;
}

function assertOfDiscord(url: URL): void {
  if (url.protocol === 'https:' && portOf(url) === '443' && DISCORD_FILES.has(url.hostname)) return;
  throw refused(`${shown(url)} is no file on Discord: attach the file itself, or add its address instead`);
}

function refused(message: string): FetchError {
  return new FetchError('refused', `${message}.`);
}
