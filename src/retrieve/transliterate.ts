import anyAscii from 'any-ascii';

/** Names of letters as Indic scripts spell acronyms out: एनएसजी is N, S, G. */
const LETTERS: Record<string, string> = {
  e: 'a',
  bi: 'b',
  si: 'c',
  di: 'd',
  i: 'e',
  eph: 'f',
  ef: 'f',
  ji: 'g',
  ech: 'h',
  eich: 'h',
  ai: 'i',
  je: 'j',
  ke: 'k',
  el: 'l',
  em: 'm',
  en: 'n',
  o: 'o',
  pi: 'p',
  kyu: 'q',
  ar: 'r',
  es: 's',
  ti: 't',
  yu: 'u',
  vi: 'v',
  dblyu: 'w',
  dblyoo: 'w',
  eks: 'x',
  vai: 'y',
  jed: 'z',
  jedd: 'z',
};
const LONGEST_LETTER = 6;
const MOST_READINGS = 20;

/** The nasal signs of Indic scripts, of which most are an "n" as they sound. */
const NASALS = /[\u0901\u0902\u0981\u0982\u0a01\u0a02\u0a70\u0a81\u0a82\u0c01\u0c02\u0c82\u0d02]/gu;

/** Latin letters for a word of any script, in lower case; vowels that a script does not write are left out. */
export function transliterate(word: string): string {
  return anyAscii(word.normalize('NFC').replace(NASALS, 'n'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** The acronyms that a transliterated word spells out letter by letter: "enesji" is "nsg". */
export function acronymsSpelled(latin: string): string[] {
  const readings: string[] = [];
  const read = (at: number, letters: string) => {
    if (readings.length >= MOST_READINGS) return;
    if (at === latin.length && letters.length > 1) readings.push(letters);
    for (let length = Math.min(LONGEST_LETTER, latin.length - at); length > 0; length--) {
      const letter = LETTERS[latin.slice(at, at + length)];
      if (letter !== undefined) read(at + length, letters + letter);
    }
  };
  read(0, '');
  return readings;
}

/** Letters that one script writes for what another writes differently; in order. */
const SOUNDS: [RegExp, string][] = [
  [/tch|dsch|dzh|dj/g, 'j'],
  [/sch|sh|ç/g, 's'],
  [/ch/g, 'C'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/ph/g, 'f'],
  [/([bdgjkt])h/g, '$1'],
  [/z/g, 's'],
  [/p/g, 'b'],
  [/^w/g, 'v'],
  [/^y/g, 'Y'],
  [/[aeiouywh]/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The consonants of a word in Latin letters as they sound, by which it is found in whatever script it was written. */
export function skeletonOf(latin: string): string {
  return SOUNDS.reduce((text, [pattern, by]) => text.replace(pattern, by), latin);
}
