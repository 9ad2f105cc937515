import type { Card } from '../model.ts';
import { timesIn } from '../retrieve/dates.ts';
import { idOf, shuffled } from './chance.ts';
import type { QuizSentence } from './corpus.ts';
import { type JudgedSentence, type MadeCards, proofOf } from './make.ts';
import type { Term } from './terms.ts';

const EVENTS = 3;
const MOST_PER_ARTICLE = 3;
const LONGEST_EVENT = 130;
/** What may follow a date that is left out. */
const AFTER_DATE =
  /^(?:\.$|,? (?:by|as|with|to|at|for|from|in|after|when|while|under|between|during|through|and|making|becoming|following) [^;:]*$)/;
const LETTERS = 'ABCD';

interface DatedEvent {
  sentence: QuizSentence;
  /** What happened, without when. */
  what: string;
  since: string;
  before: string;
}

/** Cards that ask for the order of three events that an article dates. */
export function orderCards(judged: readonly JudgedSentence[]): MadeCards {
  const articleId = judged[0]?.sentence.article.id ?? '';
  const events = apart(judged.flatMap(eventOf));
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
    question: `Put these events in order, the earliest first:\n${lines.join('\n')}`,
    key: inOrder.map(letterOf).join(' '),
    also: [],
    proof: proofOf(inOrder.map(({ sentence }) => sentence)),
  };
}

/** What a sentence dates, told without the date; none when more than one time is in it. */
function eventOf({ sentence, standing }: JudgedSentence): DatedEvent[] {
  const { text, terms } = sentence;
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

/** The sentence without "in 1998" at one of its ends or between its parts. */
function withoutDate(text: string, { start, end }: Term): string | undefined {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (/^(?:In|On) $/.test(before)) {
    const rest = after.replace(/^,? /, '');
    return rest.charAt(0).toUpperCase() + rest.slice(1);
  }
  const [, clause, comma = ''] = /^(.+?)(,?) (?:in|on) $/.exec(before) ?? [];
  if (clause === undefined || !AFTER_DATE.test(after) || /, (?:which|who|where)\b[^,]*$/.test(clause))
    return undefined;
  return clause + (after === '.' ? after : comma + after.replace(/^, (?=when|after|while)/, ' '));
}

/** Events of which no two can be at the same time: of two that meet only the first. */
function apart(events: readonly DatedEvent[]): DatedEvent[] {
  const kept: DatedEvent[] = [];
  for (const event of events) {
    if (kept.every((other) => event.before <= other.since || other.before <= event.since)) kept.push(event);
  }
  return kept;
}
