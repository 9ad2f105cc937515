import type { Article, Span } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import { isStopWord, type Word, wordsOf } from '../retrieve/words.ts';
import { properNames } from './names.ts';

/** Names that are told. */
const MOST = 8;
const SENTENCE_END = /(?<=[.!?]["”’)]?)\s+/u;

/** The first names of a live article that no other live article has, in their order: each has a word that is only there. */
export function namesOnlyIn(
  article: Article,
  library: Pick<LibraryReader, 'passageAt' | 'vocabulary'>,
): string[] {
  const passages = passagesOf(article, library);
  const inTitle = new Set(wordsOf(article.title).map(({ stem }) => stem));
  const stems = passages.map((text) => new Set(wordsOf(text).map(({ stem }) => stem)));
  const isSole = ({ word, stem }: Word) => {
    if (isStopWord(word)) return false;
    const here = inTitle.has(stem) ? passages.length : stems.filter((all) => all.has(stem)).length;
    return library.vocabulary.get(stem) === here;
  };
  const names = new Map<string, string>();
  for (const sentence of passages.flatMap((text) => text.split(SENTENCE_END))) {
    for (const { start, end } of properNames(sentence)) {
      const name = sentence.slice(start, end).replace(/\s+/g, ' ');
      // Whatever word opens a sentence has a capital.
      if (start === 0 && !name.includes(' ')) continue;
      if (!names.has(name.toLowerCase()) && wordsOf(name).some(isSole)) names.set(name.toLowerCase(), name);
    }
    if (names.size >= MOST) break;
  }
  return [...names.values()].slice(0, MOST);
}

/** Passages follow each other with nothing but space between them. */
function passagesOf({ id, text, body }: Article, library: Pick<LibraryReader, 'passageAt'>): string[] {
  const passages: string[] = [];
  for (let at = body; at < text.length; ) {
    const passage: Span | undefined = library.passageAt(id, at);
    if (passage) passages.push(text.slice(passage.start, passage.end));
    at = Math.max(at + 1, passage?.end ?? 0);
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
  }
  return passages;
}
