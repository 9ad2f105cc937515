/** Written in capitals. */
const SHORT = /(?<![\p{L}\p{N}])\p{Lu}{2,7}(?![\p{L}\p{N}])/gu;
/** Capitalised words in a row, with small ones between. */
const LONG = /\p{Lu}[\p{L}’'-]*(?:\s+(?:(?:of|for|and|the|on|in|de|et)\s+){0,2}\p{Lu}[\p{L}’'-]*)+/gu;

/** A claim with the short names that its sentences use in place of the full ones: "UK" for "United Kingdom". */
export function withShortNames(claim: string, sentences: readonly string[]): string {
  const text = sentences.join(' ');
  const short = new Set(text.match(SHORT));
  if (short.size === 0) return claim;
  return claim.replace(LONG, (run) => {
    if (text.includes(run)) return run;
    const words = [...run.matchAll(/\p{L}[\p{L}’'-]*/gu)].map(({ 0: word, index }) => ({ word, index }));
    for (const [from, first] of words.entries()) {
      for (let to = words.length; to > from + 1; to--) {
        const part = words.slice(from, to);
        const initials = part.filter(({ word }) => /^\p{Lu}/u.test(word)).map(({ word }) => word.charAt(0));
        const last = part.at(-1);
        if (!last || !/^\p{Lu}/u.test(last.word) || !short.has(initials.join(''))) continue;
        return `${run.slice(0, first.index)}${initials.join('')}${run.slice(last.index + last.word.length)}`;
      }
    }
    return run;
  });
}
