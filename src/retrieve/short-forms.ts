import { kept } from '../kept.ts';
import type { LibraryReader } from '../ports.ts';
import { isNameInEnglish } from './english.ts';
import { ofGeneration } from './of-generation.ts';
import type { Query } from './query.ts';
import { fold, isStopWord, stemOf, type Word, wordsOf } from './words.ts';

/** A short form as articles write it, with the name that it is short for. */
interface ShortForm {
  /** "MTCR" */
  written: string;
  /** In lower case, where the articles have it more often: "missile technology control regime". */
  name: string | undefined;
}

const LETTERS = { least: 2, most: 6 };
/** So short a word is looked up although everyday English has it: "ag". */
const FEW_LETTERS = 3;
/** Passages read for one short form; */
const PASSAGES = 20;
/** a word of more than these takes long to look up, and is found by itself. */
const MOST_PASSAGES = 5_000;
/** Words that are remembered. */
const MOST_KEPT = 2_000;
/** Letters beside a short form in which its name is looked for. */
const BESIDE = 120;
/** Left out of short forms as a rule. */
const SMALL = /^(?:a|an|and|against|d|de|des|du|et|for|in|l|la|le|les|of|on|the|to|y)$/;
/** What stands between a name and its short form, "(MTCR)", ", MTCR for short" or ", known as MTCR", */
const AFTER_NAME =
  /[\s,(“"'‘]+(?:(?:or|also|better|known as|called|abbreviated (?:as|to)?|hereafter)\s+)*(?:the\s+)?$/iu;
/** and between a short form and its name: "MTCR (", "MTCR, the", "MTCR, short for". */
const BEFORE_NAME =
  /^[\s,(“"'‘]+(?:(?:which |that )?(?:is )?(?:short|stands?|standing)\s+for\s+)?(?:the\s+)?/iu;

/**
 * Reads words that the articles write in capitals alone ("mtcr", "UN") as the names that they are. Where the articles
 * mostly have the name in full, that is looked for.
 */
export function withShortForms(query: Query, library: LibraryReader): Query {
  const shortFormIn = shortFormsOf(library);
  const forms = new Map(
    query.words.flatMap((word) => {
      const form = mayBeShortForm(word, query.text) ? shortFormIn(word.word) : undefined;
      return form ? [[word.word, form] as const] : [];
    }),
  );
  if (forms.size === 0) return query;
  const read = (word: Word): Word => ({ ...word, word: forms.get(word.word)?.name ?? word.word });
  let [text, embedded] = [query.text, query.text];
  for (const { word, start, end } of query.words.toReversed()) {
    const { written, name } = forms.get(word) ?? {};
    if (written?.length === end - start) text = text.slice(0, start) + written + text.slice(end);
    embedded =
      embedded.slice(0, start) + (name ?? written ?? embedded.slice(start, end)) + embedded.slice(end);
  }
  return { ...query, text, embedded, words: query.words.map(read), terms: query.terms.map(read) };
}

function mayBeShortForm({ word, stem, start, end }: Word, text: string): boolean {
  if (word.length < LETTERS.least || word.length > LETTERS.most || !/^\p{L}[\p{L}\d]+$/u.test(word))
    return false;
  if (isStopWord(word)) return false;
  return isInCapitals(text.slice(start, end)) || word.length <= FEW_LETTERS || isNameInEnglish(stem);
}

/** What each word is in a library. */
const shortFormsOf = ofGeneration((library: LibraryReader) =>
  kept((word) => findShortForm(word, library), MOST_KEPT),
);

function findShortForm(word: string, library: LibraryReader): ShortForm | undefined {
  const frequency = library.vocabulary.get(stemOf(word)) ?? 0;
  if (frequency === 0 || frequency > MOST_PASSAGES) return undefined;
  const found = textsWith(word, library).flatMap((text) =>
    [...text.matchAll(asWord(word))].map(({ 0: written, index }) => ({ text, written, index })),
  );
  const [first] = found;
  if (!first || !found.every(({ written }) => isInCapitals(written))) return undefined;
  const names = found.flatMap(({ text, written, index }) => nameBeside(written, text, index) ?? []);
  const name = names.find((name) => isUsualName(name, found.length, library));
  return { written: first.written, name };
}

/** Whether the articles have a name more often than its short form. */
function isUsualName(name: string, shortened: number, library: LibraryReader): boolean {
  const inFull = textsWith(name, library).map(
    (text) =>
      ` ${wordsOf(text)
        .map(({ word }) => word)
        .join(' ')} `,
  );
  return inFull.reduce((sum, text) => sum + text.split(` ${name} `).length - 1, 0) > shortened;
}

function textsWith(words: string, library: LibraryReader): string[] {
  return library
    .passages(library.matchWords([words], PASSAGES, {}).map(({ row }) => row))
    .map(({ text }) => text);
}

/** Apart from other letters, and not in an address such as "www.mtcr.info". */
function asWord(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}./@-])${word}(?![\\p{L}\\p{N}]|[./@-][\\p{L}\\p{N}])`, 'giu');
}

function isInCapitals(word: string): boolean {
  return /^\p{Lu}+\d*$/u.test(word);
}

function nameBeside(written: string, text: string, at: number): string | undefined {
  const letters = [...fold(written)];
  const before = text.slice(Math.max(0, at - BESIDE), at);
  const after = text.slice(at + written.length, at + written.length + BESIDE);
  const lead = AFTER_NAME.exec(before)?.[0];
  const link = BEFORE_NAME.exec(after)?.[0];
  const named =
    (lead === undefined
      ? undefined
      : spelt(wordsOf(before.slice(0, -lead.length)).reverse(), letters.toReversed())?.reverse()) ??
    (link === undefined ? undefined : spelt(wordsOf(after.slice(link.length)), letters));
  return named?.map(({ word }) => word).join(' ');
}

/** The first of the words whose initials are the letters, small words left out or not; `undefined` when they are not. */
function spelt(words: readonly Word[], letters: readonly string[]): Word[] | undefined {
  const [letter, ...more] = letters;
  const [first, ...others] = words;
  if (letter === undefined) return [];
  if (!first) return undefined;
  const rest = first.word.startsWith(letter) ? spelt(others, more) : undefined;
  if (rest) return [first, ...rest];
  const skipped = SMALL.test(first.word) ? spelt(others, letters) : undefined;
  return skipped && [first, ...skipped];
}
