/** Gives the next of a repeatable sequence of numbers from 0 (inclusive) to 1. */
export type Numbers = () => number;

/** A repeatable sequence of numbers from 0 to 1 (mulberry32). */
export function numbers(seed: number): Numbers {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(items: readonly T[], random: Numbers): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** A number of the normal distribution with mean 0 and deviation 1 (Box and Muller). */
export function gaussian(random: Numbers): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
