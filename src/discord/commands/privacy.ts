import { ButtonStyle, ComponentType, ApplicationCommandOptionType as Type } from 'discord.js';
import { plural } from '../../counts.ts';
import { customId } from '../custom-id.ts';
import { button, buttons, type Message, message, notice, paragraph } from '../message.ts';
import type { Button, Command, Context } from './command.ts';
import { EVERYWHERE } from './places.ts';

const FORGET = 'privacy-forget';
const KEEP = 'privacy-keep';
const FILE = 'footnote-data.json';

/** All that is stored about somebody as a file. */
async function exported(user: string, { app, now }: Context): Promise<Message> {
  const stored = await app.exportOf(user);
  const rows = Object.values(stored).reduce((sum, { length }) => sum + length, 0);
  const json = JSON.stringify({ user, exportedAt: now().toISOString(), ...stored }, undefined, 2);
  return {
    ...message([
      paragraph(
        rows === 0
          ? '**Nothing is stored about you.** The file says so too.'
          : `**This is all that is stored about you**: ${plural(rows, 'entry', 'entries')}.`,
        '-# `/privacy delete` removes what is in the file.',
      ),
      { type: ComponentType.File, file: { url: `attachment://${FILE}` } },
    ]),
    files: [{ name: FILE, attachment: Buffer.from(json) }],
  };
}

function asksToForget(user: string, { app }: Context): Message {
  const key = app.offers.make(user, 'forget');
  return message([
    paragraph(
      '**Delete all that is stored about you?** Your quizzes and answers, what comes back when, reminders, reports and group rounds go at once, and cannot be brought back.',
      '-# `/privacy export` gives you a copy first. Who changed which article stays in the history that moderators see.',
    ),
    buttons(
      button('Delete everything', customId(FORGET, key), false, ButtonStyle.Danger),
      button('Keep it', customId(KEEP, key)),
    ),
  ]);
}

const forget = {
  result: () => 'update',
  async run({ user }, [key = ''], { app }) {
    app.offers.check(key, user.id, 'forget');
    await app.forgetUser(user.id);
    return notice('Done: nothing is stored about you any more.');
  },
} satisfies Button;

const keep = {
  result: () => 'update',
  async run({ user }, [key = ''], { app }) {
    app.offers.check(key, user.id, 'forget');
    return notice('Nothing was deleted.');
  },
} satisfies Button;

export const privacy = {
  data: {
    name: 'privacy',
    description: 'What is stored about you',
    ...EVERYWHERE,
    options: [
      { type: Type.Subcommand, name: 'export', description: 'Get all that is stored about you as a file' },
      {
        type: Type.Subcommand,
        name: 'delete',
        description: 'Remove all that is stored about you; you are asked first',
      },
    ],
  },
  audience: () => 'asker',
  run: async ({ user, options }, context) =>
    options.getSubcommand() === 'export' ? exported(user.id, context) : asksToForget(user.id, context),
  buttons: { [FORGET]: forget, [KEEP]: keep },
} satisfies Command;
