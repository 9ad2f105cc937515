import type { ArticleHead } from '../model.ts';
import { rarityInEnglish } from '../retrieve/english.ts';
import type { Query } from '../retrieve/query.ts';
import { trigramsOf } from '../retrieve/query.ts';
import type { RankedPassage, Rarity, SentenceMatch } from '../retrieve/rank.ts';
import { namesIn, stemsOf } from '../retrieve/stems.ts';
import { fold, isStopWord, type Word, wordsOf } from '../retrieve/words.ts';
import { type Expected, findExpected } from './expect.ts';

/** What speaks for or against a sentence as an answer: shares from 0 to 1 unless something else is said. */
export interface Features {
  /** The question's terms that are in the sentence, weighted by their rarity in the library. */
  coverage: number;
  /** The same, counting terms of the title and of the sentence before as half there. */
  context: number;
  /** The same in the whole passage and the title. */
  passage: number;
  /** The question's terms in passage and title, weighted by their rarity in everyday English. */
  plain: number;
  /** -1 to 1. */
  cosine: number;
  /** Score of the passage among the candidates. */
  rank: number;
  /** Pairs of neighbouring terms of the question that stand side by side. */
  pairs: number;
  /** Character trigrams of the question that are in the sentence: forgives spelling and endings. */
  characters: number;
  /** 1 when it holds what the question expects, such as a date for "when". */
  expected: number;
  /** 1 when the question expects something that can be told by its form, and this is not in the sentence or beside it. */
  unmet: number;
  /** Names and numbers of the question that are neither in the passage nor in the title. */
  missingNames: number;
  /** 1 when the sentence points somewhere else: it holds an address. */
  pointer: number;
  /** 1 for sentences of fewer than five words. */
  short: number;
}

/** Credit for a term that stands beside the sentence rather than in it. */
const BESIDE = 0.5;

/** Features of every sentence of a candidate passage, in order. */
export function featuresOf(
  query: Query,
  expected: Expected,
  rarity: Rarity,
  ranked: RankedPassage,
): Features[] {
  const { passage, sentences, score } = ranked;
  const title = stemsOf(wordsOf(passage.article.title), passage.article.title);
  const everything = new Set([...title, ...sentences.flatMap(({ stems }) => [...stems])]);
  const english = new Map([...rarity.keys()].map((stem) => [stem, rarityInEnglish(stem)]));
  const names = namedIn(query).length;
  const missing = missingNames(query, passage.article, sentences).length;
  const trigrams = trigramsOf(query.terms.map(({ word }) => word));
  const found = sentences.map(({ text }) => findExpected(expected, text, query).length > 0);
  const shared = {
    passage: share(rarity, (stem) => (everything.has(stem) ? 1 : 0)),
    plain: share(english, (stem) => (everything.has(stem) ? 1 : 0)),
    rank: score,
    missingNames: names === 0 ? 0 : missing / names,
  };

  return sentences.map(({ text, words, stems, coverage, cosine }, i) => {
    const before = sentences[i - 1]?.stems;
    const met = found[i] || found[i - 1] || found[i + 1];
    return {
      ...shared,
      coverage,
      context: share(rarity, (stem) =>
        stems.has(stem) ? 1 : title.has(stem) || before?.has(stem) ? BESIDE : 0,
      ),
      cosine,
      pairs: pairShare(query.words, words, rarity),
      characters: characterShare(trigrams, text),
      expected: found[i] ? 1 : 0,
      unmet: expected === 'anything' || expected === 'reason' || met ? 0 : 1,
      pointer: /https?:\/\//.test(text) ? 1 : 0,
      short: words.length < 5 ? 1 : 0,
    };
  });
}

/** The names and numbers of the question, as it wrote them, that are neither in the sentences nor in the title. */
export function missingNames(
  query: Query,
  { title }: Pick<ArticleHead, 'title'>,
  sentences: readonly SentenceMatch[],
): string[] {
  const words = [...wordsOf(title), ...sentences.flatMap((sentence) => sentence.words)];
  const stems = new Set([
    ...stemsOf(wordsOf(title), title),
    ...sentences.flatMap((sentence) => [...sentence.stems]),
  ]);
  return namedIn(query)
    .filter((name) => !isNamed(name, stems, words))
    .map((name) => query.text.slice(name[0]?.start, name.at(-1)?.end));
}

/** The names and numbers of a question, each as its words: "Prime Minister of India" is two names. */
function namedIn(query: Query): Word[][] {
  const spans = namesIn(query.text);
  const named = query.words.filter(
    ({ word, start, end }) =>
      !isStopWord(word) &&
      (/^\d/.test(word) ||
        spans.some((span) => span.start <= start && end <= span.end && (start > 0 || span.end > end))),
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

/** Whether all words of a name are in the text, in that order and side by side, or its initials are. */
function isNamed(name: readonly Word[], stems: ReadonlySet<string>, text: readonly Word[]): boolean {
  if (name.length > 1 && stems.has(name.map(({ word }) => word[0]).join(''))) return true;
  if (!name.every(({ stem }) => stems.has(stem))) return false;
  const [first, second] = name;
  return (
    !first || !second || text.some(({ stem }, i) => stem === first.stem && text[i + 1]?.stem === second.stem)
  );
}

function share(weights: ReadonlyMap<string, number>, credit: (stem: string) => number): number {
  let [covered, total] = [0, 0];
  for (const [stem, weight] of weights) {
    covered += weight * credit(stem);
    total += weight;
  }
  return total > 0 ? covered / total : 0;
}

function pairShare(question: readonly Word[], sentence: readonly Word[], rarity: Rarity): number {
  const pairs = pairsOf(question).filter(([a, b]) => rarity.has(a) && rarity.has(b));
  if (pairs.length === 0) return 0;
  const present = new Set(pairsOf(sentence).map((pair) => pair.join(' ')));
  return pairs.filter((pair) => present.has(pair.join(' '))).length / pairs.length;
}

function pairsOf(words: readonly Word[]): [string, string][] {
  return words.slice(1).map(({ stem }, i) => [words[i]?.stem ?? '', stem]);
}

function characterShare(trigrams: readonly string[], text: string): number {
  const folded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return trigrams.length === 0
    ? 0
    : trigrams.filter((trigram) => folded.includes(trigram)).length / trigrams.length;
}
