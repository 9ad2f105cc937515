import { namesIn } from '../retrieve/stems.ts';

/** Sentences looked at on either side for who says a quotation. */
const MOST_AWAY = 2;
const SAID =
  '(?:said|says|told|tells|added|adds|asked|asks|replied|wrote|writes|noted|notes|explained|declared|insisted|stressed|continued|recalled|testified|remarked|warned|argued|claimed|stated|observed|concluded|announced|quoted|tweeted|posted|read|reads|according to)';
const ATTRIBUTION = new RegExp(String.raw`\b${SAID}\b`, 'iu');
/** Says of the speaker only that it is the one before: "he said". */
const POINTS_BACK = new RegExp(
  String.raw`\b(?:he|she|they)\s+(?:\p{L}+\s+)?${SAID}\b|\b${SAID}\s+(?:he|she|they)\b`,
  'iu',
);
/** Words in which a sentence behind a quotation says whose it was. */
const WORDS_BEFORE_SAID = 6;

/** What a sentence quotes. */
interface Quoted {
  /** Its words outside quotation marks. */
  outside: string;
  /** Whether the quotation goes on in the next sentence. */
  isOpenAtEnd: boolean;
  isQuoting: boolean;
}

/**
 * The sentences to show so that a quotation keeps its speaker: the chosen one and those up to where that is told.
 * @param paragraph its sentences in order
 * @param chosen index of the one to be shown
 * @returns the first and the last sentence: the chosen one alone when it quotes nothing, names the speaker itself, or
 * nobody near it does
 */
export function withSpeaker(paragraph: readonly string[], chosen: number): { first: number; last: number } {
  const quoted = readQuotes(paragraph);
  const own = quoted[chosen];
  const alone = { first: chosen, last: chosen };
  if (!own?.isQuoting || namesSpeaker(own)) return alone;
  if (POINTS_BACK.test(own.outside)) {
    const isNamed = namesIn(quoted[chosen - 1]?.outside ?? '').length > 0;
    return isNamed ? { first: chosen - 1, last: chosen } : alone;
  }
  // Words of the sentence's own around the quoted ones say whose they are.
  if (/\p{L}/u.test(own.outside)) return alone;
  const last = speakerBehind(quoted, chosen);
  return {
    first: last === undefined ? (speakerBefore(quoted, chosen) ?? chosen) : chosen,
    last: last ?? chosen,
  };
}

/** The sentence that ends the quotation and says whose it was, or the one behind it that begins by saying so. */
function speakerBehind(quoted: readonly Quoted[], chosen: number): number | undefined {
  for (let i = chosen + 1; i <= chosen + MOST_AWAY; i++) {
    const [before, next] = [quoted[i - 1], quoted[i]];
    if (!before || !next) return undefined;
    if (!before.isOpenAtEnd) {
      const opening = next.outside.trim().split(/\s+/, WORDS_BEFORE_SAID).join(' ');
      return !next.isQuoting && namesSpeaker({ outside: opening }) ? i : undefined;
    }
    if (namesSpeaker(next)) return i;
  }
  return undefined;
}

/** The sentence in which the quotation begins, or the one before it. */
function speakerBefore(quoted: readonly Quoted[], chosen: number): number | undefined {
  for (let i = chosen - 1; i >= Math.max(0, chosen - MOST_AWAY); i--) {
    const before = quoted[i];
    if (before && (namesSpeaker(before) || namesIn(before.outside).length > 0)) return i;
  }
  return undefined;
}

function namesSpeaker({ outside }: Pick<Quoted, 'outside'>): boolean {
  return ATTRIBUTION.test(outside) && !POINTS_BACK.test(outside);
}

/** Reads quotation marks. One that closes what was not opened ends a quotation from an earlier paragraph. */
function readQuotes(paragraph: readonly string[]): Quoted[] {
  const [first] = paragraph.flatMap(marksIn);
  let isOpen = first?.opens === false;
  return paragraph.map((sentence) => {
    let [outside, at, isQuoting] = ['', 0, isOpen];
    for (const { index, opens } of marksIn(sentence)) {
      if (!isOpen) outside += sentence.slice(at, index);
      [at, isOpen, isQuoting] = [index + 1, opens, true];
    }
    if (!isOpen) outside += sentence.slice(at);
    return { outside, isOpenAtEnd: isOpen, isQuoting };
  });
}

/** Double quotation marks, and whether each opens: straight ones do at the start of a word. */
function marksIn(sentence: string): { index: number; opens: boolean }[] {
  return [...sentence.matchAll(/["“”„«»]/gu)].map(({ 0: mark, index }) => {
    const before = sentence[index - 1] ?? ' ';
    const opens = mark === '"' ? /[\s([—–-]/.test(before) : '“„«'.includes(mark);
    return { index, opens };
  });
}
