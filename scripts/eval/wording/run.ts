import { createHash } from 'node:crypto';
import { SqliteLibraryReader } from '../../../src/adapters/library/index.ts';
import { answerReading } from '../../../src/answer/answer-reading.ts';
import { readingOf } from '../../../src/answer/reading.ts';
import { checkClaim, evidenceOf, nearness, vectorsOf } from '../../../src/answer/wording/check.ts';
import { type MaterialPassage, materialOf } from '../../../src/answer/wording/material.ts';
import { tidied } from '../../../src/answer/wording/plain-text.ts';
import { supportFeatures } from '../../../src/answer/wording/support.ts';
import type { EmbeddingModel } from '../../../src/ports.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import type { LabelledQuestion } from '../sets/question-set.ts';
import { seeded } from './random.ts';
import { type Kind, type ScriptedClaim, scriptedClaims } from './scripted.ts';
import type { SupportCase } from './support-case.ts';
import { unitVectors } from './vectors.ts';
import { vocabularyFor } from './vocabulary.ts';

const SEED = 2030;

/** Half of the articles, and its own words for the scripted model, are kept from those who fit and mend the check. */
export type Part = 'fit' | 'measure';

/** The half that an article is in. */
function partOf(articleId: string): Part {
  return createHash('sha256').update(articleId).digest().readUInt8() % 2 === 0 ? 'fit' : 'measure';
}

/** What became of a claim of the scripted model. */
export interface WordingOutcome {
  kind: Kind;
  way: string;
  survived: boolean;
  claim: string;
  /** What it rests on. */
  sentences: readonly string[];
  /** Why it did not survive. */
  why?: string;
  /** Present when it was weighed rather than refused, or known to be a copy, before. */
  features?: SupportCase['features'];
}

/**
 * Has a scripted model word the answers to questions, in every way for each, and checks its claims.
 * @param dataDir folder of the library that was made of the set's articles
 */
export async function runWording(
  questions: readonly LabelledQuestion[],
  part: Part,
  dataDir: string,
  embeddings: EmbeddingModel,
): Promise<WordingOutcome[]> {
  const library = new SqliteLibraryReader(dataDir);
  try {
    const asked = questions.filter(({ label }) => label !== undefined);
    const vectors = await unitVectors(
      embeddings,
      asked.map(({ text }) => text),
    );
    const random = seeded(SEED);
    const claimed = asked.flatMap(({ text }, i) => {
      const reading = { ...readingOf({ text }), parts: [] };
      const whole = { query: readQuery({ text: reading.text }), vector: vectors[i] ?? new Float32Array() };
      const answered = answerReading({ ...reading, whole }, library);
      const material = materialOf(answered, library);
      const [citation] = answered.draft.citations;
      if (!material || !citation || partOf(citation.articleId) !== part) return [];
      return scriptedClaims(material.passages, citation, vocabularyFor(part), random).map((one) => ({
        ...one,
        passages: material.passages,
      }));
    });
    return await weighClaims(claimed, embeddings);
  } finally {
    library.close();
  }
}

/** A claim and the passages that were shown to the one who made it. */
type Claimed = ScriptedClaim & { passages: readonly MaterialPassage[] };

/** Checks claims, and says what became of each. */
export async function weighClaims(
  claimed: readonly Claimed[],
  embeddings: EmbeddingModel,
): Promise<WordingOutcome[]> {
  const texts = [...new Set(claimed.map(({ claim }) => tidied(claim.text)))];
  const embedded = await unitVectors(embeddings, texts);
  const vectorOf = new Map(texts.map((text, i) => [text, embedded[i] ?? new Float32Array()]));
  return await Promise.all(claimed.map((one) => outcomeOf(one, vectorOf)));
}

async function outcomeOf(
  { kind, way, claim, passages }: Claimed,
  vectorOf: ReadonlyMap<string, Float32Array>,
): Promise<WordingOutcome> {
  const vector = vectorOf.get(tidied(claim.text)) ?? new Float32Array();
  const { places, support, why, text } = await checkClaim(claim, passages, async () => vector);
  const evidence = evidenceOf(places, passages);
  const outcome = {
    ...{ kind, way, survived: why === undefined, claim: text, sentences: evidence.sentences },
    ...(why === undefined ? {} : { why }),
  };
  if (support === undefined || support === 1) return outcome;
  const cosine = nearness(vector, vectorsOf(places, passages));
  return { ...outcome, features: supportFeatures(text, evidence, cosine) };
}
