import type { Article, Span } from '../model.ts';
import type { SplitArticle } from '../ports.ts';
import { stemsOf } from '../retrieve/stems.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';
import { plain } from './equivalent.ts';
import { kindsOfNames } from './name-kinds.ts';
import { acronymsIn, type ShortForm } from './short-forms.ts';
import { isFurniture } from './standing.ts';
import { type Term, termsOf } from './terms.ts';
import { isQuotedAt } from './voice.ts';

/** A sentence with what can be asked about it. */
export interface QuizSentence extends Span {
  article: Article;
  text: string;
  /** Whether it goes on with what somebody is quoted with. */
  isSpoken: boolean;
  /** Stems of its words that tell something. */
  stems: ReadonlySet<string>;
  terms: readonly Term[];
}

/** Sentences that share less than this of what a question says do not answer it. */
const LEAST_SHARED = 0.6;

/** Articles that share fewer names than this are about different things. */
const LEAST_NAMES = 2;

/** What follows is another name of something that has one: never a wrong answer beside the first. */
const OTHER_NAME =
  /\b(?:known as|called|renamed|formerly|named|dubbed|nicknamed|rebranded as|aka|a\.k\.a\.) (?:the )?$/i;

/** The sentences that cards are checked against and their distractors come from. */
export class QuizCorpus {
  readonly titles: ReadonlySet<string>;
  readonly sentences: readonly QuizSentence[];
  readonly shortForms: readonly ShortForm[];
  readonly #byArticle: ReadonlyMap<string, readonly QuizSentence[]>;
  readonly #naming = new Map<string, Set<string>>();
  readonly #near = new Map<string, readonly string[]>();
  /** Short forms by what they stand for, as `plain` writes it, and the other way round. */
  readonly #otherForms = new Map<string, string[]>();
  readonly #byStem = new Map<string, QuizSentence[]>();
  readonly #terms = new Map<Term['kind'], { term: Term; sentence: QuizSentence }[]>();

  constructor(articles: readonly SplitArticle[]) {
    const inOrder = articles.toSorted((a, b) => (a.article.id < b.article.id ? -1 : 1));
    this.titles = new Set(inOrder.map(({ article }) => article.title));
    this.sentences = inOrder.flatMap(sentencesOf);
    this.#byArticle = Map.groupBy(this.sentences, ({ article }) => article.id);
    this.shortForms = inOrder.flatMap(({ article }) => acronymsIn(article));
    for (const { short, full } of this.shortForms) {
      put(this.#otherForms, plain(full), short);
      put(this.#otherForms, short, full);
    }
    for (const sentence of this.sentences) {
      for (const stem of sentence.stems) put(this.#byStem, stem, sentence);
      for (const name of namedIn(sentence)) {
        const naming = this.#naming.get(name);
        if (naming) naming.add(sentence.article.id);
        else this.#naming.set(name, new Set([sentence.article.id]));
      }
      if (isFurniture(sentence.text)) continue;
      for (const term of sentence.terms) {
        if (!OTHER_NAME.test(sentence.text.slice(0, term.start)) && !/^[\p{Lu} ]{6,}$/u.test(term.text))
          put(this.#terms, term.kind, { term, sentence });
      }
    }
  }

  /** Ids of the articles that name things which an article names, those with the most of them first. */
  near(articleId: string): readonly string[] {
    const known = this.#near.get(articleId);
    if (known) return known;
    const shared = new Map<string, number>();
    for (const name of new Set(this.of(articleId).flatMap(namedIn))) {
      for (const id of this.#naming.get(name) ?? [])
        if (id !== articleId) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    const near = [...shared]
      .filter(([, count]) => count >= LEAST_NAMES)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([id]) => id);
    this.#near.set(articleId, near);
    return near;
  }

  of(articleId: string): readonly QuizSentence[] {
    return this.#byArticle.get(articleId) ?? [];
  }

  /** The short forms of a name that the articles explain, or what it stands for when it is one; one may come twice. */
  otherFormsOf(name: string): readonly string[] {
    return [plain(name), name].flatMap((form) => this.#otherForms.get(form) ?? []);
  }

  /** Everything of a kind that the sentences name, but for page furniture and second names. */
  termsOf(kind: Term['kind']): readonly { term: Term; sentence: QuizSentence }[] {
    return this.#terms.get(kind) ?? [];
  }

  /** Other sentences that hold at least so much (0 to 1) of what a question says. */
  saying(stems: ReadonlySet<string>, except: readonly Span[], least = LEAST_SHARED): QuizSentence[] {
    const shared = new Map<QuizSentence, number>();
    for (const stem of stems) {
      for (const sentence of this.#byStem.get(stem) ?? []) {
        shared.set(sentence, (shared.get(sentence) ?? 0) + 1);
      }
    }
    return [...shared]
      .filter(([sentence, count]) => count >= least * stems.size && !except.includes(sentence))
      .map(([sentence]) => sentence);
  }
}

/** The names of a sentence. */
function namedIn({ terms }: QuizSentence): string[] {
  return terms.flatMap(({ kind, text }) =>
    kind === 'person' || kind === 'organisation' || kind === 'place' || kind === 'name' ? [text] : [],
  );
}

/** Stems of the words of a text that tell something. */
export function tellingStems(text: string): Set<string> {
  return stemsOf(
    wordsOf(text).filter(({ word }) => !isStopWord(word)),
    text,
  );
}

/** Joins a sentence to the one before it, or tells where it was written, and says nothing of its own. */
const JOINING =
  /^(?:(?:\p{Lu}{3,}[\p{Lu} ]*(?:, [\p{Lu}][\p{L}. ]{1,24})?|\p{Lu}\p{Ll}+, \p{Lu}[\p{L}. ]{1,24})(?: \([^)]{2,12}\))? (?:—|–|--|-)|But|And|Yet|Still,|However,|Meanwhile,|Moreover,|Furthermore,|In addition,|Additionally,|Also,|Similarly,|For example,|For instance,) (?=\p{Lu}\p{L}|\d)/u;

function sentencesOf({ article, passages }: SplitArticle): QuizSentence[] {
  const spans = passages.flatMap(({ sentences }) =>
    sentences.map(({ start, end }) => ({
      start: start + (JOINING.exec(article.text.slice(start, end))?.[0].length ?? 0),
      end,
    })),
  );
  const kinds = kindsOfNames(spans.map(({ start, end }) => article.text.slice(start, end)));
  return spans.map(({ start, end }) => {
    const text = article.text.slice(start, end);
    return {
      article,
      start,
      end,
      text,
      isSpoken: isQuotedAt(article.text, start),
      stems: tellingStems(text),
      terms: termsOf(text, kinds),
    };
  });
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
