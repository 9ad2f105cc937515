import { plural } from '../../counts.ts';
import type { Card, CardReport } from '../../model.ts';
import type { Button, Context } from '../commands/command.ts';
import { customId } from '../custom-id.ts';
import { cost, MESSAGE_TEXT } from '../limits.ts';
import { button, buttons, card as framed, type Message, notice, paragraph, rule } from '../message.ts';
import { proofLines } from '../quiz/render-outcome.ts';
import { optionLine, optionsOf, questionLines } from '../quiz/render-question.ts';
import { shortLine } from '../source-line.ts';
import { moment } from './lines.ts';
import { turning } from './pages.ts';

const KEEP = 'corpus-card-keep';
const DROP = 'corpus-card-drop';
const TURN = 'corpus-cards';
const AMBER = 0xfaa61a;
const ANSWER = 240;
/** Kept free for what else is said, and for notes of other changes. */
const NOTES = 500;

/** `/corpus cards`: what students reported, one on each page. */
export function cards(_asked: unknown, context: Context): Promise<Message> {
  return page(0, context);
}

async function page(wanted: number, { app }: Context, first: string[] = []): Promise<Message> {
  const reports = await app.reports.open();
  const at = Math.max(0, Math.min(Number.isInteger(wanted) ? wanted : 0, reports.length - 1));
  const shown = reports[at];
  if (shown === undefined) return notice([...first, 'No question is reported.'].join(' '));
  return renderReport(shown, { at, total: reports.length, first });
}

function renderReport(
  { card, cardId, reports, reportedAt }: CardReport & { card: Card },
  { at, total, first }: { at: number; total: number; first: string[] },
): Message {
  const said = [
    ...first,
    `-# Reported question ${at + 1} of ${total} · by ${plural(reports, 'student')}, first ${moment(reportedAt)}`,
    ...questionLines(card),
    ...optionsOf(card).map((_, i) => optionLine(card, i)),
    `**Answer:** ${shortLine(card.key, ANSWER)}`,
  ];
  const room = MESSAGE_TEXT - NOTES - cost(said.join('\n'));
  return framed(AMBER, [
    paragraph(...said),
    rule(),
    paragraph(...proofLines(card, room)),
    rule(),
    paragraph('-# Nobody is asked it now. Keep asks it again; Drop never asks it again.'),
    buttons(button('Keep', customId(KEEP, cardId, at)), button('Drop', customId(DROP, cardId, at))),
    turning(at, total, (to) => customId(TURN, to)),
  ]);
}

function deciding(decision: 'keep' | 'drop', done: string): Button {
  return {
    result: () => 'update',
    async run({ user }, [cardId = '', at = ''], context) {
      const isDone = context.app.reports.decide(cardId, decision, user.id);
      return page(Number(at), context, [isDone ? done : 'Somebody else had decided on it.']);
    },
  };
}

const turn = {
  result: () => 'update',
  run: (_press, [at = ''], context) => page(Number(at), context),
} satisfies Button;

export const cardButtons = {
  [KEEP]: deciding('keep', 'Kept: it is asked again.'),
  [DROP]: deciding('drop', 'Dropped: it is never asked again.'),
  [TURN]: turn,
};
