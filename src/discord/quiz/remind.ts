import type { ChatInputCommandInteraction } from 'discord.js';
import type { App } from '../../app.ts';
import { UserError } from '../../errors.ts';
import type { Reminder } from '../../model.ts';
import type { Button, Context } from '../commands/command.ts';
import { customId } from '../custom-id.ts';
import { button, buttons, type Message, message, notice, paragraph } from '../message.ts';
import { REMIND_OFF } from './names.ts';
import { clockIn, twoDigits } from './suggest.ts';

const NONE =
  'You get no reminders. Say at which hour and where you live, and I write to you each day on which something is due: /quiz remind hour:8 zone:Europe/Berlin';

/** `/quiz remind`: sets the reminder, or tells of it. */
export async function remind(
  { user, options }: ChatInputCommandInteraction,
  { app, now }: Context,
): Promise<Message> {
  const known = app.reminders.of(user.id);
  const hour = options.getInteger('hour') ?? known?.hour;
  const zone = options.getString('zone') ?? known?.zone;
  const says = options.data[0]?.options?.length ?? 0;
  if (says === 0 && known === undefined) return notice(NONE);
  if (hour === undefined)
    throw new UserError('Say at which hour of your day too, 0 to 23: /quiz remind hour:8');
  if (zone === undefined) {
    throw new UserError(
      'Say where you live too, so that I know what time it is for you: /quiz remind zone:Europe/Berlin',
    );
  }
  const reminder = says === 0 && known ? known : app.reminders.set(user.id, hour, zone);
  return message([
    paragraph(
      `**I write to you every day at ${hourOf(reminder)} when something is due.** On other days I do not.`,
      `-# ${reminder.zone}, where it is ${clockIn(reminder.zone, now())} now. Let me send you direct messages, or it cannot reach you.`,
    ),
    buttons(offButton(user.id, { app })),
  ]);
}

/** Turns off the reminders of whom it was shown to. */
export function offButton(user: string, { app }: { app: Pick<App, 'offers'> }) {
  return button('Turn reminders off', customId(REMIND_OFF, app.offers.make(user, 'endReminders')));
}

/** The hour as clocks show it: `08:00`. */
export function hourOf({ hour }: Reminder): string {
  return `${twoDigits(hour)}:00`;
}

const off = {
  result: () => 'update',
  async run({ user }, [key = ''], { app }) {
    app.offers.check(key, user.id, 'endReminders');
    return notice(
      app.reminders.end(user.id)
        ? 'Reminders are off. /quiz remind turns them on again.'
        : 'Reminders were off already. /quiz remind turns them on again.',
    );
  },
} satisfies Button;

export const remindButtons = { [REMIND_OFF]: off };
