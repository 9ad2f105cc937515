import { createHash } from 'node:crypto';

/** The id of a card: the same for the same parts. */
export function idOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16);
}

/** A whole number below `below`, chosen by a text as if by chance. */
export function pick(seed: string, below: number): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0) % below;
}

/** The items in an order that a text decides as if by chance. */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  return items
    .map((item, i) => ({ item, at: createHash('sha256').update(`${seed}\u0000${i}`).digest('hex') }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ item }) => item);
}
