import type { QuizCorpus, QuizSentence } from './corpus.ts';
import { plain } from './equivalent.ts';
import { isCommonWord } from './name-words.ts';
import type { Term } from './terms.ts';

/** Other names of what a sentence names that the articles explain: short and full forms, surnames and full names. */
export function otherNamesOf({ kind, text }: Term, sentence: QuizSentence, corpus: QuizCorpus): string[] {
  const people = corpus
    .of(sentence.article.id)
    .flatMap(({ terms }) => terms.filter((term) => term.kind === 'person').map((term) => term.text));
  const forms = corpus.shortForms.flatMap(({ short, full }) =>
    plain(full) === plain(text) ? [short] : short === text ? [full] : [],
  );
  const surname = kind === 'person' && text.includes(' ') ? [text.split(' ').at(-1) ?? ''] : [];
  const fullNames =
    kind === 'person' && !text.includes(' ')
      ? people.filter((name) => name.endsWith(` ${text}`) && !isCommonWord(name.split(' ')[0] ?? ''))
      : [];
  return [...new Set([...forms, ...surname, ...fullNames])].filter((form) => form !== text);
}
