import type { Span } from '../model.ts';
import type { RankedPassage } from '../retrieve/rank.ts';
import type { SentenceMatch } from '../retrieve/sentence-match.ts';
import { fold } from '../retrieve/words.ts';
import { missingOf, titleOf } from './asked-names.ts';
import { type Expected, findExpected } from './expect.ts';
import { REFERS_BACK } from './refers-back.ts';
import type { Sought } from './sought.ts';

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
  /** Of the sentence, and the most of any in its passage; -1 to 1. */
  cosine: number;
  passageCosine: number;
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
  /** The question's terms that are not in the sentence, but that another word of it can say. */
  meant: number;
  /** The same in the whole passage. */
  meantInPassage: number;
  /** Terms that stand side by side in the question and in the sentence. */
  pairs: number;
  /** The question's terms that stand near to what it expects. */
  nearExpected: number;
  /** Terms that only the sentence before has, when this one opens with "They" or "The two sides". */
  referred: number;
}

/** Credit for a term that stands beside the sentence rather than in it. */
const BESIDE = 0.5;
/** Words from one term to the next, at most, that stand side by side. */
const SIDE_BY_SIDE = 3;
/** Characters from a term to what is expected, at most, that is near. */
const NEAR = 45;
/** What can also be said in a form that does not tell. */
const UNTOLD: ReadonlySet<Expected> = new Set(['anything', 'reason', 'definition']);

/** Features of every sentence of a candidate passage, in order. */
export function featuresOf(sought: Sought, ranked: RankedPassage): Features[] {
  const { query, expected, rarity, english, names, trigrams } = sought;
  const { passage, sentences, score } = ranked;
  const title = titleOf(passage.article);
  const everything = [title, ...sentences];
  const isInPassage = (stem: string) => everything.some(({ stems }) => stems.has(stem));
  const missingFrom = (texts: typeof everything) =>
    names.length === 0 ? 0 : missingOf(names, texts).length / names.length;
  const spans = sentences.map(({ text }) => findExpected(expected, text, query));
  const found = spans.map(({ length }) => length > 0);
  const shared = {
    passage: share(rarity, (stem) => (isInPassage(stem) ? 1 : 0)),
    plain: share(english, (stem) => (isInPassage(stem) ? 1 : 0)),
    rank: score,
    missingNames: missingFrom(everything),
    meantInPassage: meantShare(sought, sentences, isInPassage),
    passageCosine: Math.max(...sentences.map(({ cosine }) => cosine)),
  };

  return sentences.map((sentence, i) => {
    const { text, stems, coverage, cosine } = sentence;
    const before = sentences[i - 1];
    const met = found[i] || found[i - 1] || found[i + 1];
    const places = placesOf(sentence, rarity);
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
      meant: meantShare(sought, [sentence], (stem) => stems.has(stem)),
      pairs: pairShare(sought, places),
      nearExpected: nearShare(sought, sentence, spans[i] ?? []),
      referred:
        before && REFERS_BACK.test(text)
          ? share(rarity, (stem) => (!stems.has(stem) && before.stems.has(stem) ? 1 : 0))
          : 0,
    };
  });
}

type Places = ReadonlyMap<string, readonly number[]>;

/** Where the question's terms stand among the words of a sentence. */
function placesOf({ words }: SentenceMatch, rarity: ReadonlyMap<string, number>): Places {
  const places = new Map<string, number[]>();
  for (const [i, { stem }] of words.entries()) {
    if (!rarity.has(stem)) continue;
    const own = places.get(stem);
    if (own) own.push(i);
    else places.set(stem, [i]);
  }
  return places;
}

function pairShare({ pairs }: Sought, places: Places): number {
  if (pairs.length === 0) return 0;
  const held = pairs.filter(([first, second]) =>
    places.get(first)?.some((i) => places.get(second)?.some((j) => j > i && j - i <= SIDE_BY_SIDE)),
  );
  return held.length / pairs.length;
}

function nearShare({ rarity }: Sought, { words }: SentenceMatch, spans: readonly Span[]): number {
  if (spans.length === 0) return 0;
  const terms = words.filter(({ stem }) => rarity.has(stem));
  return Math.max(
    ...spans.map(({ start, end }) => {
      const near = new Set(
        terms.filter((word) => word.end > start - NEAR && word.start < end + NEAR).map(({ stem }) => stem),
      );
      return share(rarity, (stem) => (near.has(stem) ? 1 : 0));
    }),
  );
}

function meantShare(
  { meant, rarity }: Sought,
  sentences: readonly SentenceMatch[],
  isSaid: (stem: string) => boolean,
): number {
  const credits = new Map<string, number>();
  for (const { words } of sentences) {
    for (const word of words) {
      for (const { stem, credit } of meant.get(word.stem) ?? []) {
        if (credit > (credits.get(stem) ?? 0) && !isSaid(stem)) credits.set(stem, credit);
      }
    }
  }
  return credits.size === 0 ? 0 : share(rarity, (stem) => credits.get(stem) ?? 0);
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
