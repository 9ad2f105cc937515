import { isNameInEnglish } from '../../retrieve/english.ts';
import { isStopWord, type Word, wordsOf } from '../../retrieve/words.ts';

/** "Space Centre", "Guiana Space Centre" */
const IN_CAPITALS = /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u;

/**
 * A line with its words as texts write them: "isro" as "ISRO", "control regime" as "Control Regime", so that names are
 * known as names. A word that the texts have in lower case as well stays as it is, unless it is part of a run of such words.
 */
export function casedAs(texts: readonly string[], line: string): string {
  const words = wordsOf(line);
  const small = words.filter(({ word, start, end }) => line.slice(start, end) === word && !isStopWord(word));
  if (small.length === 0) return line;
  const folded = texts.map((text) => text.toLowerCase());
  const written = (sought: string) => texts.flatMap((text, i) => occurrences(sought, text, folded[i] ?? ''));
  let shown = line;
  for (const word of small.toReversed()) {
    const cased = formOf(word, written(word.word)) ?? formInRun(word, words, line, written);
    if (cased !== undefined) shown = shown.slice(0, word.start) + cased + shown.slice(word.end);
  }
  return shown;
}

/** The form of a name that is never in lower case, but for where it opens a sentence. */
function formOf({ word, stem }: Word, written: readonly string[]): string | undefined {
  const [first] = written;
  const isName = first !== undefined && isNameInEnglish(stem) && !written.includes(word);
  return isName ? first : undefined;
}

/** The form of a word in a run with its neighbours that is only written in capitals: of two words, or else three. */
function formInRun(
  word: Word,
  words: readonly Word[],
  line: string,
  written: (sought: string) => string[],
): string | undefined {
  const at = words.indexOf(word);
  for (const length of [2, 3]) {
    for (let from = Math.max(0, at - length + 1); from <= at; from++) {
      const run = words.slice(from, from + length);
      if (run.length < length || run.some((each) => isStopWord(each.word))) continue;
      const small = line.slice(run[0]?.start, run.at(-1)?.end).toLowerCase();
      const forms = written(small);
      const form = forms.includes(small) ? undefined : forms.find((each) => IN_CAPITALS.test(each));
      if (form !== undefined) return form.split(' ')[at - from];
    }
  }
  return undefined;
}

/** How a text writes some words inside its sentences: what opens one is in capitals whatever it is. */
function occurrences(sought: string, text: string, folded: string): string[] {
  const found: string[] = [];
  // Only where folding keeps every letter in its place.
  if (text.length !== folded.length) return found;
  for (let at = folded.indexOf(sought); at !== -1; at = folded.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    const isWhole = !/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ''}${text[end] ?? ''}`);
    const isInside = at > 0 && !/[.!?:“"\n]\s*$/u.test(text.slice(Math.max(0, at - 2), at));
    if (isWhole && (isInside || sought.includes(' '))) found.push(text.slice(at, end));
  }
  return found;
}
