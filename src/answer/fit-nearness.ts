import type { Nearness } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import { withNearness } from '../retrieve/nearness.ts';
import { readQuery } from '../retrieve/query.ts';
import { type RankedPassage, rank, type Searched } from '../retrieve/rank.ts';
import type { Probe } from './calibrate.ts';

/** How much nearness may count: from not at all to as much as with the bundled model. */
const SHARES = [0, 0.25, 0.5, 0.75, 1];
/** With fewer probes that fare differently by it, nothing is known, */
const FEWEST_TELLING = 8;
/** and it counts for half. */
const UNKNOWN = 0.5;

/** A probe as it is asked: its passage is left out. */
interface Asked {
  probe: Probe;
  vector: Float32Array;
  library: Searched;
}

/**
 * How the cosines of an embedding model are read in a library, measured with words of its sentences: the passage of
 * the sentence is left out, and the more often another passage of its article is found first when nearness counts,
 * the more it is worth.
 * @param vectors of the probes, in their order
 */
export function fitNearness(
  library: LibraryReader,
  probes: readonly Probe[],
  vectors: readonly Float32Array[],
): Nearness {
  const asked = probes.flatMap((probe, i): Asked[] => {
    const vector = vectors[i];
    if (probe.asked !== 'without' || !vector) return [];
    return [{ probe, vector, library: without(probe, library) }];
  });
  const { mean, spread } = spreadOf(asked.flatMap(cosinesOf));
  const fared = asked.map((one) => SHARES.map((share) => reciprocalRank(one, { mean, spread, share })));
  return { mean, spread, share: bestShare(fared) };
}

/** The share with which probes fare best; none when that is no better than chance beside the words alone. */
function bestShare(fared: readonly number[][]): number {
  const telling = fared.filter((ranks) => new Set(ranks).size > 1);
  if (telling.length < FEWEST_TELLING) return UNKNOWN;
  const gains = SHARES.map((_, i) => telling.map((ranks) => (ranks[i] ?? 0) - (ranks[0] ?? 0)));
  const best = gains.map(spreadOf).reduce(
    (best, { mean, spread }, i) => {
      const isSure = mean > spread / Math.sqrt(telling.length);
      return isSure && mean > best.mean ? { mean, share: SHARES[i] ?? 0 } : best;
    },
    { mean: 0, share: 0 },
  );
  return best.share;
}

/** The library without the passages that have the sentence of a probe; each search is done once. */
function without({ sentence }: Probe, library: LibraryReader): Searched {
  const once = <T extends unknown[], R>(search: (...asked: T) => R) => {
    const known = new Map<string, R>();
    return (key: string, ...asked: T): R => {
      const found = known.get(key) ?? search(...asked);
      known.set(key, found);
      return found;
    };
  };
  const words = once(library.matchWords.bind(library));
  const trigrams = once(library.matchTrigrams.bind(library));
  const nearest = once(library.matchVector.bind(library));
  return {
    ...{ vocabulary: library.vocabulary, trigrams: library.trigrams, copies: library.copies },
    generation: library.generation,
    matchWords: (...asked) => words(JSON.stringify(asked), ...asked),
    matchTrigrams: (...asked) => trigrams(JSON.stringify(asked), ...asked),
    matchVector: (...asked) => nearest('', ...asked),
    passages: (rows) => library.passages(rows).filter(({ text }) => !text.includes(sentence)),
  };
}

/** The cosines of all sentences that are found. */
function cosinesOf(asked: Asked): number[] {
  return ranked(asked).flatMap(({ sentences }) => sentences.map(({ cosine }) => cosine));
}

/** One divided by the place of the first passage of the article of the probe; 0 when none is found. */
function reciprocalRank(asked: Asked, nearness: Nearness): number {
  const { articleId } = asked.probe;
  const place = ranked(asked, nearness).findIndex(({ passage }) => passage.articleId === articleId);
  return place < 0 ? 0 : 1 / (place + 1);
}

function ranked({ probe, vector, library }: Asked, nearness?: Nearness): RankedPassage[] {
  const generation = withNearness(library.generation, nearness);
  return rank({ ...library, generation }, readQuery({ text: probe.text }), vector).passages;
}

function spreadOf(values: readonly number[]): { mean: number; spread: number } {
  const count = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  return { mean, spread: Math.sqrt(variance) };
}
