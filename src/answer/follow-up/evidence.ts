import type { Question } from '../../model.ts';
import type { LibraryReader, StoredPassage } from '../../ports.ts';
import { aliasesOf } from '../../retrieve/aliases.ts';
import { readQuery } from '../../retrieve/query.ts';
import { rank, type Searched } from '../../retrieve/rank.ts';
import { isStopWord, wordsOf } from '../../retrieve/words.ts';
import { judge } from '../judge.ts';

/** Passages looked at: what holds the words of any reading. */
const POOL = 12;
/** Of them, those whose sentences are weighed for one reading. */
const WEIGHED = 3;

/** The passages that readings are held against, found by their words alone. */
export function poolOf(texts: readonly string[], library: LibraryReader): StoredPassage[] {
  const rows = texts.flatMap((text) => {
    const words = wordsOf(text).filter(({ word }) => !isStopWord(word));
    const terms = [...new Set(words.flatMap(({ word, stem }) => [word, stem, ...aliasesOf(word)]))];
    return terms.length === 0 ? [] : library.matchWords(terms, POOL, {}).map(({ row }) => row);
  });
  return library.passages([...new Set(rows)]);
}

/** How well passages answer a question. */
export interface Evidence {
  /** 0 to 1. */
  evidence: number;
  /** Id of the article of the best sentence. */
  article: string | undefined;
}

/**
 * How well the passages answer a question by its words alone: cheap enough to be asked of every reading of a follow-up,
 * and comparable among them.
 */
export function evidenceFor(
  question: Question,
  today: string,
  pool: readonly StoredPassage[],
  library: LibraryReader,
): Evidence {
  const query = readQuery(question, today);
  const rows = pool.map(({ row }) => ({ row, score: 0 }));
  const searched: Searched = {
    generation: library.generation,
    vocabulary: library.vocabulary,
    trigrams: library.trigrams,
    copies: library.copies,
    matchWords: () => rows,
    matchTrigrams: () => [],
    matchVector: () => [],
    passages: () => [...pool],
  };
  const { passages, rarity } = rank(searched, query, new Float32Array());
  const { candidates, confidence } = judge(query, { passages: passages.slice(0, WEIGHED), rarity });
  return { evidence: confidence, article: candidates[0]?.ranked.passage.articleId };
}
