import type { ArticleHead } from '../model.ts';
import type { Query } from '../retrieve/query.ts';
import type { SentenceMatch } from '../retrieve/sentence-match.ts';
import { namesIn, stemsOf } from '../retrieve/stems.ts';
import { isStopWord, type Word, wordsOf } from '../retrieve/words.ts';

/** A text that names may stand in. */
type Named = Pick<SentenceMatch, 'words' | 'stems'>;

/** The names and numbers of a question, each as its words: "Prime Minister of India" is two names. */
export function namedIn(query: Query): Word[][] {
  const spans = namesIn(query.text);
  // The word that opens a question is a name where it goes on, or is written in capitals: "Boris Johnson", "NSG".
  const isName = ({ start, end }: Word) =>
    spans.some((span) => span.start <= start && end <= span.end && (start > 0 || span.end > end)) ||
    /^\p{Lu}[\p{Lu}\d]+$/u.test(query.text.slice(start, end));
  const named = query.words.filter(
    (word) => !isStopWord(word.word) && (/^\d/.test(word.word) || isName(word)),
  );
  const runs: Word[][] = [];
  for (const word of named) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last && /^[\s'’-]*$/.test(query.text.slice(last.end, word.start))) run?.push(word);
    else runs.push([word]);
  }
  return runs;
}

/** The names and numbers of the question, as it wrote them, that stand neither in the sentences nor in the title. */
export function missingNames(
  query: Query,
  article: Pick<ArticleHead, 'title'>,
  sentences: readonly Named[],
): string[] {
  return missingOf(namedIn(query), [titleOf(article), ...sentences]).map((name) =>
    query.text.slice(name[0]?.start, name.at(-1)?.end),
  );
}

/** Those of the names that none of the texts has, all its words side by side or its initials. */
export function missingOf(names: readonly Word[][], texts: readonly Named[]): Word[][] {
  return names.filter((name) => !texts.some((text) => isNamed(name, text)));
}

/** Whether a text has all words of a name, or its initials. */
export function isNamedIn(name: string, text: string): boolean {
  const stems = stemsOf(wordsOf(text), text);
  const words = wordsOf(name).filter(({ word }) => !isStopWord(word) || name === 'US');
  return words.every(({ stem }) => stems.has(stem)) || stems.has(words.map(({ word }) => word[0]).join(''));
}

const titles = new WeakMap<Pick<ArticleHead, 'title'>, Named>();

/** The title of an article as a text that names may stand in. */
export function titleOf(article: Pick<ArticleHead, 'title'>): Named {
  let title = titles.get(article);
  if (!title) {
    const words = wordsOf(article.title);
    title = { words, stems: stemsOf(words, article.title) };
    titles.set(article, title);
  }
  return title;
}

function isNamed(name: readonly Word[], { words, stems }: Named): boolean {
  if (name.length > 1 && stems.has(name.map(({ word }) => word[0]).join(''))) return true;
  if (!name.every(({ stem }) => stems.has(stem))) return false;
  const [first, second] = name;
  // Initials and other names of a country have no place of their own: "UN Convention", "Indian Prime Minister".
  if (!first || !second || !words.some(({ stem }) => stem === first.stem)) return true;
  return words.some(({ stem }, i) => stem === first.stem && words[i + 1]?.stem === second.stem);
}
