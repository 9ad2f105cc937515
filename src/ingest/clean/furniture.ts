import type { FurnitureKind } from '../draft.ts';
import { LABELS, LINES, MENU_WORDS, NETWORKS } from './furniture-words.ts';

/** What a line of a page is when it is no part of the article. */
export interface Furniture {
  kind: FurnitureKind;
  /** Whether the line is furniture wherever it stands; else only where pages have it, around their article. */
  sure: boolean;
}

/** Longer lines are never furniture. */
const LONGEST = { words: 80, characters: 800 };
const DECORATION = /^[\s•*»›>|▶►→←«·–—+-]+|(?:\.{2,}|[\s»›>|▶►→←«·:\-–—!…])+$/gu;
const ENDS_A_SENTENCE = /(?<!\.)[.?!]["'”’)\]]*$/u;
const ADDRESS = /^https?:\/\/\S+$/iu;
const BETWEEN_WORDS = /[\s|/•·,;&>›»\-–—:+()]+/u;
const BETWEEN_ENTRIES = /\s*[|/•·>›»]\s*/u;

const labels = compile(LABELS);
const lines = compile(LINES);

/** What kind of page furniture a line is, or `undefined` when it may be part of an article. */
export function furnitureOf(line: string): Furniture | undefined {
  const text = line.replace(DECORATION, '');
  if (text === '') return { kind: 'navigation', sure: true };
  if (text.length > LONGEST.characters || text.split(' ', LONGEST.words + 1).length > LONGEST.words)
    return undefined;
  const isSentence = ENDS_A_SENTENCE.test(text);
  for (const { kind, pattern } of isSentence ? lines : [...labels, ...lines]) {
    if (pattern.test(text)) return { kind, sure: true };
  }
  if (ADDRESS.test(text)) return { kind: 'navigation', sure: false };
  const words = text.toLowerCase().split(BETWEEN_WORDS);
  const networks = words.filter((word) => word !== '' && !/^\d+[km]?$/.test(word));
  if (networks.length > 0 && networks.every((word) => NETWORKS.has(word))) {
    return { kind: 'sharing', sure: networks.length > 1 };
  }
  return !isSentence && isMenu(text) ? { kind: 'navigation', sure: false } : undefined;
}

/** One entry of a menu, or several in a row. */
function isMenu(text: string): boolean {
  const plain = text.toLowerCase().replace(/['’]/gu, ' ');
  if (MENU_WORDS.has(plain) || /^\d{1,3}$/.test(plain)) return true;
  const entries = plain.split(BETWEEN_ENTRIES).filter((entry) => entry !== '');
  if (entries.length >= 3 && entries.filter((entry) => MENU_WORDS.has(entry)).length >= entries.length / 2)
    return true;
  const words = plain.split(' ');
  return words.length >= 3 && words.every((word) => MENU_WORDS.has(word) || word === '&');
}

function compile(
  forms: Partial<Record<FurnitureKind, string[]>>,
): { kind: FurnitureKind; pattern: RegExp }[] {
  return Object.entries(forms).map(([kind, patterns]) => ({
    kind: kind as FurnitureKind,
    pattern: new RegExp(`^(?:${patterns.join('|')})$`, 'iu'),
  }));
}
