import type { Card } from '../model.ts';
import type { CardShelf, LibraryReader, MadeOfArticle, SplitArticle } from '../ports.ts';
import { rarityInEnglish } from '../retrieve/english.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';
import { shuffled } from './chance.ts';
import { QuizCorpus, tellingStems } from './corpus.ts';
import { holdsWords } from './distractors.ts';
import { areEquivalent } from './equivalent.ts';
import { cardsOf } from './make.ts';

/** Articles whose cards are made together. */
const BATCH = 100;
/** Libraries of so many articles are looked at as a whole; of larger ones, the articles near to the new ones. */
const WHOLE = 150;
/** Words that passages near to a new one are looked for by, how many of these are looked at, and how many of their articles for each new one. */
const NEAR = { words: 24, passages: 5, articles: 20 };
/** Articles that cards are made beside, near or not, when there are so many. */
const LEAST_BESIDE = 20;
/** Of what a card says, so much in a new sentence means that it may answer the card too. */
const SAID_AGAIN = 0.5;

/** Makes the cards that live articles lack, and retires those that new articles make doubtful. Goes on where it was cut off. */
export function shelveCards(shelf: CardShelf, library: Pick<LibraryReader, 'matchWords' | 'passages'>): void {
  for (let lacking = shelf.withoutCards(BATCH); lacking.length > 0; lacking = shelf.withoutCards(BATCH)) {
    const own = new Set(lacking.map(({ article }) => article.id));
    const others = nearTo(lacking, shelf, library).filter((id) => !own.has(id));
    const beside = [...others, ...anyBut([...own, ...others], LEAST_BESIDE - others.length, shelf)];
    const corpus = new QuizCorpus([...lacking, ...shelf.split(beside)]);
    const made = lacking.map(({ article }): MadeOfArticle => {
      const { cards, refused } = cardsOf(article.id, corpus);
      const counts: Record<string, number> = {};
      for (const { reason } of refused) counts[reason] = (counts[reason] ?? 0) + 1;
      return { articleId: article.id, version: article.contentHash, cards, refused: counts };
    });
    const fresh = new QuizCorpus(lacking);
    const doubtful = shelf.cards({ articleIds: others }).filter((card) => isDoubtful(card, fresh));
    shelf.save(
      made,
      doubtful.map(({ id }) => id),
    );
  }
}

/** Ids of so many other articles, that wrong answers and titles may come from. */
function anyBut(ids: readonly string[], count: number, shelf: CardShelf): string[] {
  if (count <= 0) return [];
  return shuffled(
    shelf.ids(WHOLE).filter((id) => !ids.includes(id)),
    ids[0] ?? '',
  ).slice(0, count);
}

/** Ids of articles that speak of the same things. */
function nearTo(
  articles: readonly SplitArticle[],
  shelf: CardShelf,
  library: Pick<LibraryReader, 'matchWords' | 'passages'>,
): string[] {
  if (shelf.articles <= WHOLE) return shelf.ids(WHOLE);
  const hits = new Map<string, number>();
  for (const { article, passages } of articles) {
    for (const { start, end } of passages) {
      const rows = library.matchWords(rarest(article.text.slice(start, end)), NEAR.passages, {});
      for (const { articleId } of library.passages(rows.map(({ row }) => row))) {
        hits.set(articleId, (hits.get(articleId) ?? 0) + 1);
      }
    }
  }
  const nearest = [...hits].sort(([, a], [, b]) => b - a);
  return nearest.slice(0, NEAR.articles * articles.length).map(([id]) => id);
}

/** The words of a text that tell best what it is about, each once. */
function rarest(text: string): string[] {
  const words = wordsOf(text).filter(({ word }) => !isStopWord(word));
  const rarities = new Map(words.map(({ word, stem }) => [word, rarityInEnglish(stem)]));
  return [...rarities]
    .sort(([, a], [, b]) => b - a)
    .slice(0, NEAR.words)
    .map(([word]) => word);
}

/** Whether new sentences may make a wrong option of a card right, or give its question another answer. */
export function isDoubtful(card: Card, fresh: QuizCorpus): boolean {
  const { kind, asks, key, options = [], proof, question } = card;
  const said = proof.map(({ quote }) => quote).join(' ');
  if (kind === 'acronym')
    return fresh.shortForms.some(
      ({ short, full }) =>
        (short === key) !== (full === key) &&
        (said.includes(short) || said.includes(full)) &&
        (question.includes(short) || question.includes(full)),
    );
  if (kind === 'order') return false;
  const around = new Set(
    [...tellingStems(said)].filter((stem) => kind === 'article' || !tellingStems(key).has(stem)),
  );
  return fresh.saying(around, [], SAID_AGAIN).some((sentence) => {
    if (kind === 'article') return true;
    if (options.some((option) => option !== key && holdsWords(sentence.text, option))) return true;
    return (
      !holdsWords(sentence.text, key) &&
      sentence.terms.some(
        (term) => term.kind === asks && !holdsWords(said, term.text) && !areEquivalent(term.text, key, asks),
      )
    );
  });
}
