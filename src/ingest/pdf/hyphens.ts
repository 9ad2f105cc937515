const SOFT = /\u00ad$/;
const BROKEN = /(?<word>\p{L}+)[-‐]$/u;
/** Shorter parts of a word are too often words of their own. */
const SHORTEST_PART = 3;

/**
 * Gives the function that joins two successive lines of a paragraph. Whether a hyphen between them belongs to the
 * word is told by how the document spells it elsewhere.
 */
export function joinerOf(lines: readonly string[]): (text: string, line: string) => string {
  const whole = lines.map((line, i) => {
    const rest = BROKEN.test(lines[i - 1] ?? '') ? line.replace(/^\p{L}+/u, '') : line;
    return rest.replace(BROKEN, '');
  });
  const words = new Set(whole.flatMap((line) => line.toLowerCase().match(/\p{L}+(?:[-‐]\p{L}+)*/gu) ?? []));
  const isCompound = (first: string, second: string) => {
    if (words.has(`${first}-${second}`)) return true;
    const areWords = [first, second].every((part) => part.length >= SHORTEST_PART && words.has(part));
    return areWords && !words.has(first + second);
  };
  return (text, line) => {
    if (SOFT.test(text)) return text.slice(0, -1) + line;
    const first = BROKEN.exec(text)?.groups?.word;
    const second = /^\p{L}+/u.exec(line)?.[0];
    if (first === undefined || second === undefined) return `${text} ${line}`;
    // "Franco-" before "German" is not one word broken in two.
    if (!/^\p{Ll}/u.test(second)) return text + line;
    const isHyphenated = isCompound(first.toLowerCase(), second.toLowerCase());
    return (isHyphenated ? text : text.slice(0, -1)) + line;
  };
}
