import { type ChatInputCommandInteraction, ComponentType } from 'discord.js';
import type { QuizProgress } from '../../quiz/progress.ts';
import type { Context } from '../commands/command.ts';
import { type Message, message, notice, paragraph } from '../message.ts';
import { shortLine } from '../source-line.ts';
import { progressPicture } from './progress-picture.ts';
import { wordsOf } from './progress-words.ts';

const PICTURE = 'progress.png';
const ALT_TEXT = 1_000;
const LINE = 600;

/** `/quiz progress`. */
export async function progress({ user }: ChatInputCommandInteraction, { app }: Context): Promise<Message> {
  const zone = app.reminders.of(user.id)?.zone ?? 'UTC';
  const found = await app.quiz.progress(user.id, zone);
  if (found === undefined) {
    return notice(
      'There is nothing to show yet. Answer your first questions with /quiz start, come back tomorrow with /quiz review, and see here how much of it stays.',
    );
  }
  return renderProgress(found, await app.picture(progressPicture(found)));
}

/** The picture with the same facts in words, also for those who do not see it. */
function renderProgress(progress: QuizProgress, png: Uint8Array): Message {
  const { due, ahead, retention, streak, topics } = wordsOf(progress);
  const facts = ['Your progress', due, retention, streak, ahead, topics].join('. ');
  const description = `${facts.slice(0, ALT_TEXT).toWellFormed()}.`;
  const next = progress.due > 0 ? '`/quiz review` asks what is due.' : '`/quiz start` asks you more.';
  return {
    ...message([
      {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${PICTURE}` }, description }],
      },
      paragraph(
        `**${due}** · ${retention} · ${streak}`,
        ...[ahead, topics].map((line) => `-# ${shortLine(line, LINE)}`),
        `-# ${next}`,
      ),
    ]),
    files: [{ name: PICTURE, attachment: Buffer.from(png), description }],
  };
}
