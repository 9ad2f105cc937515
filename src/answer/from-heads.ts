import type { Article, Citation, Claim, Language, Span } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import type { Query } from '../retrieve/query.ts';
import { moved } from '../spans.ts';
import type { Asked } from './about-article.ts';
import { type Draft, notInCorpus, textOf } from './answer.ts';
import { type Found, findMeant } from './meant-article.ts';
import { citationOf } from './sources.ts';

/** What a partial answer says is missing. */
const UNSTATED: Record<Asked, string> = {
  headline: 'the headline',
  author: 'the author',
  publisher: 'the publisher',
  publishedAt: 'the date of publication',
  place: 'the place that it was reported from',
};

/**
 * Answers a question about an article itself from the article's head: who wrote it, when and where, what it is called.
 * @returns `undefined` for any other question
 */
export function answerFromHeads(
  question: { query: Query; vector: Float32Array },
  library: LibraryReader,
): Draft | undefined {
  const meant = findMeant(question, library);
  if (!meant) return undefined;
  const generation = library.generation?.id ?? 0;
  const sure = meant.found.filter(({ share }) => share >= meant.enough);
  const near = sure.length > 0 ? sure : meant.found.filter(({ share }) => share > 0);
  return (
    draftOf(meant.asked, sure, question.query.language, generation, library) ??
    notInCorpus(question.query, { passages: near.flatMap(({ ranked }) => ranked ?? []) }, 0, generation)
  );
}

/** What the heads of the articles state; `undefined` when the nearest states nothing of what was asked. */
function draftOf(
  asked: readonly Asked[],
  found: readonly Found[],
  language: Language,
  generation: number,
  library: LibraryReader,
): Draft | undefined {
  const claims: Claim[] = [];
  const citations: Citation[] = [];
  const articles = found.flatMap(({ head }) => library.article(head.id) ?? []);
  const [nearest] = articles;
  const missing = asked.filter((kind) => nearest?.stated[kind] === undefined);
  if (!nearest || missing.length === asked.length) return undefined;
  for (const article of articles) {
    for (const [line, spans] of linesStating(asked, article)) {
      const n = citations.length + 1;
      const citation = { ...citationOf(article, line, n), inHead: true };
      citations.push(citation);
      claims.push({
        text: citation.quote,
        ...(articles.length > 1 ? { label: article.title } : {}),
        citations: [n],
        emphasis: spans.map((span) => moved(span, -line.start)),
      });
    }
  }
  const unstated = missing.map((kind) => UNSTATED[kind]);
  return {
    status: unstated.length > 0 ? 'partial' : 'answered',
    confidence: found[0]?.share ?? 0,
    text: textOf(claims, unstated, language),
    claims,
    citations,
    missing: unstated,
    closest: [],
    language,
    generation,
  };
}

/** The lines of the head that state what was asked, each once, and what in them states it. */
function linesStating(asked: readonly Asked[], { text, stated }: Article): [Span, Span[]][] {
  const lines = new Map<number, [Span, Span[]]>();
  for (const kind of asked) {
    const span = stated[kind];
    if (!span) continue;
    const start = text.lastIndexOf('\n', span.start) + 1;
    const line: Span = { start, end: text.indexOf('\n', span.end) };
    // All of a headline is the headline.
    const emphasis = kind === 'headline' ? [] : [span];
    lines.set(start, [line, [...(lines.get(start)?.[1] ?? []), ...emphasis]]);
  }
  return [...lines.values()];
}
