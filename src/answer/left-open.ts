import type { Language } from '../model.ts';
import { phrase } from './phrases.ts';

/** What a question put to two articles misses when only one of them answers. */
export const ANOTHER_ARTICLE = 'another article';

/**
 * Says what a partial answer leaves open, in the language of the question where it is no question itself.
 * @param missing names and numbers that its passages do not have, and parts of the question, which end in `?`
 */
export function leftOpen({
  missing,
  language,
}: Readonly<{ missing: readonly string[]; language: Language }>): string {
  const questions = missing.filter((part) => part.endsWith('?'));
  const names = missing.filter((name) => !name.endsWith('?') && name !== ANOTHER_ARTICLE);
  const listed = new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
  return [
    ...(names.length > 0 ? [phrase(language, 'notMentioned', { names: listed })] : []),
    ...(missing.includes(ANOTHER_ARTICLE) ? ['No other article says so.'] : []),
    ...(questions.length > 0 ? [`The articles do not answer: ${questions.join(' ')}`] : []),
  ].join(' ');
}
