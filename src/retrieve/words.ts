import { stemmer } from 'stemmer';
import { kept } from '../kept.ts';
import type { Span } from '../model.ts';

/** A word of a text, as the full-text index sees it. */
export interface Word extends Span {
  /** Lower case, Latin letters without accents. */
  word: string;
  /** Its Porter stem, the same that SQLite's `porter` tokenizer makes. */
  stem: string;
}

/** Words too common to tell one passage from another, question words among them. */
const STOP_WORDS = new Set(
  // Articles, pronouns and the like; then the scaffolding of questions.
  `s t d ll re ve m a about after again all also am an and any are as at be because been before being between both but by can could
  did do does doing done down during each for from further get gets give given gives had has have having he her here
  hers him his how i if in into is it its itself just kind let like make made many may me might more most much must my
  name named no nor not now of off on once one only or other our out over own please pls say says said same shall she
  should so some such sure tell than that the their them then there these they this those through to too under up upon
  us use used very was we were what whats when where which while who whom whose why will with would you your
  acronym abbreviation article articles based definition define describe explain full form happen happened happens located
  mean meaning means meant mention mentioned mentions ok short situated stand stands story text thanks thing things tldr want`
    .split(/\s+/)
    .filter(Boolean),
);

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: raw, index }) => {
    const word = fold(raw);
    return { word, stem: stemOf(word), start: index, end: index + raw.length };
  });
}

/** Whether a word (lower case) tells nothing of what a question is about. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/**
 * Lower case and without the accents of Latin letters; the marks of other scripts are part of their words, and SQLite's
 * `unicode61` keeps them too.
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

const KEPT_STEMS = 50_000;
/** The Porter stem of a word in lower case. */
export const stemOf: (word: string) => string = kept(
  (word) => (/^[a-z]+$/.test(word) ? stemmer(word) : word),
  KEPT_STEMS,
);
