import { message, paragraph } from '../message.ts';
import type { Command } from './command.ts';
import { EVERYWHERE } from './places.ts';

const HELP = [
  "I answer questions from this community's own articles, and from nothing else.",
  '',
  '**Ask** with `/ask`, by mentioning me, or in a direct message to me. With `private: True`, `/ask` answers you alone.',
  '**Footnotes** such as `[1]` say which article each statement rests on. The title opens the article at the quoted words.',
  '**Sources**, the button under an answer, shows you the exact words where they stand.',
  '**Go on asking**: reply to an answer, or press Follow up. You may leave out what was said: “And when was that?” With `thread: True`, `/ask` answers in a thread; mention me or reply to me there.',
  '**Stop and Regenerate**, while a chat model words your answer and after that, are for you alone.',
  '**When the articles do not say**, I say so. The closest articles I then name do not answer your question.',
  '',
  '**Quiz yourself** with `/quiz start`, or with **Quiz me on this** under an answer. `/quiz review` asks again what is due, `/quiz progress` shows how far you have come, `/quiz remind` writes to you when something is due.',
  '**Play together** with `/quiz play` in a channel; `/quiz top` shows who knew the most.',
  '',
  '**Moderators** add, change and take back articles with `/corpus`; every change is shown to them first. `/corpus cards` has the quiz questions that were reported.',
  '',
  '-# `/status` shows what I have read. Your questions are not written to any log; for follow-ups I remember the last ones of a conversation for some days. `/privacy` shows or deletes what is stored about you.',
];

export const help = {
  data: { name: 'help', description: 'How to ask, and how to check an answer', ...EVERYWHERE },
  audience: () => 'asker',
  run: async () => message([paragraph(...HELP)]),
} satisfies Command;
