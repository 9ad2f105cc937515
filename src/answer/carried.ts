import type { Query } from '../retrieve/query.ts';
import { missingNames } from './asked-names.ts';
import type { Candidate, Judgement } from './judge.ts';

/** A sentence may be so much less likely (in log-odds) than the best to answer a question that names it better. */
const MARGIN = 5;
/** With so many names, and a date or number where one is asked for, a question is carried although a word was lost. */
const ENOUGH_NAMES = 2;

/**
 * A judgement on a question in another language than the articles, of which only names, numbers and some other words
 * were understood. It is answered by sentences that these carry: all of its names and numbers are there, what it
 * expects is, and not too much of it was lost. Other judgements stay as they are.
 */
export function carried(query: Query, judgement: Judgement): Judgement {
  const { gloss } = query;
  if (!gloss) return judgement;
  const { candidates, topic, confidence, expected } = judgement;
  const best = candidates[0]?.score ?? 0;
  const carrying = candidates.filter(
    (candidate) =>
      best - candidate.score <= MARGIN &&
      candidate.match.coverage > 0 &&
      isNamed(query, candidate) &&
      (isFree(expected) || candidate.features.expected > 0),
  );
  const names = missingNames(query, { title: '' }, []).length;
  const { understood, lost } = gloss;
  const isUnderstood = lost <= understood && names + understood > 0;
  const isNamedEnough = lost <= 1 && names >= ENOUGH_NAMES && !isFree(expected);
  if (carrying.length === 0 || !(isUnderstood || isNamedEnough))
    return { ...judgement, topic: 0, confidence: 0 };
  const share = 1 - lost / (2 * names + understood + lost);
  return { ...judgement, candidates: carrying, topic: topic * share, confidence: confidence * share };
}

/** Whether what is expected cannot be told by its form in the sentence itself. */
function isFree(expected: Judgement['expected']): boolean {
  return expected !== 'date' && expected !== 'number' && expected !== 'money';
}

/** Whether all names and numbers of the question are in the sentence, the one before it, or the title. */
function isNamed(query: Query, { ranked, sentence }: Candidate): boolean {
  const sentences = ranked.sentences.slice(Math.max(0, sentence - 1), sentence + 1);
  return missingNames(query, ranked.passage.article, sentences).length === 0;
}
