/** Code units of a text that are sent to a model: servers refuse what is longer than theirs reads, others read less. */
const LONGEST_TEXT = 6_000;

/** Texts as every model takes them: without white space around them, not too long, and none that is empty. */
export function sendable(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim().slice(0, LONGEST_TEXT) || '.');
}
