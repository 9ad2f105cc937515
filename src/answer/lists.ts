import type { Span } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import type { Query } from '../retrieve/query.ts';
import type { RankedPassage, Ranking } from '../retrieve/rank.ts';
import { stemOf, wordsOf } from '../retrieve/words.ts';
import { findExpected } from './expect.ts';
import type { Candidate, Judgement } from './judge.ts';
import { asksForList, itemsIn, numberIn } from './list-words.ts';

/** What goes on in the article behind a sentence that opens a list. */
export interface ListRest {
  /** Where the list, or as much of it as is shown, ends in the article. */
  end: number;
  /** From the end of the sentence to there. */
  text: string;
  /** Items that are not shown. */
  left: number;
}

/** A question with the sentences that may answer it. */
interface JudgedQuery extends Pick<Judgement, 'expected' | 'candidates'> {
  query: Query;
  ranking: Ranking;
}

/** A list is shown in full up to this many items or words. */
const MOST_ITEMS = 12;
const MOST_WORDS = 120;
/** Lines of more characters are paragraphs rather than items. */
const LONGEST_LINE = 250;

/** Openings of a sentence that lists what the one before it named. */
const SPELLS_OUT =
  /^(?:these|those|they) (?:are|were|include|included|comprise|namely)\b|^(?:among|including) (?:them|these|those)\b|^namely\b/i;
