/** Bits of an ASCII character, and how many codes three of them have. */
const BITS = 7;
const CODES = 1 << (3 * BITS);
const ASCII_TRIGRAM = /^[\0-\x7f]{3}$/;

/** For the code of each trigram that is being counted its place among them, from 1. */
const places = new Uint16Array(CODES);

/**
 * How often each trigram stands in each text, also where they overlap. Those of ASCII characters, which nearly all
 * are, are counted in one walk through a text.
 * @param trigrams each once, at most 65,535
 * @returns for each text the counts in the order of the trigrams
 */
export function countTrigrams(texts: readonly string[], trigrams: readonly string[]): Uint32Array[] {
  const codes = trigrams.map((trigram) => (ASCII_TRIGRAM.test(trigram) ? codeOf(trigram) : undefined));
  for (const [i, code] of codes.entries()) if (code !== undefined) places[code] = i + 1;
  const counts = texts.map((text) => {
    const walked = walk(text, trigrams.length);
    for (const [i, trigram] of trigrams.entries()) {
      if (codes[i] === undefined) walked[i] = occurrences(text, trigram);
    }
    return walked;
  });
  for (const code of codes) if (code !== undefined) places[code] = 0;
  return counts;
}

/** Counts of the trigrams that have a place; 0 for the others. */
function walk(text: string, trigrams: number): Uint32Array {
  const counts = new Uint32Array(trigrams);
  let [code, run] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    run = unit >> BITS === 0 ? run + 1 : 0;
    code = ((code << BITS) | unit) & (CODES - 1);
    const place = run > 2 ? (places[code] as number) : 0;
    if (place > 0) counts[place - 1] = (counts[place - 1] as number) + 1;
  }
  return counts;
}

function codeOf(trigram: string): number {
  let code = 0;
  for (let i = 0; i < trigram.length; i++) code = (code << BITS) | trigram.charCodeAt(i);
  return code;
}

function occurrences(text: string, piece: string): number {
  let times = 0;
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) times++;
  return times;
}
