import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { Card } from '../../model.ts';
import type { QuizQuestion } from '../../quiz/desk.ts';
import { customId } from '../custom-id.ts';
import { button, buttons, card as framed, type Message, paragraph } from '../message.ts';
import { shortLine } from '../source-line.ts';
import { ORDER, PICK, REPORT, STOP, TYPE } from './names.ts';

const BLUE = 0x5865f2;
const LINE = 600;
const OPTION = 240;
/** `id` of the component with the question, by which the form for its answer finds it. */
export const QUESTION_ID = 100;
export const LETTERS = 'ABCD';
/** What is given for an answer by somebody who has none. */
export const NO_ANSWER = 'none';

/** A question as its student sees it, with what answers it. */
export function renderQuestion(key: string, { card, at, total }: QuizQuestion): Message {
  const options = optionsOf(card);
  return framed(BLUE, [
    paragraph(`-# Question ${at + 1} of ${total}`),
    { ...paragraph(...questionLines(card)), id: QUESTION_ID },
    options.length > 0 ? paragraph(...options.map((_, i) => optionLine(card, i))) : undefined,
    controls(key, card, at),
    buttons(stopButton(key), reportButton(key, at)),
  ]);
}

/** Ends the session of a key. */
export function stopButton(key: string) {
  return button('Stop', customId(STOP, key));
}

/** Reports the question `at` of the session of a key. */
export function reportButton(key: string, at: number) {
  return button('Report this question', customId(REPORT, key, at));
}

/** The question; a statement that it is about is quoted. */
export function questionLines({ question, kind }: Card): string[] {
  const [asked = '', ...more] = question.split('\n');
  const shown = (line: string) =>
    kind === 'order'
      ? `**${line.slice(0, 2)}** ${shortLine(line.slice(2), LINE)}`
      : `> ${shortLine(line, LINE)}`;
  return [`**${shortLine(asked, LINE)}**`, ...more.map(shown)];
}

/** What is chosen from by letters. */
export function optionsOf({ kind, options = [] }: Card): readonly string[] {
  return kind === 'trueFalse' ? [] : options;
}

export function optionLine(card: Card, i: number): string {
  return `**${LETTERS.charAt(i)}.** ${shortLine(optionsOf(card)[i] ?? '', OPTION)}`;
}

function controls(key: string, card: Card, at: number) {
  const pick = (label: string, given: string) =>
    button(label, customId(PICK, key, at, given), false, ButtonStyle.Primary);
  if (card.kind === 'order') return orderMenu(key, card, at);
  if (card.kind === 'trueFalse') return buttons(...(card.options ?? []).map((it) => pick(it, it)));
  if (card.options) return buttons(...card.options.map((_, i) => pick(LETTERS.charAt(i), LETTERS.charAt(i))));
  return buttons(
    button('Type the answer', customId(TYPE, key, at), false, ButtonStyle.Primary),
    button('I do not know', customId(PICK, key, at, NO_ANSWER)),
  );
}

/** Every order that there is. */
function orderMenu(key: string, { key: right }: Card, at: number) {
  const letters = right.split(' ').toSorted();
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId(ORDER, key, at),
        placeholder: 'Choose the order, the earliest first',
        options: ordersOf(letters).map((order) => ({ label: order.join(' → '), value: order.join(' ') })),
      },
    ],
  } satisfies APIMessageTopLevelComponent;
}

function ordersOf(letters: readonly string[]): string[][] {
  if (letters.length < 2) return [[...letters]];
  return letters.flatMap((first) =>
    ordersOf(letters.filter((letter) => letter !== first)).map((rest) => [first, ...rest]),
  );
}
