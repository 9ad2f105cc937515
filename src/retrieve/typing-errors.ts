/** Letters to add, drop, change or swap with a neighbour (optimal string alignment); anything over `most` may be told as `most + 1`. */
export function typingErrors(a: string, b: string, most: number): number {
  return errorsOfBeginnings(a, b, most)?.[b.length] ?? most + 1;
}

/** The typing errors that make each beginning of `b` (by its length) of `a`; `undefined` when there is none with `most` or fewer. */
export function errorsOfBeginnings(a: string, b: string, most: number): number[] | undefined {
  let [before, last, row] = [
    [] as number[],
    [] as number[],
    Array.from({ length: b.length + 1 }, (_, i) => i),
  ];
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let errors = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        errors = Math.min(errors, (before[j - 2] ?? 0) + 1);
      }
      row[j] = errors;
      if (errors < least) least = errors;
    }
    if (least > most) return undefined;
  }
  return row;
}
