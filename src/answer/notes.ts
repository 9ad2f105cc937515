import type { Answer } from '../model.ts';
import { phrase } from './phrases.ts';

/** What a reader should know of how the question was read, in the asker's language; often nothing. */
export function notesOn({
  question,
  readAs,
  claims,
  corrected = [],
  acrossLanguages,
  language,
}: Answer): string[] {
  return [
    ...(readAs === undefined ? [] : [phrase(language, 'readAs', { typed: question, meant: readAs })]),
    ...corrected.map(({ typed, meant }) => phrase(language, 'readAs', { typed, meant })),
    ...(acrossLanguages ? [phrase(language, claims.length > 0 ? 'quotesInEnglish' : 'tryEnglish')] : []),
  ];
}
