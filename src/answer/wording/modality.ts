import { aliasesOf } from '../../retrieve/aliases.ts';
import { isStopWord, stemOf, type Word, wordsOf } from '../../retrieve/words.ts';

/** Ways in which something is not told as a plain fact; what is told in one of them must not be told in another. */
const MODES: Readonly<Record<string, RegExp>> = {
  possible:
    /\b(?:may|might|could|would|perhaps|possibly|probably|likely|potentially|allegedly|reportedly|alleged|suspected)\b/gi,
  intended:
    /\b(?:will|shall|won(?=[’']t)|would|should|must|ought|(?:plan(?:s|ned|ning)?|inten(?:ds?|ded|t)|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|expect(?:s|ed)?|want(?:s|ed|ing)?|wish(?:es|ed)?|promis(?:es?|ed)|pledg(?:es?|ed)|agree[sd]?|vow(?:s|ed)?|scheduled|threaten(?:s|ed)?|need(?:s|ed)?|ha(?:s|ve|d)|urge[sd]?|(?:ready|prepared|willing)|(?:is|are|was|were|be)(?: (?:set|due|about|going|supposed|yet))?)(?= to\b(?! the\b))|propos(?:es?|ed|ing)|recommend(?:s|ed)?|suggest(?:s|ed)?|call(?:s|ed|ing) for|(?:goals?|aims?|targets?|ambitions?|intentions?) of|consider(?:s|ed|ing)?(?= \p{L}+ing\b))(?![\p{L}])/giu,
  tried:
    /\b(?:(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|fail(?:s|ed|ing|ure)?|refus(?:es?|ed|ing|al)|declin(?:es?|ed|ing)|unable|sought|seek(?:s|ing)?)(?= to\b))/gi,
};
/** Tells that all of a sentence is meant rather than done. */
const PLANNED =
  /\b(?:plans?|proposals?|foresees?|foreseen|envisages?|envisaged|intentions?|promises?|offers?)\b/i;
/** Words that leave no room between themselves and what they bind: "will soon sign". */
const REACH = 5;
const CLAUSE_END = /[,;:()“”"]|\b(?:which|who|that|because|but|while|whereas|when|if|although)\b/i;

/** What a claim tells as meant, possible or done, and the quoted words do not; `undefined` when nothing is seen. */
export function modalityChanged(claim: string, sentences: readonly string[]): string | undefined {
  for (const pattern of Object.values(MODES)) {
    const own = withoutMay(claim).match(pattern);
    if (own && !sentences.some((sentence) => tellsAlike(pattern, own[0], withoutMay(sentence))))
      return `it says "${own[0]}", and the quoted words do not`;
  }
  const all = allModes(claim);
  const stated = sentences.map(allModes);
  for (const { bound, free } of stated) {
    for (const [stem, marker] of bound) {
      const isFree = free.has(stem) || stated.some((other) => other.free.has(stem));
      if (all.free.has(stem) && !all.wide.has(stem) && !isFree)
        return `the quoted words say "${marker}" of what it tells as a fact`;
    }
  }
  for (const [stem, marker] of all.bound) {
    const isBound = stated.some(({ wide }) => wide.has(stem));
    const isFact = stated.some(({ free }) => free.has(stem)) && !sentences.some((one) => PLANNED.test(one));
    if (!isBound && isFact) return `it says "${marker}" of what the quoted words tell as a fact`;
  }
  return undefined;
}

/** What might be done is told as what would be, and a plan as what will be. */
function tellsAlike(pattern: RegExp, own: string, sentence: string): boolean {
  const patterns = own.toLowerCase() === 'would' ? Object.values(MODES) : [pattern];
  return PLANNED.test(sentence) || patterns.some((one) => sentence.match(one));
}

interface Modes {
  /** Stems right behind a marker, with the marker. */
  bound: Map<string, string>;
  /** Stems further behind a marker in the same clause. */
  wide: Set<string>;
  /** Stems that stand somewhere without one. */
  free: Set<string>;
}

/** The month is none of the marks. */
function withoutMay(text: string): string {
  return text.replace(/\bMay\b/g, '___');
}

function allModes(text: string): Modes {
  const words = wordsOf(text);
  const modes: Modes = { bound: new Map(), wide: new Set(), free: new Set() };
  const marked = new Set<Word>();
  const wide = new Set<Word>();
  for (const pattern of Object.values(MODES)) {
    for (const { 0: marker, index } of withoutMay(text).matchAll(pattern)) {
      const end = index + marker.length;
      const behind = words.filter(({ start }) => start >= end);
      const clause = text.slice(end).search(CLAUSE_END);
      const reach = behind.filter(({ start }) => clause < 0 || start < end + clause);
      for (const word of reach) wide.add(word);
      const next = reach.slice(0, REACH).find(({ word }) => !isStopWord(word) && !/ly$/.test(word));
      if (!next) continue;
      marked.add(next);
      for (const stem of stemsFor(next)) modes.bound.set(stem, marker);
    }
  }
  for (const word of words) {
    if (wide.has(word)) for (const stem of stemsFor(word)) modes.wide.add(stem);
    if (!marked.has(word)) for (const stem of stemsFor(word)) modes.free.add(stem);
  }
  for (const stem of modes.bound.keys()) modes.wide.add(stem);
  return modes;
}

function stemsFor({ word, stem }: Word): string[] {
  return [stem, ...aliasesOf(word).map(stemOf)];
}
