import type { APIButtonComponentWithCustomId } from 'discord.js';
import { timeNote } from '../answer/as-of.ts';
import { dayOf, differ } from '../answer/differ.ts';
import { leftOpen } from '../answer/left-open.ts';
import { notesOn } from '../answer/notes.ts';
import { phrase } from '../answer/phrases.ts';
import { quotesToMark } from '../answer/text-fragment.ts';
import { wordedNote } from '../answer/worded-note.ts';
import type { Answer, Citation, Claim, Span } from '../model.ts';
import { cleanLine, inertLine } from './inert.ts';
import { cost, fitting, MESSAGE_TEXT, shorten } from './limits.ts';
import { button, buttons, card, type Message, paragraph, rule } from './message.ts';
import { alsoIn, marker, shortLine, sourceLine, titleLink } from './source-line.ts';

const GREEN = 0x3ba55d;
const AMBER = 0xfaa61a;
const GREY = 0x99aab5;

const QUESTION = 300;
const CLAIM = 900;
const LABEL = 80;
const CLAIMS = 2_000;
/** Kept free for saying what was left out. */
const REMARKS = 200;
const NOTE = 300;
const CLOSEST = 5;
const FOUND = 'I found what the articles say, and it is being put into words…';

export interface AnswerOptions {
  /** Whether the message repeats the question; one that replies to the question shows it already. */
  echo: boolean;
  /** `custom_id` of the button that opens the sources; without it there is no button. */
  sourcesId?: string | undefined;
  /** Buttons beside it. */
  buttons?: readonly APIButtonComponentWithCustomId[];
  /** Buttons below those, which ask what might be asked next. */
  suggestions?: readonly APIButtonComponentWithCustomId[];
  /** A line of Footnote's own under the answer. */
  note?: string | undefined;
}

/** An answer as one message: claims with footnote numbers, then each source once. */
export function renderAnswer(answer: Answer, options: AnswerOptions): Message {
  if (answer.claims.length === 0) return renderNotInCorpus(answer, options);
  const remarks = [...(answer.missing.length > 0 ? [leftOpen(answer)] : []), ...notesOn(answer)].map(
    (remark) => `-# ${shortLine(remark, REMARKS)}`,
  );
  remarks.push(...timeLines(answer));
  const wordedBy = wordedNote(answer);
  if (wordedBy !== undefined) remarks.push(`-# ${shortLine(wordedBy, REMARKS)}`);
  remarks.push(...noteLines(options));
  const question = questionLines(answer, options);

  const opening = answer.conflict === undefined ? [] : [differ(answer.conflict)];
  const lines = answer.claims.map((claim) => {
    const day = answer.conflict === undefined ? [] : [inertLine(dayOf(claim, answer.citations))];
    return [renderClaim(claim), ...day].join(' · ');
  });
  const claims = fitting(lines, CLAIMS);
  const room = MESSAGE_TEXT - REMARKS - cost([...question, ...opening, ...claims, ...remarks].join('\n\n'));
  const articles = [...Map.groupBy(answer.citations, ({ articleId }) => articleId).values()];
  const sources = sourceLines(articles, room);

  const leftOut = [
    ...counted(answer.claims.length - claims.length, 'statement'),
    ...counted(articles.length - sources.length, 'source'),
  ].join(' and ');
  if (leftOut !== '')
    remarks.push(`-# ${leftOut} did not fit in here${options.sourcesId ? ': press Sources' : ''}.`);

  return card(answer.status === 'partial' ? AMBER : GREEN, [
    paragraph(...question, ...opening, claims.join('\n\n'), ...remarks),
    sources.length > 0 ? rule() : undefined,
    sources.length > 0 ? paragraph(...sources) : undefined,
    ...rowsOf(options),
  ]);
}

