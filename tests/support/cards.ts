import { readArticles } from '../../src/ingest/article.ts';
import { splitArticle } from '../../src/ingest/split.ts';
import type { Card } from '../../src/model.ts';
import type { SplitArticle } from '../../src/ports.ts';
import { QuizCorpus } from '../../src/quiz/corpus.ts';
import { cardsOf, type MadeCards } from '../../src/quiz/make.ts';

/** Articles read from the text of files, by path. */
export async function articlesIn(files: Record<string, string>): Promise<SplitArticle[]> {
  const read = await Promise.all(
    Object.entries(files).map(([path, text]) => readArticles(path, Buffer.from(text))),
  );
  return read.flatMap(({ articles }) =>
    articles.map((article) => ({ article, passages: splitArticle(article) })),
  );
}

/** What all of some articles make. */
export function cardsMadeOf(articles: readonly SplitArticle[]): MadeCards {
  const corpus = new QuizCorpus(articles);
  const made = articles.map(({ article }) => cardsOf(article.id, corpus));
  return {
    cards: made.flatMap(({ cards }) => cards),
    refused: made.flatMap(({ refused }) => refused),
  };
}

/** A card for what it asks and accepts; everything else is of no matter. */
export function card(parts: Partial<Card>): Card {
  return {
    id: 'card',
    kind: 'gap',
    asks: 'name',
    articleId: 'article',
    question: 'What is it?',
    key: '',
    also: [],
    proof: [],
    ...parts,
  };
}

/** A dated article in Markdown. */
export function dated(title: string, text: string): string {
  return `---\ntitle: ${title}\npublisher: The Daily Test\npublishedAt: 2024-05-06\n---\n\n${text}\n`;
}
