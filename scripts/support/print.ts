/** Prints lines on standard output, where nothing but results goes. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Prints one JSON object on a line of its own. */
export function printJson(value: object): void {
  print(JSON.stringify(value));
}

/** The number with at most so many decimals. */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
