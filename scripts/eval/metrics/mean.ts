/** The arithmetic mean; `NaN` of nothing, which is shown as a dash and misses every floor. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The share of the items that pass, 0 to 1; `NaN` of nothing. */
export function share<T>(items: readonly T[], passes: (item: T) => boolean): number {
  return mean(items.map((item) => (passes(item) ? 1 : 0)));
}
