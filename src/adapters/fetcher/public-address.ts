import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Of IPv6 only this block is handed out; all else is reserved, local, or another address in disguise. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Addresses of public ranges behind which a cloud keeps services for its own machines. */
const OF_THE_MACHINE: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Whether an address belongs to the public internet. Private, local, shared, reserved and multicast ones do not, nor
 * do IPv6 addresses that carry an IPv4 address (mapped, NAT64, 6to4, Teredo), whichever it is.
 * @param address in the usual spelling of its family; anything else is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || OF_THE_MACHINE.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}
