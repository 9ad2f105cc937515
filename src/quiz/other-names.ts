import type { QuizCorpus, QuizSentence } from './corpus.ts';
import { isCommonWord } from './name-words.ts';
import type { Term } from './terms.ts';

/** Other names of what a sentence names that the articles explain: short and full forms, surnames and full names. */
export function otherNamesOf({ kind, text }: Term, sentence: QuizSentence, corpus: QuizCorpus): string[] {
  const names = kind === 'person' ? otherNamesOfPerson(text, corpus.of(sentence.article.id)) : [];
  return [...new Set([...corpus.otherFormsOf(text), ...names])].filter((form) => form !== text);
}

function otherNamesOfPerson(name: string, sentences: readonly QuizSentence[]): string[] {
  if (name.includes(' ')) return [name.split(' ').at(-1) ?? ''];
  return sentences
    .flatMap(({ terms }) => terms)
    .filter(
      ({ kind, text }) =>
        kind === 'person' && text.endsWith(` ${name}`) && !isCommonWord(text.split(' ')[0] ?? ''),
    )
    .map(({ text }) => text);
}
