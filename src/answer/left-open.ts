import type { Claim, Language } from '../model.ts';
import { isNamedIn } from './asked-names.ts';
import { phrase } from './phrases.ts';

/** What a question put to two articles misses when only one of them answers. */
export const ANOTHER_ARTICLE = 'another article';

/** As `from-heads.ts` says what is missing: "the author". */
const NOUN_PHRASE = /^(?:the|a) /;
/** A word or two that asks, such as "who" or "how many". */
const ASKING = /^(?:who|whom|whose|when|how|which|what)\b/i;

/** Whether what is missing is told by the word that asks for it. */
export function isAsking(missing: string): boolean {
  return ASKING.test(missing) && !missing.endsWith('?');
}

/**
 * Says what a partial answer leaves open, in the language of the question where it is no question itself.
 * @param missing names and numbers that its passages do not have, words that ask, and parts of the question, which end
 * in `?`
 * @param claims of the answer: what some of them mention is missing from the others
 */
export function leftOpen({
  missing,
  language,
  claims,
}: Readonly<{ missing: readonly string[]; language: Language; claims: readonly Claim[] }>): string {
  const questions = missing.filter((part) => part.endsWith('?'));
  const asking = missing.filter(isAsking).map((word) => word.toLowerCase());
  const names = missing.filter((name) => !name.endsWith('?') && name !== ANOTHER_ARTICLE && !isAsking(name));
  const silent = Map.groupBy(names, (name) => silentOn(name, claims));
  const unsaid = [...silent].map(([footnotes, names]) => {
    // A common word stands out by its marks as a name does by its capital.
    const quoted = names.map((name) =>
      /^\p{Ll}/u.test(name) && !NOUN_PHRASE.test(name) ? `"${name}"` : name,
    );
    const listed = new Intl.ListFormat(language, { type: 'disjunction' }).format(quoted);
    if (footnotes === '') return phrase(language, 'notMentioned', { names: listed });
    if (language !== 'en') return phrase(language, 'notMentioned', { names: `${listed} (${footnotes})` });
    return `${footnotes} ${footnotes.includes(' ') ? 'do' : 'does'} not mention ${listed}.`;
  });
  return [
    ...unsaid,
    ...(asking.length > 0 ? [`The cited passages do not say ${asking.join(' or ')}.`] : []),
    ...(missing.includes(ANOTHER_ARTICLE) ? ['No other article says so.'] : []),
    ...(questions.length > 0 ? [`The articles do not answer: ${questions.join(' ')}`] : []),
  ].join(' ');
}

/** The footnotes of the claims that do not mention a name when others do: "[1] and [3]"; empty when all are alike. */
function silentOn(name: string, claims: readonly Claim[]): string {
  const silent = claims.filter(({ text }) => !isNamedIn(name, text));
  if (silent.length === claims.length) return '';
  return new Intl.ListFormat('en').format(silent.flatMap(({ citations }) => citations.map((n) => `[${n}]`)));
}
