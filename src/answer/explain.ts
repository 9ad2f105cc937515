import type {
  Citation,
  Contribution,
  ExplainedCheck,
  ExplainedReading,
  ExplainedSentence,
  ExplainedTerm,
  Explanation,
} from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import { fold, stemOf } from '../retrieve/words.ts';
import { placeCovers } from '../spans.ts';
import { type Considered, consider } from './answer.ts';
import { answerReading } from './answer-reading.ts';
import { missingNames } from './asked-names.ts';
import { thresholdsOf } from './calibrate.ts';
import { saidEvidenceOf, topicEvidenceOf } from './evidence.ts';
import { isSome } from './judge.ts';
import { findMeant } from './meant-article.ts';
import type { Asked, AskedReading } from './reading.ts';
import { type Logistic, SAID, SENTENCE_WEIGHTS, TOPIC } from './weights.ts';

const MOST_SENTENCES = 10;

/** Tells why a question, or each part of it, is answered as it is: see `answerReading`. */
export function explain(reading: AskedReading, library: LibraryReader): Explanation {
  const { draft, asked } = answerReading(reading, library);
  const meant = findMeant(reading.whole, library);
  if (meant) {
    const { asked, subject, found, enough } = meant;
    const articles = found.map(({ head, share }) => ({ article: head, share }));
    const { status, confidence, generation } = draft;
    const about = { asked, subject, articles, enough };
    return { status, confidence, generation, readings: [], about };
  }
  return {
    status: draft.status,
    confidence: draft.confidence,
    generation: draft.generation,
    readings: asked.map(({ label, citations, ...one }) => ({
      ...(label === undefined ? {} : { label }),
      ...readingOf(
        one,
        draft.citations.filter(({ n }) => citations.includes(n)),
        library,
      ),
    })),
  };
}

function readingOf(asked: Asked, citations: readonly Citation[], library: LibraryReader): ExplainedReading {
  const considered = consider(asked.query, asked.vector, library);
  const { query, expected, candidates } = considered;
  const sentences = candidates.map((candidate): ExplainedSentence => {
    const { passage } = candidate.ranked;
    const at = passage.sentences[candidate.sentence];
    return {
      text: candidate.match.text,
      article: passage.article,
      passage: passage.ordinal,
      score: candidate.score,
      contributions: contributionsOf(SENTENCE_WEIGHTS, candidate.features),
      citations: citations
        .filter((citation) => at && placeCovers(citation, { articleId: passage.articleId, ...at }))
        .map(({ n }) => n),
    };
  });
  return {
    question: query.text,
    terms: termsOf(considered, library),
    expected,
    names: namesOf(considered),
    checks: checksOf(considered, thresholdsOf(library)),
    ...(query.time === undefined ? {} : { time: { ...query.time.asked, strict: query.time.strict } }),
    sentences: sentences.filter((sentence, i) => i < MOST_SENTENCES || sentence.citations.length > 0),
  };
}

function checksOf(
  { query, candidates, topic, said }: Considered,
  needed: { topic: number; said: number },
): ExplainedCheck[] {
  if (!isSome(candidates)) return [];
  return [
    {
      name: 'topic',
      chance: topic,
      needed: needed.topic,
      evidence: evidenceOf(TOPIC, { ...topicEvidenceOf(query, candidates) }),
    },
    {
      name: 'said',
      chance: said,
      needed: needed.said,
      evidence: evidenceOf(SAID, { ...saidEvidenceOf(query, candidates) }),
    },
  ];
}

function evidenceOf<K extends string>(
  { bias, weights }: Logistic<K>,
  values: Record<K, number>,
): Contribution[] {
  const always = { name: 'bias', weight: bias, value: 1, points: bias };
  return strongestFirst([always, ...contributionsOf(weights, values)]);
}

function termsOf({ query, ranking: { rarity } }: Considered, { vocabulary }: LibraryReader): ExplainedTerm[] {
  return query.terms.map(({ word, stem, start, end }) => ({
    word,
    // Only a corrected word has another stem than its own.
    ...(stem === stemOf(fold(query.text.slice(start, end))) ? {} : { meant: stem }),
    passages: vocabulary.get(stem) ?? 0,
    rarity: rarity.get(stem) ?? 0,
  }));
}

function namesOf({ query, candidates: [best] }: Considered): ExplainedReading['names'] {
  // An empty passage lacks all of them.
  const names = missingNames(query, { title: '' }, []);
  const missing = best ? missingNames(query, best.ranked.passage.article, best.ranked.sentences) : names;
  return names.map((name) => ({ name, found: !missing.includes(name) }));
}

function contributionsOf<K extends string>(
  weights: Record<K, number>,
  values: Record<K, number>,
): Contribution[] {
  const contributions = (Object.keys(weights) as K[]).map((name) => {
    const [weight, value] = [weights[name], values[name]];
    return { name, weight, value, points: weight * value };
  });
  return strongestFirst(contributions);
}

function strongestFirst(contributions: readonly Contribution[]): Contribution[] {
  return contributions.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
