/**
 * Area under the ROC curve: the chance that a positive drawn at random scores higher than a negative drawn at
 * random, a tie counting half. 1 tells them apart perfectly, 0.5 not at all; `NaN` when either kind is missing.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const ascending = negatives.toSorted((a, b) => a - b);
  const won = positives.map((score) => {
    const below = countBelow(ascending, (other) => other < score);
    const upTo = countBelow(ascending, (other) => other <= score);
    return (below + upTo) / 2;
  });
  return won.reduce((sum, wins) => sum + wins, 0) / (positives.length * negatives.length);
}

/** How many of the first numbers hold, where no number holds after one that does not. */
function countBelow(ascending: readonly number[], holds: (value: number) => boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ascending[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
