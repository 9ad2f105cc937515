import type { Card } from '../model.ts';
import { timesIn } from '../retrieve/dates.ts';
import { idOf, shuffled } from './chance.ts';
import type { QuizCorpus, QuizSentence } from './corpus.ts';
import { type MadeCards, proofOf } from './make.ts';
import { standingOf } from './standing.ts';
import type { Term } from './terms.ts';

const EVENTS = 3;
const MOST_PER_ARTICLE = 2;
const LONGEST_EVENT = 110;
const LETTERS = 'ABCD';

interface DatedEvent {
  sentence: QuizSentence;
  /** What happened, without when. */
  what: string;
  since: string;
  before: string;
}

/** Cards that ask for the order of three events that an article dates. */
export function orderCards(articleId: string, corpus: QuizCorpus): MadeCards {
  const events = apart(corpus.of(articleId).flatMap(eventOf));
  const cards: Card[] = [];
  const drawn = shuffled(events, articleId);
  for (let at = 0; at + EVENTS <= drawn.length && cards.length < MOST_PER_ARTICLE; at += EVENTS) {
    cards.push(cardOf(articleId, drawn.slice(at, at + EVENTS)));
  }
  return { cards, refused: [] };
}

function cardOf(articleId: string, events: readonly DatedEvent[]): Card {
  const inOrder = events.toSorted((a, b) => (a.since < b.since ? -1 : 1));
  const id = idOf('order', articleId, ...inOrder.map(({ sentence }) => sentence.text));
  const shown = shuffled(inOrder, id);
  const letterOf = (event: DatedEvent) => LETTERS.charAt(shown.indexOf(event));
  const lines = shown.map((event) => `${letterOf(event)}. ${event.what}`);
  return {
    id,
    kind: 'order',
    asks: 'order',
    articleId,
    question: `Put these events in order, the earliest first (answer with the letters, such as B A C):\n${lines.join('\n')}`,
    key: inOrder.map(letterOf).join(' '),
    also: [],
    proof: proofOf(inOrder.map(({ sentence }) => sentence)),
  };
}

/** What a sentence dates, told without the date; none when more than one time is in it. */
function eventOf(sentence: QuizSentence): DatedEvent[] {
  const { text, terms, article } = sentence;
  const standing = standingOf(text, article.publishedAt);
  if (typeof standing === 'string' || standing.introduction !== 'none' || standing.attributed) return [];
  const times = terms.filter(({ kind }) => kind === 'day' || kind === 'month' || kind === 'year');
  const [time] = times;
  if (time === undefined || times.length > 1 || (text.match(/\d{4}/g) ?? []).length > 1) return [];
  const what = withoutDate(text, time);
  const period = timesIn(time.text)[0]?.period;
  if (what === undefined || period === undefined || what.length > LONGEST_EVENT || what.split(' ').length < 4)
    return [];
  return [{ sentence, what, ...period }];
}

/** The sentence without "in 1998" at one of its ends. */
function withoutDate(text: string, { start, end }: Term): string | undefined {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (/^(?:In|On) $/.test(before)) {
    const rest = after.replace(/^,? /, '');
    return rest.charAt(0).toUpperCase() + rest.slice(1);
  }
  const clause = /^(.+?),? (?:in|on) $/.exec(before)?.[1];
  return clause !== undefined && /^(?:\.$| (?:by|as|with|to|at|for|from|in) [^,]*$)/.test(after)
    ? clause + after
    : undefined;
}

/** Events of which no two can be at the same time: of two that meet only the first. */
function apart(events: readonly DatedEvent[]): DatedEvent[] {
  const kept: DatedEvent[] = [];
  for (const event of events) {
    if (kept.every((other) => event.before <= other.since || other.before <= event.since)) kept.push(event);
  }
  return kept;
}
