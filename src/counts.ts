/** A number as people read it: `1,120`. */
export function count(n: number): string {
  return n.toLocaleString('en-US');
}

/** `1 article`, `1,120 articles`. */
export function plural(n: number, noun: string, nouns = `${noun}s`): string {
  return `${count(n)} ${n === 1 ? noun : nouns}`;
}
