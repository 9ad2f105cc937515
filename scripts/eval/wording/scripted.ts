import type { MaterialPassage } from '../../../src/answer/wording/material.ts';
import type { RawClaim } from '../../../src/answer/wording/raw-claims.ts';
import type { Place } from '../../../src/model.ts';
import { placesOverlap } from '../../../src/spans.ts';
import type { Source } from './falsehood.ts';
import { INVENTIONS } from './inventions.ts';
import { MIXES } from './mixes.ts';
import { merged, PARAPHRASES, paraphrase } from './paraphrase.ts';
import { pick } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Kind =
  | 'copied'
  | 'paraphrased'
  | 'mixed up'
  | 'invented'
  | 'mis-cited'
  | 'right by hand'
  | 'wrong by hand';

/** A claim that a scripted model makes, and what is known of it. */
export interface ScriptedClaim {
  kind: Kind;
  /** How it was made. */
  way: string;
  claim: RawClaim;
}

/** A sentence of one of some passages. */
export interface Told {
  passage: number;
  sentence: string;
}

/** Everything that the passages say, sentence by sentence. */
export function toldBy(passages: readonly MaterialPassage[]): (Told & { place: Place })[] {
  return passages.flatMap(({ articleId, sentences, text, start: from }, i) =>
    sentences.map(({ start, end }) => ({
      passage: i + 1,
      sentence: text.slice(start - from, end - from).replace(/\s+/g, ' '),
      place: { articleId, start, end },
    })),
  );
}

/**
 * Claims of every kind about one sentence of some passages.
 * @param at the sentence that an answer cites
 */
export function scriptedClaims(
  passages: readonly MaterialPassage[],
  at: Place,
  vocabulary: Vocabulary,
  random: () => number,
): ScriptedClaim[] {
  const all = toldBy(passages);
  const own = all.find(({ place }) => placesOverlap(place, at));
  if (!own || own.sentence.split(' ').length < 5) return [];
  const { sentence } = own;
  const others = all.filter((other) => other !== own);
  const source: Source = {
    sentence,
    beside: others.filter(({ passage }) => passage === own.passage).map((other) => other.sentence),
    elsewhere: others
      .filter(({ place }) => place.articleId !== own.place.articleId)
      .map((other) => other.sentence)
      .filter((other) => other.split(' ').length > 5),
  };
  const say = (
    kind: Kind,
    way: string,
    text: string | undefined,
    on: Told | undefined = own,
  ): ScriptedClaim[] =>
    text === undefined || on === undefined
      ? []
      : [
          {
            kind,
            way,
            claim: { text, rests: [{ passage: on.passage, words: wordsOf(on.sentence, random) }] },
          },
        ];
  const told = paraphrase(sentence, vocabulary, random);
  const next = all[all.indexOf(own) + 1];
  const both = next?.passage === own.passage ? merged(sentence, next.sentence) : undefined;
  const lies = (kind: Kind, ways: typeof MIXES) =>
    Object.entries(ways).flatMap(([way, lie]) => say(kind, way, lie(source, vocabulary, random)));
  const near = others.filter(({ passage }) => passage === own.passage);
  const far = others.filter(({ place }) => place.articleId !== own.place.articleId);
  return [
    ...say('copied', 'copied', sentence),
    ...Object.entries(PARAPHRASES).flatMap(([way, move]) =>
      say('paraphrased', way, move(sentence, vocabulary, random)),
    ),
    ...say('paraphrased', 'several at once', told),
    ...say('paraphrased', 'two sentences as one', both).map((one) => ({
      ...one,
      claim: { ...one.claim, rests: [own, next ?? own].map(quotedWhole) },
    })),
    ...lies('mixed up', MIXES),
    ...lies('invented', INVENTIONS),
    ...say('mis-cited', 'another sentence of the passage', told ?? sentence, pick(near, random)),
    ...say('mis-cited', 'another article', told ?? sentence, pick(far, random)),
    ...(random() < 0.2
      ? [
          {
            kind: 'mis-cited' as const,
            way: 'no such words',
            claim: {
              text: sentence,
              rests: [
                {
                  passage: own.passage,
                  words: `${sentence.split(' ').slice(0, 4).join(' ')} as everybody knows`,
                },
              ],
            },
          },
        ]
      : []),
  ];
}

function quotedWhole({ passage, sentence }: Told): RawClaim['rests'][number] {
  return { passage, words: sentence };
}

/** The whole sentence, or five to twelve of its words, as models quote. */
function wordsOf(sentence: string, random: () => number): string {
  const words = sentence.split(' ');
  if (random() < 0.5 || words.length < 8) return sentence;
  const length = Math.min(words.length, 5 + Math.floor(random() * 8));
  const start = Math.floor(random() * (words.length - length + 1));
  return words.slice(start, start + length).join(' ');
}
