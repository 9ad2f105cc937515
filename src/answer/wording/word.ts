import { messageOf } from '../../errors.ts';
import type { ExplainedWordedClaim, ExplainedWording } from '../../model.ts';
import type { ChatMessage } from '../../ports.ts';
import type { Draft } from '../answer.ts';
import { type CheckedClaim, checkClaim, type Embed } from './check.ts';
import type { Material } from './material.ts';
import { promptOf, type Random, repairOf } from './prompt.ts';
import { type RawClaim, RawClaimReader, rawClaimsIn, saysNothing } from './raw-claims.ts';
import { type SteadyModel, whyAborted } from './steady-model.ts';
import { LEAST_SUPPORT } from './support.ts';
import { wordedDraft } from './wording.ts';

/** An extractive answer and what it may be worded from. */
export interface ToWord {
  question: string;
  draft: Draft;
  material: Material;
}

export interface WordDeps {
  model: SteadyModel;
  embed: Embed;
  random: Random;
  /** Gets the answer with the claims that passed so far, whenever one more did and they are enough. */
  onClaims?: ((draft: Draft) => void) | undefined;
}

const UNCHECKED = 'it could not be checked';

/** A claim as it came first, and as it was repaired. */
interface Attempt {
  first: CheckedClaim;
  repaired?: CheckedClaim;
}

/**
 * Has an answer worded by a chat model. Every claim is checked; those that fail go back to it once, with the reason, and
 * what still fails is dropped. Never rejects: the extractive answer stands when the model fails, when too little is left,
 * or when nothing was checked by the time that the signal is aborted.
 */
export async function word(
  { question, draft, material }: ToWord,
  { model, embed, random, onClaims }: WordDeps,
  signal: AbortSignal,
): Promise<{ draft: Draft; explained: ExplainedWording }> {
  const attempts: Attempt[] = [];
  let problem: string | undefined;
  const check = (claim: RawClaim) =>
    checkClaim(claim, material.passages, embed).catch(() => ({
      text: claim.text,
      places: [],
      why: UNCHECKED,
    }));

  const tellClaims = ({ why }: CheckedClaim) => {
    if (why !== undefined || !onClaims || signal.aborted) return;
    const [kept, dropped] = keptOf(attempts.filter(Boolean));
    const soFar = wordedDraft(draft, material, kept, dropped, model.name);
    if (soFar) onClaims(soFar);
  };

  const work = async () => {
    const messages = promptOf(question, material.passages, draft.claims, random);
    const { text, checked } = await converse(messages, async (claim, i) => {
      const attempt = { first: await check(claim) };
      attempts[i] = attempt;
      tellClaims(attempt.first);
    });
    await checked;
    const failed = attempts.filter(({ first }) => first.why !== undefined);
    if (failed.length === 0) return;
    const again = repairOf(failed.map(({ first: { text, why = '' } }) => ({ text, why })));
    const repair = await converse(
      [...messages, { role: 'assistant', text }, { role: 'user', text: again }],
      async (claim, i) => {
        const attempt = failed[i];
        if (!attempt) return;
        attempt.repaired = await check(claim);
        tellClaims(attempt.repaired);
      },
    );
    await repair.checked;
  };

  /** Takes in a reply; each of its claims is handed on as soon as it is complete. */
  const converse = async (
    messages: readonly ChatMessage[],
    onClaim: (claim: RawClaim, i: number) => Promise<void>,
  ) => {
    const checks: Promise<void>[] = [];
    const reader = new RawClaimReader();
    const text = await model.reply(
      messages,
      signal,
      (soFar) => {
        for (const [i, claim] of reader.read(soFar).entries()) checks[i] ??= onClaim(claim, i);
      },
      (whole) => rawClaimsIn(whole).length > 0 || saysNothing(whole),
    );
    return { text, checked: Promise.all(checks) };
  };

  await Promise.race([
    work().catch((error: unknown) => {
      problem = messageOf(error);
    }),
    aborted(signal),
  ]);
  return concluded(
    { question, draft, material },
    attempts.filter(Boolean),
    model.name,
    problem ?? (signal.aborted ? whyAborted(signal) : undefined),
  );
}

function concluded(
  { draft, material }: ToWord,
  attempts: readonly Attempt[],
  model: string,
  problem: string | undefined,
): { draft: Draft; explained: ExplainedWording } {
  const [kept, dropped] = keptOf(attempts);
  const worded = wordedDraft(draft, material, kept, dropped, model);
  const tooLittle =
    attempts.length === 0
      ? 'The chat model found no answer in the passages.'
      : 'Too little of what the chat model said is left.';
  return {
    draft: worded ?? draft,
    explained: {
      model,
      ...(worded ? {} : { extractive: problem ?? tooLittle }),
      needed: LEAST_SUPPORT,
      claims: attempts.map(explainedClaim),
    },
  };
}

/** The claims that passed, and how many did not. */
function keptOf(attempts: readonly Attempt[]): [kept: CheckedClaim[], dropped: number] {
  const kept = attempts.flatMap(
    ({ first, repaired }) => [first, repaired].find((one) => one && one.why === undefined) ?? [],
  );
  return [kept, attempts.length - kept.length];
}

function explainedClaim({ first, repaired }: Attempt): ExplainedWordedClaim {
  const isKept = first.why === undefined;
  const isRepaired = repaired !== undefined && repaired.why === undefined;
  const { text, support } = repaired ?? first;
  const why = isRepaired ? first.why : (repaired ?? first).why;
  return {
    text,
    outcome: isKept ? 'kept' : isRepaired ? 'repaired' : 'dropped',
    ...(why === undefined ? {} : { why }),
    ...(support === undefined ? {} : { support }),
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** The extractive answer, when the chat model was not asked at all. */
export function unworded(
  draft: Draft,
  model: string,
  why: string,
): { draft: Draft; explained: ExplainedWording } {
  return { draft, explained: { model, extractive: why, needed: LEAST_SUPPORT, claims: [] } };
}
