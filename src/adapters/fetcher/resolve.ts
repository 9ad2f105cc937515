import { isIP } from 'node:net';
import { nameOf, notPublic } from './admission.ts';
import type { Lookup } from './dial.ts';
import { isPublicAddress } from './public-address.ts';

/** What a name server says of a name that leads nowhere. */
const NO_SUCH_NAME: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);

/**
 * The addresses that the host of an address has now, to be dialled as they are: nothing may look its name up again.
 * @param listed whether it may have any address.
 * @throws {FetchError} when there are none or one of them is not public; the system's error when nobody can tell.
 */
export async function addressesOf(url: URL, listed: boolean, lookup: Lookup): Promise<string[]> {
  const name = nameOf(url);
  const addresses = isIP(name) === 0 ? await lookup(name).catch(noneWhenUnknown) : [name];
  if (addresses.length === 0 || !(listed || addresses.every(isPublicAddress))) throw notPublic(url);
  return addresses;
}

function noneWhenUnknown(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && NO_SUCH_NAME.has(String(error.code))) return [];
  throw error;
}
