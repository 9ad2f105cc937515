import type { Question } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import { foreignWords } from './foreign-words.ts';
import { type ForeignLanguage, functionPhrases } from './language.ts';
import { type ForeignText, isAcronym, listedAt, type Piece, unlistedAt } from './pieces.ts';
import { type Query, readQuery, withStems } from './query.ts';
import { stemOf, type Word } from './words.ts';

/**
 * Reads a question in another language as English words side by side: the English question word, its names, numbers
 * and dates, and what the articles have of its other words. `gloss` tells how much was understood.
 */
export function glossed(
  question: Question,
  language: ForeignLanguage,
  library: LibraryReader,
  today?: string,
): Query {
  const text = question.text.normalize('NFC');
  const words = foreignWords(text, language);
  const small = functionPhrases(words, language).filter(
    ({ from, to }) => to - from > 1 || !isAcronym(text, words[from] as Word),
  );
  const read: ForeignText = { text, words, language, library };
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = small.find(({ from }) => from === at);
    const length = phrase ? phrase.to - phrase.from : 0;
    const listed = listedAt(read, at);
    const piece = listed && listed.words > length ? listed : phrase ? undefined : unlistedAt(read, at);
    if (piece) pieces.push(piece);
    at += piece?.words ?? length;
  }
  const asked = small.find(({ asks }) => asks)?.asks ?? 'what';
  const told = pieces.filter(({ kind }) => kind !== 'lost');
  const stems = told.flatMap(({ english, stem }) =>
    stem === undefined ? [] : [[stemOf(english.toLowerCase()), stem] as const],
  );
  const query = readQuery({ ...question, text: `${asked} ${sideBySide(told, text)}`.trim() }, today);
  return {
    ...withStems(query, new Map(stems)),
    language,
    // A single letter left over is an ending.
    gloss: {
      understood: pieces.filter(({ kind }) => kind === 'term').length,
      lost: pieces.filter(({ kind, start, end }) => kind === 'lost' && end - start > 1).length,
    },
  };
}

/** Names that stood side by side are one name; commas keep other names apart. */
function sideBySide(pieces: readonly Piece[], text: string): string {
  return pieces.reduce((told, piece, i) => {
    const before = pieces[i - 1];
    if (!before) return piece.english;
    const isOneName =
      [before, piece].every(({ kind, english }) => kind === 'name' && /\p{Ll}/u.test(english)) &&
      /^[\s-]*$/.test(text.slice(before.end, piece.start));
    const isApart = before.kind !== 'term' && piece.kind !== 'term' && !isOneName;
    return `${told}${isApart ? ',' : ''} ${piece.english}`;
  }, '');
}
