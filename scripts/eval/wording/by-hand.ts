import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteLibraryReader } from '../../../src/adapters/library/index.ts';
import type { MaterialPassage } from '../../../src/answer/wording/material.ts';
import { findQuoted } from '../../../src/answer/wording/quoted-words.ts';
import type { EmbeddingModel } from '../../../src/ports.ts';
import { type Part, type WordingOutcome, weighClaims } from './run.ts';

/** A claim that a person wrote about an article of those that come with Footnote. */
interface Line {
  article: string;
  /** Whether the article says it. */
  right: boolean;
  claim: string;
  /** Runs of words of the article that it rests on. */
  words: string[];
}

/**
 * Checks claims that a person wrote as a good chat model words answers, and others that differ from what the articles say
 * in one word or so.
 * @param dataDir folder of the library that was made of the articles that come with Footnote
 */
export async function runByHand(
  part: Part,
  dataDir: string,
  embeddings: EmbeddingModel,
): Promise<WordingOutcome[]> {
  const library = new SqliteLibraryReader(dataDir);
  try {
    const lines = readFileSync(
      join(import.meta.dirname, `../../../tests/fixtures/eval/wording/by-hand-${part}.jsonl`),
      'utf8',
    )
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
    return await weighClaims(
      lines.map(({ article, right, claim, words }) => {
        const passages = library.passagesFrom(article, 0, Number.MAX_SAFE_INTEGER);
        return {
          kind: right ? 'right by hand' : 'wrong by hand',
          way: right ? 'right by hand' : 'wrong by hand',
          claim: {
            text: claim,
            rests: words.map((quoted) => ({ passage: numberOf(quoted, passages), words: quoted })),
          },
          passages,
        };
      }),
      embeddings,
    );
  } finally {
    library.close();
  }
}

function numberOf(words: string, passages: readonly MaterialPassage[]): number {
  return 1 + passages.findIndex(({ text }) => findQuoted(words, text));
}
