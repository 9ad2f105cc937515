const list = new Intl.ListFormat('en', { type: 'disjunction' });

/** Says what a partial answer leaves open: names and numbers that its passages do not have. */
export function leftOpen(missing: readonly string[]): string {
  return `The cited passages do not mention ${list.format(missing)}.`;
}
