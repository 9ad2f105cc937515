import type { ArticleHead } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import { rarityInEnglish } from '../retrieve/english.ts';
import { type Query, readQuery } from '../retrieve/query.ts';
import { type RankedPassage, rank } from '../retrieve/rank.ts';
import { correctSpelling } from '../retrieve/spelling.ts';
import { stemsOf } from '../retrieve/stems.ts';
import { fold, isStopWord, stemOf, wordsOf } from '../retrieve/words.ts';
import { type AboutArticle, readAboutArticle } from './about-article.ts';
import { missingNames } from './asked-names.ts';

const MOST_ARTICLES = 3;
/**
 * Share of the words about an article, weighted by how rare they are in English, that its title and one passage must
 * hold; and where its publisher is named.
 */
const ENOUGH = 0.75;
const ENOUGH_OF_PUBLISHER = 0.5;
/** What the rankers' score of that passage is worth beside the share. */
const RANK_SHARE = 0.3;
/** Another article is meant as well when it is nearly as near as the nearest. */
const NEARLY = 0.85;

/** An article that may be the one that is meant. */
export interface Found {
  head: ArticleHead;
  ranked?: RankedPassage;
  /** Share of the question's words about it that its title and one passage hold; 0 to 1. */
  share: number;
  /** Share and more that speaks for it; comparable within one question. */
  score: number;
}

/** The articles that a question about an article may mean. */
export interface Meant extends Pick<AboutArticle, 'asked' | 'subject'> {
  /** The nearest first. */
  found: Found[];
  /** The share at which an article is sure to be meant. */
  enough: number;
}

/**
 * Finds the articles that a question about an article itself means.
 * @returns `undefined` for any other question
 */
export function findMeant(
  { query, vector }: { query: Query; vector: Float32Array },
  library: LibraryReader,
): Meant | undefined {
  const publishers = () => new Set(library.articles().flatMap(({ publisher }) => publisher ?? []));
  const reading = readAboutArticle(query.text, {
    isPublisher: (name) => [...publishers()].some((publisher) => spoken(publisher) === spoken(name)),
    isHeadline: (words) => library.articles().some(({ title }) => plain(title) === plain(words)),
  });
  if (!reading) return undefined;
  const { asked, rest, unlessSaid } = reading;
  const named = [...publishers()].filter((name) => isNamed(name, rest));
  const subject = named.reduce(without, reading.subject);
  const filter = { ...query.filter, ...(named.length === 0 ? {} : { publishers: named }) };
  // Behind a word in lower case, a capital begins a name.
  const about = correctSpelling(readQuery({ text: `about ${subject}`, ...filter }), library);

  const found = tells(about) ? findArticles(about, vector, library) : onlyArticle(about, library);
  const enough = named.length === 0 ? ENOUGH : ENOUGH_OF_PUBLISHER;
  const [best] = found;
  const isMeant = best?.ranked && best.share >= enough && !says(best.ranked, unlessSaid ?? []);
  return unlessSaid && !isMeant ? undefined : { asked, subject, found, enough };
}

function tells({ terms }: Query): boolean {
  return terms.some(({ word }) => !isStopWord(word));
}

/** The article that is meant where none is described: there is only one. */
function onlyArticle({ filter }: Query, library: LibraryReader): Found[] {
  const heads = library
    .articles()
    .filter(({ publisher }) => !filter.publishers || filter.publishers.includes(publisher ?? ''));
  return heads.length === 1 ? heads.map((head) => ({ head, share: 1, score: 1 })) : [];
}

/** The articles that the words about one fit, each by its best passage; the nearest first. */
function findArticles(about: Query, vector: Float32Array, library: LibraryReader): Found[] {
  const { passages } = rank(library, about, vector);
  const weights = new Map(about.terms.map(({ stem }) => [stem, rarityInEnglish(stem)]));
  const found = new Map<string, Found>();
  for (const ranked of passages) {
    const head = ranked.passage.article;
    const title = stemsOf(wordsOf(head.title), head.title);
    const all = new Set([...title, ...ranked.sentences.flatMap(({ stems }) => [...stems])]);
    const isComplete = missingNames(about, head, ranked.sentences).length === 0;
    const share = isComplete ? shareOf(weights, all) : 0;
    const score = share + shareOf(weights, title) + RANK_SHARE * ranked.score;
    const known = found.get(head.id);
    if (!known || score > known.score) found.set(head.id, { head, ranked, share, score });
  }
  const [best, ...others] = [...found.values()].sort((a, b) => b.score - a.score);
  const near = others.filter(({ score }) => best && score >= NEARLY * best.score);
  return best ? [best, ...near].slice(0, MOST_ARTICLES) : [];
}

function shareOf(weights: ReadonlyMap<string, number>, stems: ReadonlySet<string>): number {
  let [held, total] = [0, 0];
  for (const [stem, weight] of weights) {
    total += weight;
    if (stems.has(stem)) held += weight;
  }
  return total === 0 ? 0 : held / total;
}

function says({ sentences }: RankedPassage, words: readonly string[]): boolean {
  return words.some((word) => sentences.some(({ stems }) => stems.has(stemOf(word))));
}

/** A publisher's name as people say it: `The Hindu` is `hindu`, `TidePoint.com` is `tidepoint`. */
function spoken(publisher: string): string {
  return fold(publisher)
    .replace(/^the\s+/, '')
    .replace(/\.[a-z]{2,4}$/, '');
}

function plain(title: string): string {
  return wordsOf(title)
    .map(({ word }) => word)
    .join(' ');
}

/** Whether a question names a publisher, one whose name is a common word only with a capital. */
function isNamed(publisher: string, question: string): boolean {
  const name = spoken(publisher);
  const found = wordsFrom(question, name);
  return found !== undefined && (name.includes(' ') || /^\p{Lu}/u.test(found));
}

function without(text: string, publisher: string): string {
  const found = wordsFrom(text, spoken(publisher));
  return found === undefined ? text : text.replace(found, ' ');
}

/** The words of a text that are a name but for case and accents, as the text has them. */
function wordsFrom(text: string, name: string): string | undefined {
  const [words, wanted] = [wordsOf(text), wordsOf(name)];
  const at = words.findIndex((_, i) => wanted.every(({ word }, j) => words[i + j]?.word === word));
  const [first, last] = [words[at], words[at + wanted.length - 1]];
  return first && last ? text.slice(first.start, last.end) : undefined;
}
