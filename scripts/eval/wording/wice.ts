import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { faultOf, nearness } from '../../../src/answer/wording/check.ts';
import type { Evidence } from '../../../src/answer/wording/evidence.ts';
import { unfoundFacts } from '../../../src/answer/wording/facts.ts';
import { supportFeatures } from '../../../src/answer/wording/support.ts';
import { UserError } from '../../../src/errors.ts';
import type { EmbeddingModel } from '../../../src/ports.ts';
import type { SupportCase } from './support-case.ts';
import { unitVectors } from './vectors.ts';

const FILE = 'claim-dev.jsonl.gz';
/** Sentences on either side that count as the passage. */
const AROUND = 3;

/** A claim of an encyclopaedia with the page that it rests on, as judged by people. */
export interface WiceLine {
  label: 'supported' | 'partially_supported' | 'not_supported';
  claim: string;
  /** The sentences of the page. */
  evidence: string[];
  /** Numbers of sentences, as each of the people chose them. */
  supporting_sentences: number[][];
}

/**
 * The claims of a set in the manner of WiCE with the sentences that its annotators chose for them; those for which they
 * chose none are left out.
 * @param dir holds `claim-dev.jsonl.gz`
 * @throws {UserError} when the file is missing
 */
export async function wiceCases(dir: string, embeddings: EmbeddingModel): Promise<SupportCase[]> {
  const cases: SupportCase[] = [];
  for (const line of readWice(dir)) {
    const evidence = evidenceOf(line);
    if (!evidence) continue;
    const [claim, ...sentences] = await unitVectors(embeddings, [line.claim, ...evidence.sentences]);
    cases.push({
      features: supportFeatures(line.claim, evidence, nearness(claim ?? new Float32Array(), sentences)),
      supported: line.label === 'supported',
      weighed: unfoundFacts(line.claim, evidence).length === 0 && faultOf(line.claim, evidence) === undefined,
    });
  }
  return cases;
}

/**
 * The lines of a set in the manner of WiCE.
 * @param dir holds `claim-dev.jsonl.gz`
 * @throws {UserError} when the file is missing
 */
export function readWice(dir: string): WiceLine[] {
  const path = join(dir, FILE);
  if (!existsSync(path)) throw new UserError(`There is no ${path}; name the folder that holds ${FILE}.`);
  return gunzipSync(readFileSync(path))
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as WiceLine);
}

function evidenceOf({ evidence, supporting_sentences: chosen }: WiceLine): Evidence | undefined {
  const numbers = chosen.find((some) => some.length > 0);
  if (!numbers) return undefined;
  const isNear = (i: number) => numbers.some((n) => Math.abs(n - i) <= AROUND);
  return {
    sentences: numbers.flatMap((n) => evidence[n] ?? []),
    passages: [evidence.filter((_, i) => isNear(i)).join(' ')],
    articles: [{ title: evidence[0] ?? '' }],
  };
}
