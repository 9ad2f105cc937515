import type { ArticleHead } from '../model.ts';
import { numeralsIn } from '../numerals.ts';
import type { LibraryReader } from '../ports.ts';
import { holds } from '../spans.ts';
import type { RankedPassage } from './rank.ts';
import type { SentenceMatch } from './sentence-match.ts';

/** Share of the words of two sentences that both have when one is the other, lightly edited. */
const ALIKE = 0.75;
/** `MARSK, May 3 (North Wire) — `: every publisher has its own. */
const DATELINE =
  /^(?:\p{Lu}{2}|[^—–()]{0,60}\([^()]{2,40}\))[^—–()]{0,60}?(?:\([^()]{2,40}\)\s*)?(?:—|–|--?)\s+/u;
/** Words that turn what a sentence says around. */
const TURNING = new Set(
  'not no never none nor neither without unless except cannot t but denied denies deny false falsely wrong wrongly former'.split(
    ' ',
  ),
);

/** A sentence of a copy, and what it is compared by. */
interface Statement {
  match: SentenceMatch;
  article: ArticleHead;
  /** Its words but for numbers. */
  words: ReadonlySet<string>;
  numbers: ReadonlySet<number>;
}

/**
 * Makes one source of copies: a sentence that several of them have is left to the first, which names the others, and
 * passages without any other sentence go. The first is the earliest, so that a story is not newer for having been
 * printed again. Copies that a filter keeps out are not among the passages, and so not named.
 */
export function foldCopies(
  passages: readonly RankedPassage[],
  copies: LibraryReader['copies'],
): RankedPassage[] {
  const byArticle = Map.groupBy(passages, ({ passage }) => passage.articleId);
  if (!byArticle.keys().some((id) => copies.has(id))) return [...passages];
  const groups = Map.groupBy([...byArticle.keys()].sort(), (id) => originalOf(id, byArticle, copies));
  const folded = new Map<SentenceMatch, SentenceMatch>();
  for (const [original, ids] of groups) {
    if (ids.length === 1) continue;
    const others = ids.filter((id) => id !== original);
    const found = [original, ...others].flatMap((id) => byArticle.get(id) ?? []);
    for (const [match, shown] of foldSentences(found)) folded.set(match, shown);
  }
  return passages
    .map((ranked) => ({
      ...ranked,
      sentences: ranked.sentences.map((match) => folded.get(match) ?? match),
    }))
    .filter(({ sentences }) => sentences.some(({ repeated }) => !repeated));
}

/** The article of those that were found that another is in the end a copy of; itself when it is none. */
function originalOf(
  id: string,
  found: ReadonlyMap<string, unknown>,
  copies: LibraryReader['copies'],
): string {
  const original = copies.get(id)?.find((other) => found.has(other));
  return original === undefined ? id : originalOf(original, found, copies);
}

/** What becomes of the sentences of copies. */
function foldSentences(passages: readonly RankedPassage[]): [SentenceMatch, SentenceMatch][] {
  const told: (Statement & { alsoIn: ArticleHead[] })[] = [];
  const folded: [SentenceMatch, SentenceMatch][] = [];
  const statements = passages.flatMap(({ passage, sentences }) =>
    sentences.map((match) => readStatement(match, passage.article)),
  );
  for (const statement of statements) {
    const { match, article } = statement;
    const same = told.find((other) => other.article.id !== article.id && isSame(other, statement));
    if (!same) {
      const alsoIn: ArticleHead[] = [];
      told.push({ ...statement, alsoIn });
      folded.push([match, { ...match, alsoIn }]);
      continue;
    }
    folded.push([match, { ...match, repeated: true }]);
    if (!same.alsoIn.some(({ id }) => id === article.id)) same.alsoIn.push(article);
  }
  return folded;
}

function readStatement(match: SentenceMatch, article: ArticleHead): Statement {
  const start = DATELINE.exec(match.text)?.[0].length ?? 0;
  const numerals = numeralsIn(match.text).filter((numeral) => numeral.start >= start);
  const isNumber = (at: number) => numerals.some((numeral) => holds(numeral, at));
  const words = match.words
    .filter((word) => word.start >= start && !isNumber(word.start))
    .map(({ word }) => word);
  return { match, article, words: new Set(words), numbers: new Set(numerals.map(({ value }) => value)) };
}

/** Whether two sentences say the same: with the same numbers, and but for a few words that do not matter. */
function isSame(a: Statement, b: Statement): boolean {
  if (a.match.text === b.match.text) return true;
  const [fewer, more] = [a.words.size, b.words.size].sort((x, y) => x - y) as [number, number];
  if (fewer < ALIKE * more) return false;
  const [onlyA, onlyB] = [a.words.difference(b.words), b.words.difference(a.words)];
  const shared = a.words.size - onlyA.size;
  if (shared < ALIKE * (shared + onlyA.size + onlyB.size)) return false;
  if ([...onlyA, ...onlyB].some((word) => TURNING.has(word))) return false;
  if (a.numbers.symmetricDifference(b.numbers).size > 0) return false;
  // Another name in the place of one is another statement; one more or less is not.
  return !(hasName(a, onlyA) && hasName(b, onlyB));
}

function hasName({ match: { text, words } }: Statement, only: ReadonlySet<string>): boolean {
  return words.some(({ word, start }) => only.has(word) && start > 0 && /^\p{Lu}/u.test(text.slice(start)));
}