const NAMES_AGAIN =
  /^(?:the|these|those) (?<noun>(?:(?!and|of|in|for)[\p{L}\p{N}’'-]+ ){1,5})(?:are|were|include|included) (?!to\b)/iu;
const FIRST =
  /^(?:first(?:ly)?\b|the first\b|one (?:is|are|was|were|of|would|will|concerns?)\b|one,|to begin with\b|for one\b|\(?1[.)]|\(?a\))/i;
const NEXT =
  /^(?:(?:and |the |a )?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|other|others|next|last|final|further)(?:ly)?\b|another\b|others\b|then\b|finally\b|also\b|moreover\b|furthermore\b|in addition\b|besides\b|\(?\d{1,2}[.)]|\(?[b-h]\))/i;
/** Says that several follow without saying how many. */
const SEVERAL = /\b(?:several|following|various|a (?:number|series) of|some|many)\b/i;

/**
 * The chosen sentences, with the rest of the list that one of them opens, and behind the first the sentence that has
 * as many items as were asked for, where it has none.
 */
export function withLists(
  chosen: readonly Candidate[],
  judgement: JudgedQuery,
  library: Pick<LibraryReader, 'article'>,
): Candidate[] {
  const [best, ...others] = chosen.map((candidate, i) => {
    const rest = restOfList(candidate, judgement, i === 0, library);
    return rest ? { ...candidate, rest } : candidate;
  });
  if (!best) return [];
  const completing = best.rest ? undefined : completed(best, judgement);
  return completing
    ? [best, completing, ...others.filter(({ match }) => match !== completing.match)]
    : [best, ...others];
}

/** What belongs to the list that a sentence opens, if it opens one and the question wants to know it. */
function restOfList(
  { ranked, sentence }: Candidate,
  { query, expected, ranking }: JudgedQuery,
  isBest: boolean,
  library: Pick<LibraryReader, 'article'>,
): ListRest | undefined {
  const own = ranked.passage.sentences[sentence];
  const article = own && library.article(ranked.passage.articleId)?.text;
  if (!own || article === undefined) return undefined;
  const opening = article.slice(own.start, own.end);
  const isAsked = asksForList(query.text);
  const isAnswered = expected !== 'anything' && findExpected(expected, opening, query).length > 0;
  if (isAnswered && !isAsked) return undefined;

  const lines = linesBehind(article, own, isAsked);
  if (lines.length > 0) return restOf(article, own, lines);
  if (!isBest) return undefined;
  const sentences = sentencesBehind(article, own.end, ranked, ranking);
  const length = runOf(
    sentences.map(({ start, end }) => article.slice(start, end)),
    opening,
    query,
    isAsked,
  );
  return length > 0 ? restOf(article, own, sentences.slice(0, length)) : undefined;
}

/** The items that stand on lines of their own behind a sentence that announces them; none when there are no two. */
function linesBehind(article: string, own: Span, isAsked: boolean): Span[] {
  const opening = article.slice(own.start, own.end);
  const isStatement = /[.!?]["”’)]?$/.test(opening);
  const announces = opening.endsWith(':') || (isStatement ? isAsked && counts(opening) : true);
  const isFirstLine = !/[^\n]\n[^\n]*$/.test(article.slice(Math.max(0, own.start - LONGEST_LINE), own.start));
  if (!announces || !(isFirstLine || opening.endsWith(':'))) return [];
  // A heading may have its items in the next paragraph.
  const gap = (isStatement ? /^\n(?!\n)/ : /^\n\n?(?!\n)/).exec(article.slice(own.end, own.end + 3))?.[0];
  if (gap === undefined) return [];
  const start = own.end + gap.length;
  const stop = article.indexOf('\n\n', start);
  const block = article.slice(start, stop === -1 ? undefined : stop);
  const lines = [...block.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    start: start + index,
    end: start + index + line.trimEnd().length,
  }));
  return lines.length > 1 && lines.every(({ start, end }) => end - start <= LONGEST_LINE) ? lines : [];
}

/** Whether a sentence says that there are several of something. */
function counts(sentence: string): boolean {
  return numberIn(sentence) !== undefined || SEVERAL.test(sentence);
}

/** The sentences that follow on the same line, also in the passage behind where that was found. */
function sentencesBehind(
  article: string,
  from: number,
  { passage }: RankedPassage,
  { passages }: Ranking,
): Span[] {
  const next = passages.find(
    (other) => other.passage.articleId === passage.articleId && other.passage.ordinal === passage.ordinal + 1,
  );
  const stop = article.indexOf('\n', from);
  return [...passage.sentences, ...(next?.passage.sentences ?? [])].filter(
    ({ start, end }) => start >= from && (stop === -1 || end <= stop),
  );
}

/** How many of the sentences behind it go on with the list that a sentence opens. */
function runOf(sentences: readonly string[], opening: string, query: Query, isAsked: boolean): number {
  const [next] = sentences;
  if (next === undefined) return 0;
  if (SPELLS_OUT.test(next)) return 1;
  if ((isAsked || counts(opening)) && namesAgain(next, opening)) return 1;
  const count = numberIn(opening);
  if (FIRST.test(next) || isOneOfThem(next, opening)) {
    return countedRun(sentences, count ?? numberIn(query.text) ?? MOST_ITEMS);
  }
  if (!isAsked || itemsIn(opening) >= (count ?? 2)) return 0;
  if (count === undefined) return SEVERAL.test(opening) ? alikeRun(sentences, 2) : 0;
  return count === sentences.length ? count : alike(sentences, count);
}

/** How far "First, … Second, … Finally, …" goes, up to so many items; 0 when there is but one. */
function countedRun(sentences: readonly string[], most: number): number {
  const isNext = (sentence: string | undefined) => sentence !== undefined && NEXT.test(sentence);
  let [length, items] = [1, 1];
  while (items < most) {
    // An item may be explained by a sentence of its own.
    const step = isNext(sentences[length]) ? 1 : isNext(sentences[length + 1]) ? 2 : 0;
    if (step === 0) break;
    length += step;
    items++;
  }
  return items > 1 ? length : 0;
}

/** "One reason is the cost." behind "There are several reasons." */
function isOneOfThem(next: string, opening: string): boolean {
  const noun = /^one (?:\p{L}+ )??(?<noun>\p{L}+) (?:is|was|will|would|concerns?)\b/iu.exec(next)?.groups
    ?.noun;
  return noun !== undefined && new RegExp(`\\b${noun}e?s\\b`, 'i').test(opening);
}

/** "The towns are Lysen and Holm." behind "Three towns share the cost." */
function namesAgain(next: string, opening: string): boolean {
  const noun = NAMES_AGAIN.exec(next)?.groups?.noun?.trim().split(' ').at(-1)?.toLowerCase();
  if (noun === undefined || itemsIn(next) < 2) return false;
  return wordsOf(opening).some(({ stem }) => stem === stemOf(noun));
}

/** How far the sentences go until `count` of them have opened with the same word; 0 when that many do not. */
function alike(sentences: readonly string[], count: number): number {
  const first = openingOf(sentences[0], 1);
  const same = sentences.flatMap((sentence, i) => (openingOf(sentence, 1) === first ? [i + 1] : []));
  return first !== '' && count > 1 && same.length === count ? (same.at(-1) ?? 0) : 0;
}

/** How many sentences in a row open with the same words as the first; 0 when it is alone. */
function alikeRun(sentences: readonly string[], words: number): number {
  const first = openingOf(sentences[0], words);
  const length = sentences.findIndex((sentence) => openingOf(sentence, words) !== first);
  const run = length === -1 ? sentences.length : length;
  return run > 1 ? run : 0;
}

function openingOf(sentence: string | undefined, words: number): string {
  return wordsOf(sentence ?? '')
    .slice(0, words)
    .map(({ word }) => word)
    .join(' ');
}

function restOf(article: string, own: Span, items: readonly Span[]): ListRest | undefined {
  let words = wordsOf(article.slice(own.start, own.end)).length;
  let shown = 0;
  for (const { start, end } of items.slice(0, MOST_ITEMS)) {
    words += wordsOf(article.slice(start, end)).length;
    if (words > MOST_WORDS && shown > 0) break;
    shown++;
  }
  const end = items[shown - 1]?.end;
  return end === undefined
    ? undefined
    : { end, text: article.slice(own.end, end), left: items.length - shown };
}

/** The likeliest sentence that has as many items as were asked for, where the best one has not. */
function completed(best: Candidate, { candidates, query }: JudgedQuery): Candidate | undefined {
  const count = numberIn(query.text);
  if (count === undefined || count < 2 || !asksForList(query.text) || itemsIn(best.match.text) >= count)
    return undefined;
  const noun = nounCounted(query);
  return candidates.find(
    ({ match }) =>
      noun !== undefined &&
      match.stems.has(noun) &&
      itemsIn(match.text) >= count &&
      numberIn(match.text) === count,
  );
}

/** The stem of the last word before a verb in "which four export control regimes does": what is counted. */
function nounCounted({ text, words }: Query): string | undefined {
  const plural = words.find(
    ({ word, start }) => /[^s]s$/.test(word) && numberIn(text.slice(0, start)) !== undefined,
  );
  return plural?.stem;
}
