import { rarityInEnglish } from '../retrieve/english.ts';
import type { Query } from '../retrieve/query.ts';
import { trigramsOf } from '../retrieve/query.ts';
import type { RankedPassage, Rarity } from '../retrieve/rank.ts';
import { fold } from '../retrieve/words.ts';
import { missingOf, namedIn, titleOf } from './asked-names.ts';
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
  /** Character trigrams of the question that are in the sentence: forgives spelling and endings. */
  characters: number;
  /** 1 when it holds what the question expects, such as a date for "when". */
  expected: number;
  /** 1 when the question expects a person and the sentence names one by more than one word. */
  fullName: number;
  /** 1 when the question expects something that can be told by its form, and this is not in the sentence or beside it. */
  unmet: number;
  /** Names and numbers of the question that are neither in the passage nor in the title. */
  missingNames: number;
  /** Names and numbers of the question that are neither in the sentence, nor in the one before it, nor in the title. */
  missingNear: number;
  /** 1 when the sentence points somewhere else: it holds an address. */
  pointer: number;
}

/** Credit for a term that stands beside the sentence rather than in it. */
const BESIDE = 0.5;
/** What can also be said in a form that does not tell. */
const UNTOLD: ReadonlySet<Expected> = new Set(['anything', 'reason', 'definition']);

/** Features of every sentence of a candidate passage, in order. */
export function featuresOf(
  query: Query,
  expected: Expected,
  rarity: Rarity,
  ranked: RankedPassage,
): Features[] {
  const { passage, sentences, score } = ranked;
  const title = titleOf(passage.article);
  const everything = [title, ...sentences];
  const english = new Map([...rarity.keys()].map((stem) => [stem, rarityInEnglish(stem)]));
  const names = namedIn(query);
  const missingFrom = (texts: typeof everything) =>
    names.length === 0 ? 0 : missingOf(names, texts).length / names.length;
  const trigrams = trigramsOf(query.terms.map(({ word }) => word));
  const spans = sentences.map(({ text }) => findExpected(expected, text, query));
  const found = spans.map(({ length }) => length > 0);
  const shared = {
    passage: share(rarity, (stem) => (everything.some(({ stems }) => stems.has(stem)) ? 1 : 0)),
    plain: share(english, (stem) => (everything.some(({ stems }) => stems.has(stem)) ? 1 : 0)),
    rank: score,
    missingNames: missingFrom(everything),
  };

  return sentences.map((sentence, i) => {
    const { text, stems, coverage, cosine } = sentence;
    const before = sentences[i - 1];
    const met = found[i] || found[i - 1] || found[i + 1];
    return {
      ...shared,
      coverage,
      context: share(rarity, (stem) =>
        stems.has(stem) ? 1 : title.stems.has(stem) || before?.stems.has(stem) ? BESIDE : 0,
      ),
      cosine,
      characters: characterShare(trigrams, text),
      expected: found[i] ? 1 : 0,
      fullName:
        expected === 'person' && spans[i]?.some(({ start, end }) => /\s/.test(text.slice(start, end)))
          ? 1
          : 0,
      unmet: met || UNTOLD.has(expected) ? 0 : 1,
      missingNear: missingFrom([title, sentence, ...(before ? [before] : [])]),
      pointer: /https?:\/\//.test(text) ? 1 : 0,
    };
  });
}

function share(weights: ReadonlyMap<string, number>, credit: (stem: string) => number): number {
  let [covered, total] = [0, 0];
  for (const [stem, weight] of weights) {
    covered += weight * credit(stem);
    total += weight;
  }
  return total > 0 ? covered / total : 0;
}

function characterShare(trigrams: readonly string[], text: string): number {
  const folded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return trigrams.length === 0
    ? 0
    : trigrams.filter((trigram) => folded.includes(trigram)).length / trigrams.length;
}