function renderNotInCorpus(answer: Answer, options: AnswerOptions): Message {
  const { language } = answer;
  const lines = [...questionLines(answer, options), `**${phrase(language, 'doNotSay')}**`];
  lines.push(...timeLines(answer));
  if (answer.generation === 0) lines.push(phrase(language, 'noArticles'));
  else lines.push(...notesOn(answer).map((note) => shortLine(note, NOTE)));
  if (answer.closest.length > 0) {
    const closest = answer.closest.slice(0, CLOSEST).map((article) => `-# • ${titleLink(article)}`);
    lines.push(`-# ${phrase(language, 'closest')}`, ...closest);
  }
  return card(GREY, [paragraph(...lines, ...noteLines(options)), ...rowsOf(options)]);
}

/** What is shown while a chat model words an answer: the claims that passed the check so far. */
export function renderWording(question: string, soFar: Answer | undefined, options: AnswerOptions): Message {
  if (soFar) return renderAnswer(soFar, { ...options, note: 'More may follow.' });
  const lines = [...questionLines({ question }, options), `-# ${FOUND}`];
  return card(GREY, [paragraph(...lines), ...rowsOf(options)]);
}

/** The buttons, in as many rows as there are kinds of them. */
function rowsOf({ sourcesId, buttons: others = [], suggestions = [] }: AnswerOptions) {
  const first = [...(sourcesId ? [button('Sources', sourcesId)] : []), ...others];
  return [first, suggestions].filter((row) => row.length > 0).map((row) => buttons(...row));
}

function noteLines({ note }: AnswerOptions): string[] {
  return note === undefined ? [] : [`-# ${note}`];
}

/** How old the answer is, and the time that it was kept to. */
function timeLines(answer: Answer): string[] {
  const note = timeNote(answer);
  return note === undefined ? [] : [`-# ${shortLine(note, REMARKS)}`];
}

function questionLines({ question }: Pick<Answer, 'question'>, { echo }: AnswerOptions): string[] {
  return echo ? [`> ${shortLine(question, QUESTION)}`] : [];
}

/** A line for each article: its link marks the quotes and its copies are named where that is not too much for the room. */
function sourceLines(articles: Citation[][], room: number): string[] {
  const lines = (marks: boolean, copies: boolean) =>
    articles.map(([first, ...others]) => {
      if (first === undefined) return '';
      const cited: [Citation, ...Citation[]] = [first, ...others];
      const line = sourceLine(cited, marks ? quotesToMark(cited) : []);
      return [`-# ${line}`, ...(copies ? [alsoIn(cited)] : [])].filter(Boolean).join(' · ');
    });
  for (const fuller of [lines(true, true), lines(false, true)]) {
    if (fitting(fuller, room).length === articles.length) return fuller;
  }
  return fitting(lines(false, false), room);
}

/** The claim on one line with its emphasised spans in bold and its footnote numbers behind it, never cut apart. */
function renderClaim(claim: Claim): string {
  const numbers = marker(claim.citations);
  const costOf = (text: string) => cost(emphasise(text, claim.emphasis));
  const text = shorten(claim.text, CLAIM - LABEL - cost(numbers) - 1, { costOf });
  const label = claim.label === undefined ? '' : `**${shortLine(claim.label, LABEL)}**: `;
  return `${label}${emphasise(text, claim.emphasis)} ${numbers}`;
}

function emphasise(text: string, emphasis: readonly Span[]): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of joined(emphasis, text)) {
    shown += inertLine(text.slice(at, start)) + bold(inertLine(text.slice(start, end)));
    at = end;
  }
  return (shown + inertLine(text.slice(at))).trim();
}

/** The same spans in order, as one where nothing visible is between them; what lies outside the text is cut off. */
function joined(spans: readonly Span[], text: string): Span[] {
  const result: Span[] = [];
  for (const { start, end: stated } of spans.toSorted((a, b) => a.start - b.start)) {
    const end = Math.min(stated, text.length);
    if (start >= end) continue;
    const last = result.at(-1);
    if (last !== undefined && cleanLine(text.slice(last.end, start)) === '')
      last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** Bold, with the spaces at its ends outside. */
export function bold(text: string): string {
  return text.replace(/\S(?:.*\S)?/s, (words) => `**${words}**`);
}

function counted(n: number, noun: string): string[] {
  return n === 0 ? [] : [`${n} more ${noun}${n === 1 ? '' : 's'}`];
}
