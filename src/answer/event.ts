import type { ArticleHead, Span } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import { type ClosedPeriod, type Period, periodOfDate } from '../retrieve/calendar.ts';
import { timesNamedIn } from '../retrieve/of-time.ts';
import { type Query, withStems } from '../retrieve/query.ts';
import { readSentences, type SentenceMatch } from '../retrieve/sentence-match.ts';
import type { QuestionTime } from '../retrieve/time.ts';
import { isStopWord, type Word } from '../retrieve/words.ts';
import { titleOf } from './asked-names.ts';

/** An event that a question takes for a limit of time: "before the visit". */
export interface Event extends Span {
  bound: 'before' | 'since' | 'after';
  /** What happened, as the question says it: `the visit`. */
  words: string;
  terms: Word[];
  /** The other words of the question. */
  about: Word[];
}

const LIMIT =
  /\b(before|prior to|ahead of|until|after|following|since)\s+((?:the|his|her|their|its|this|that)\s+[\p{L}’' -]+?)(?=\s*[?.!,;]|\s*$|\s+(?:what|who|which|where|how|did|does|do|was|were|is|are|had|has|have)\b)/iu;
/** Share of the other words of a question that what tells of it has. */
const ENOUGH_SAID = 2 / 3;
const LAST_DAY = '9999-12-31';
/** Passages that may tell when it was. */
const MOST_PASSAGES = 40;

/** The event by which a question limits the time; `undefined` when it names none, or a time of its own. */
export function eventIn({ text, words, time }: Query): Event | undefined {
  const match = time ? null : LIMIT.exec(text);
  if (!match) return undefined;
  const [phrase, lead = '', event = ''] = match;
  const [start, end] = [match.index, match.index + phrase.length];
  const terms = words.filter((word) => word.start > start && word.end <= end && !isStopWord(word.word));
  const about = words.filter((word) => !(word.start >= start && word.end <= end) && !isStopWord(word.word));
  if (terms.length === 0 || about.length === 0) return undefined;
  return { start, end, bound: boundOf(lead.toLowerCase()), words: event, terms, about };
}

/** Whether a text tells both of an event and of what is asked about. */
export function tellsOfBoth(event: Event, stems: ReadonlySet<string>): boolean {
  const said = event.about.filter(({ stem }) => stems.has(stem)).length;
  return tellsOf(event, stems) && said >= ENOUGH_SAID * event.about.length;
}

function tellsOf({ terms }: Event, stems: ReadonlySet<string>): boolean {
  return terms.every(({ stem }) => stems.has(stem));
}

/**
 * When an event was: the date that a sentence tells with it, or else the day on which an article told of it; of
 * several the one in the passage that has most of the question.
 */
export function periodOf(event: Event, { terms }: Query, library: LibraryReader): ClosedPeriod | undefined {
  const asked = terms.map(({ stem }) => stem);
  const rows = library.matchWords(asked, MOST_PASSAGES, {}).map(({ row }) => row);
  const dates = library.passages(rows).flatMap((passage) => {
    const sentences = readSentences(passage);
    const texts = [titleOf(passage.article), ...sentences];
    const held = asked.filter((stem) => texts.some(({ stems }) => stems.has(stem))).length;
    return datesTold(event, passage.article, sentences).map((told) => ({ ...told, held }));
  });
  const [best] = dates.sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.held - a.held);
  return best?.period;
}

/** The question asked of the time that its event limits. */
export function limitedBy(query: Query, event: Event, period: ClosedPeriod): Query {
  const isOutside = ({ start, end }: Span) => start < event.start || end > event.end;
  const outside = { ...query, words: query.words.filter(isOutside) };
  return { ...withStems(outside, new Map()), time: timeOfEvent(query, event, period, true) };
}

/**
 * What a question says of time by an event.
 * @param isLimited whether only what is of that time may answer
 */
export function timeOfEvent(
  { text }: Query,
  event: Event,
  period: ClosedPeriod | undefined,
  isLimited: boolean,
): QuestionTime {
  const words = text.slice(event.start, event.end);
  return {
    asked: {
      words,
      ...(period && isLimited && limitOf(event, period)),
      event: { words: event.words, ...(period && { date: dateIn(period) }) },
    },
    // All that the articles tell has happened.
    today: LAST_DAY,
    ...{ strict: true, isRange: true, phrases: [words.toLowerCase()], dropped: [], kept: [] },
  };
}

function limitOf({ bound }: Event, period: ClosedPeriod): Period {
  if (bound === 'before') return { before: period.since };
  return { since: bound === 'since' ? period.since : period.before };
}

function boundOf(lead: string): Event['bound'] {
  if (lead === 'since') return 'since';
  return lead === 'after' || lead === 'following' ? 'after' : 'before';
}

interface DateTold {
  period: ClosedPeriod;
  /** Whether the sentence names it, rather than its article having been published then. */
  isNamed: boolean;
}

function datesTold(
  event: Event,
  article: ArticleHead,
  sentences: readonly Pick<SentenceMatch, 'text' | 'stems'>[],
): DateTold[] {
  const published = article.publishedAt === undefined ? undefined : periodOfDate(article.publishedAt);
  return sentences.flatMap(({ text, stems }): DateTold[] => {
    if (!tellsOf(event, stems)) return [];
    const [named] = timesNamedIn(text, article).filter(({ isRange }) => !isRange);
    if (named) return [{ period: named.period, isNamed: true }];
    return published ? [{ period: published, isNamed: false }] : [];
  });
}

/** As much of a date as a period is exact. */
function dateIn({ since, before }: ClosedPeriod): string {
  const days = (Date.parse(before) - Date.parse(since)) / 86_400_000;
  return since.slice(0, days > 31 ? 'YYYY'.length : days > 1 ? 'YYYY-MM'.length : since.length);
}
