const list = new Intl.ListFormat('en', { type: 'disjunction' });

/** What a question put to two articles misses when only one of them answers. */
export const ANOTHER_ARTICLE = 'another article';

/**
 * Says what a partial answer leaves open.
 * @param missing names and numbers that its passages do not have, and parts of the question, which end in `?`
 */
export function leftOpen(missing: readonly string[]): string {
  const questions = missing.filter((part) => part.endsWith('?'));
  const names = missing.filter((name) => !name.endsWith('?') && name !== ANOTHER_ARTICLE);
  return [
    ...(names.length > 0 ? [`The cited passages do not mention ${list.format(names)}.`] : []),
    ...(missing.includes(ANOTHER_ARTICLE) ? ['No other article says so.'] : []),
    ...(questions.length > 0 ? [`The articles do not answer: ${questions.join(' ')}`] : []),
  ].join(' ');
}
