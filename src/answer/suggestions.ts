import type { Answer, Span } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import { stemsOf } from '../retrieve/stems.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';
import { placesOverlap } from '../spans.ts';
import { properNames } from './names.ts';
import { questionsFor } from './question-making.ts';

/** A question that may be suggested, and where its answer stands. */
export interface Suggestion extends Span {
  text: string;
  articleId: string;
}

/** Questions that are tried: to check one takes as long as to ask it. */
const MOST_TRIED = 8;
/** Passages of a cited article that are read. */
const PASSAGES = 4;
/** Names in the cited words that may be asked about. */
const MOST_NAMES = 2;
/** Two questions are one when so many of the telling words of one are in the other. */
const ALIKE = 0.75;
/** "When" and "where" of one thing are two questions. */
const ASKS = /^(?:when|where|who|why|how|what)$/;

/**
 * Questions about what the cited articles say beside the answer, those nearest to the cited words first. They are well
 * formed, but whether they are answered has to be tried.
 */
export function suggestionsFor(
  { question, readAs, citations }: Pick<Answer, 'question' | 'readAs' | 'citations'>,
  library: LibraryReader,
): Suggestion[] {
  const firsts = [...new Map(citations.map((citation) => [citation.articleId, citation])).values()];
  const near = firsts.flatMap(({ articleId, start }) =>
    library
      .passagesFrom(articleId, 0, Number.MAX_SAFE_INTEGER)
      .toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
      .slice(0, PASSAGES)
      .flatMap((passage) => passage.sentences.map((span) => ({ span, passage })))
      .filter(({ span }) => !citations.some((cited) => placesOverlap(cited, { articleId, ...span })))
      .toSorted((a, b) => Math.abs(a.span.start - start) - Math.abs(b.span.start - start))
      .flatMap(({ span: { start, end }, passage }) =>
        questionsFor(passage.text.slice(start - passage.start, end - passage.start)).map(
          (text): Suggestion => ({ text, articleId, start, end }),
        ),
      ),
  );
  const asked = [question, readAs ?? ''];
  const fresh: Suggestion[] = [];
  for (const suggestion of [...near, ...definitions(citations, library)]) {
    if (![...asked, ...fresh.map(({ text }) => text)].some((other) => isAlike(other, suggestion.text)))
      fresh.push(suggestion);
  }
  return fresh.slice(0, MOST_TRIED);
}

/** "What is the Guiana Space Centre?" for a name in the cited words that other words begin with. */
function definitions(citations: Answer['citations'], library: LibraryReader): Suggestion[] {
  const names = citations.flatMap(({ quote }) =>
    properNames(quote).map(({ start, end }) => quote.slice(start, end)),
  );
  return [...new Set(names)].slice(0, MOST_NAMES).flatMap((name) => {
    const terms = wordsOf(name).map(({ word }) => word);
    const rows = library.matchWords(terms, 3, {}).map(({ row }) => row);
    for (const { articleId, text, start, sentences } of library.passages(rows)) {
      const span = sentences.find((each) =>
        isDefinition(name, text.slice(each.start - start, each.end - start)),
      );
      if (span)
        return [
          { text: `What is ${article(name, text)}${name}?`, articleId, start: span.start, end: span.end },
        ];
    }
    return [];
  });
}

function isDefinition(name: string, sentence: string): boolean {
  const rest = sentence.replace(/^The /u, '');
  return (
    rest.startsWith(name) &&
    /^(?:, [^,]{2,60}(?:,|for short,))? (?:is|was) (?:the|an?) /u.test(rest.slice(name.length))
  );
}

function article(name: string, text: string): string {
  return text.includes(`the ${name}`) || text.includes(`The ${name}`) ? 'the ' : '';
}

/** Whether nearly all that one of two questions says is in the other, also as initials. */
function isAlike(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

function isWithin(inner: string, outer: string): boolean {
  const telling = wordsOf(inner).filter(({ word }) => !isStopWord(word) || ASKS.test(word));
  const all = stemsOf(wordsOf(outer), outer);
  const shared = telling.filter(({ stem }) => all.has(stem)).length;
  return telling.length > 0 && shared >= ALIKE * telling.length;
}
