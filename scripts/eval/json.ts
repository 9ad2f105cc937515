import type { SetResult } from './result.ts';

const DECIMALS = 4;

/** A set for programs: shares 0 to 1, times in milliseconds, `null` for what could not be measured. */
export function resultJson({ name, about, measured, floors }: SetResult): object {
  return rounded({ set: name, about, ...measured, floors }) as object;
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isNaN(value) ? null : Number(value.toFixed(DECIMALS));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]));
  }
  return value;
}
