import { ButtonStyle } from 'discord.js';
import { quotesToMark } from '../../answer/text-fragment.ts';
import type { Card, Citation, Grade } from '../../model.ts';
import type { QuizOutcome } from '../../quiz/desk.ts';
import { durationInWords } from '../../quiz/duration.ts';
import { customId } from '../custom-id.ts';
import { inertLine } from '../inert.ts';
import { cost, fitting, MESSAGE_TEXT } from '../limits.ts';
import { button, buttons, card as framed, type Message, paragraph, rule } from '../message.ts';
import { bold } from '../render-answer.ts';
import { marker, shortLine, sourceLine } from '../source-line.ts';
import { GRADE, NEXT } from './names.ts';
import { LETTERS, NO_ANSWER, optionsOf, questionLines, reportButton, stopButton } from './render-question.ts';

const GREEN = 0x3ba55d;
const RED = 0xed4245;
const ANSWER = 240;
const QUOTE = 600;
const SHORT_QUOTE = 240;
const LABELS: Record<Grade, string> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };

/** Right or wrong, the words that prove it, and when the question comes back. */
export function renderOutcome(
  key: string,
  { card, answer, counted }: QuizOutcome,
  { given, total, now }: { given: string; total: number; now: Date },
): Message {
  const { at, grade, memory, isRight } = answer;
  const grades = (Object.keys(LABELS) as Grade[]).map((one) =>
    button(
      LABELS[one],
      customId(GRADE, key, at, one),
      false,
      one === grade ? ButtonStyle.Primary : ButtonStyle.Secondary,
    ),
  );
  const verdict = [isRight ? '**Right.**' : `**Not right.** ${solutionOf(card)}`];
  if (!isRight && answer.given !== NO_ANSWER)
    verdict.push(`You answered: ${shownAnswer(card, answer.given)}.`);
  if (!counted && given !== answer.given) verdict.push('Your first answer counts.');
  const back = durationInWords(Date.parse(memory.due) - now.getTime());
  const asked = [`-# Question ${at + 1} of ${total}`, ...questionLines(card)];
  const scheduled = [
    `Comes back in **${back}**.`,
    `-# Counted as **${LABELS[grade]}**. If you knew it better or less well, say so:`,
  ];
  const said = [...asked, ...verdict, ...scheduled].join('\n');
  const proof = proofLines(card, MESSAGE_TEXT - cost(said));
  return framed(isRight ? GREEN : RED, [
    paragraph(...asked),
    paragraph(verdict.join(' ')),
    rule(),
    paragraph(...proof),
    rule(),
    paragraph(...scheduled),
    buttons(...grades),
    buttons(nextButton(key, at + 1 < total ? 'Next' : 'Finish'), stopButton(key), reportButton(key, at)),
  ]);
}

/** Goes on with the session of a key. */
export function nextButton(key: string, label: string) {
  return button(label, customId(NEXT, key), false, ButtonStyle.Success);
}

function solutionOf(card: Card): string {
  const { key } = card;
  const i = optionsOf(card).indexOf(key);
  const letter = i === -1 ? '' : `${LETTERS.charAt(i)}, `;
  return `It is **${letter}${shortLine(key, ANSWER)}**${/\.$/.test(key) ? '' : '.'}`;
}

/** What was answered, with its letter where it was chosen. */
function shownAnswer(card: Card, given: string): string {
  const option = given.length === 1 ? optionsOf(card)[LETTERS.indexOf(given)] : undefined;
  return shortLine(option === undefined ? given : `${given}, ${option}`, ANSWER);
}

/** The quotes and their articles: as full as there is room. */
export function proofLines(card: Card, room: number): string[] {
  const fuller = (quote: number, isMarked: boolean) => [
    ...card.proof.map((citation) => quoteLine(citation, card, quote)),
    ...sourceLines(card.proof, isMarked),
  ];
  const all = [fuller(QUOTE, true), fuller(QUOTE, false), fuller(SHORT_QUOTE, false)];
  return all.find((lines) => cost(lines.join('\n')) <= room) ?? fitting(all.at(-1) ?? [], room);
}

/** A quote with its footnote number; the answer is in bold where it stands in it. */
function quoteLine({ n, quote }: Citation, { key, kind }: Card, longest: number): string {
  const at = kind === 'trueFalse' || cost(inertLine(quote)) > longest ? -1 : quote.indexOf(key);
  const said =
    at === -1
      ? shortLine(quote, longest)
      : inertLine(quote.slice(0, at)) + bold(inertLine(key)) + inertLine(quote.slice(at + key.length));
  return `> “${said.trim()}” ${marker([n])}`;
}

/** A line for each article, as under an answer. */
function sourceLines(proof: readonly Citation[], isMarked: boolean): string[] {
  return [...Map.groupBy(proof, ({ articleId }) => articleId).values()].map((cited) => {
    const all = cited as [Citation, ...Citation[]];
    return `-# ${sourceLine(all, isMarked ? quotesToMark(all) : [])}`;
  });
}
