import type { Question, Span, Turn } from '../../model.ts';
import type { LibraryReader } from '../../ports.ts';
import { namesIn } from '../../retrieve/stems.ts';
import { isStopWord, type Word, wordsOf } from '../../retrieve/words.ts';
import { covers, moved } from '../../spans.ts';
import { mainOf } from './antecedents.ts';
import { casedAs } from './casing.ts';
import { type Evidence, evidenceFor, poolOf } from './evidence.ts';
import { type Form, formOf } from './form.ts';
import { type Reading, readingsOf } from './readings.ts';

/** How a question that follows others is understood. */
export interface FollowUp {
  /** The question that stands on its own. */
  text: string;
  /** Whether the conversation had to complete it. */
  isCarried: boolean;
  /** Present when it asks for more of what was said. */
  more?: Turn;
  /** What was cited last: it may ask for something else than that. */
  told?: { turn: Turn; asksElse: boolean };
  /** What it might have stood for as well, with the evidence (0 to 1) for each. */
  tried: { text: string; evidence: number }[];
}

/** A question as it was typed, before the conversation completed it. */
export interface Completed extends Pick<FollowUp, 'told'> {
  typed: string;
}

/** Turns that a follow-up may lean on. */
const MOST_TURNS = 4;
/** A question that may stand alone has to be so much better on its own the fewer telling words it has, */
const BETTER_ALONE = [1.3, 1.3, 1.3, 1.1, 0.85];
/** and less so when it names something. */
const NAMED = 0.9;
/** Less than this is no evidence for either. */
const SOME = 0.02;
/** So much is enough for a question that may stand alone, when the article that was cited has it. */
const ENOUGH = 0.4;
/** A whole question with less than this of its own in the articles is of something else, whatever was spoken of. */
const FOREIGN = 0.0001;
/** A question of so many telling words, or with a name, is one of its own. */
const FULL = 3;
/** Words beside its name that make a question of one without a verb. */
const OWN_WORDS = 2;
/** What a reading is worth without any evidence: the articles need not say what is asked. */
const UNSEEN = 0.3;

/** What a question means after the turns before it, as the articles bear out best. */
export function standaloneOf(question: Question, today: string, library: LibraryReader): FollowUp {
  const line = question.text.replace(/\s+/g, ' ').trim();
  const history = (question.history ?? []).slice(-MOST_TURNS);
  const asIs: FollowUp = { text: line, isCarried: false, tried: [] };
  if (history.length === 0) return asIs;
  const pool = poolOf([line, `${line} ${history.at(-1)?.question}`], library);
  const written = [
    ...history.flatMap(({ cited }) => cited.map(({ quote }) => quote)),
    ...pool.map(({ text }) => text),
  ];
  const turns = history.map((turn) => ({ ...turn, question: casedAs(written, turn.question) }));
  const form = formOf(casedAs(written, line));
  const last = turns.findLast(({ cited }) => cited.length > 0);
  if (form.kind === 'more') {
    const [topic = last?.cited[0]?.title] = last ? mainOf(last.question) : [];
    return last ? { text: `What else is said of ${topic}?`, isCarried: true, more: last, tried: [] } : asIs;
  }
  const weighed = weigh(readingsOf(form, turns), (text) =>
    evidenceFor({ ...question, text }, today, pool, library),
  );
  const chosen = choose(weighed, form, new Set(last?.cited.map(({ articleId }) => articleId)));
  if (!chosen) return asIs;
  const tried = weighed.map(({ text, evidence }) => ({ text, evidence }));
  return chosen.isCarried
    ? {
        text: chosen.text,
        isCarried: true,
        tried,
        ...(last && { told: { turn: last, asksElse: form.asksElse === true } }),
      }
    : { ...asIs, tried };
}

type Weighed = Reading & Evidence;

/** Readings with their evidence, but for those that no evidence could make the best. */
function weigh(readings: readonly Reading[], evidenceOf: (text: string) => Evidence): Weighed[] {
  const weighed: Weighed[] = [];
  let best = 0;
  for (const reading of readings) {
    if (reading.isCarried && (UNSEEN + 1) * reading.prior <= best) continue;
    const text = asQuestion(reading.text);
    const seen = { ...reading, text, ...evidenceOf(text) };
    if (reading.isCarried) best = Math.max(best, worth(seen));
    weighed.push(seen);
  }
  return weighed;
}

function worth({ evidence, prior }: Weighed): number {
  return (UNSEEN + evidence) * prior;
}

function choose(weighed: readonly Weighed[], form: Form, cited: ReadonlySet<string>): Weighed | undefined {
  const alone = weighed.find(({ isCarried }) => !isCarried);
  const [best] = weighed.filter(({ isCarried }) => isCarried).toSorted((a, b) => worth(b) - worth(a));
  if (!alone || !best) return best ?? alone;
  if (isBrief(form, alone.text)) return alone;
  const words = tellingWords(alone.text).length;
  if (form.kind === 'clause' && words >= FULL && alone.evidence < FOREIGN) return alone;
  // What stands where the conversation is needs nothing of it.
  const isFull = words >= FULL || hasName(alone.text);
  if (isFull && alone.evidence >= ENOUGH && cited.has(alone.article ?? '')) return alone;
  const needed = (BETTER_ALONE[words] ?? BETTER_ALONE.at(-1) ?? 1) * (hasName(alone.text) ? NAMED : 1);
  return best.evidence < SOME || alone.evidence > best.evidence * needed ? alone : best;
}

/** A question of its own in few words, such as "MTCR members count": it names something, and says what of it. */
function isBrief(form: Form, text: string): boolean {
  if (form.kind !== 'phrase' || form.preposition !== '' || form.isSwitch) return false;
  const names = nameSpans(text);
  const others = tellingWords(text).filter((word) => !names.some((name) => covers(name, word)));
  return names.length > 0 && others.length >= OWN_WORDS;
}

function hasName(text: string): boolean {
  return nameSpans(text).length > 0;
}

/** The names in a text, but for a word that only opens it; one in capitals is a name there too. */
function nameSpans(text: string): Span[] {
  const [opening] = /^\p{Lu}[\p{Lu}\d]+\b/u.exec(text) ?? [];
  const names = namesIn(` ${text}`).map((name) => moved(name, -1));
  return opening === undefined
    ? names.filter(({ start }) => start > 0)
    : [{ start: 0, end: opening.length }, ...names];
}

function tellingWords(text: string): Word[] {
  return wordsOf(text).filter(({ word }) => !isStopWord(word));
}

function asQuestion(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,)])/g, '$1')
    .trim();
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}?`;
}
