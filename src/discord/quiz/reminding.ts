import { type Client, DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { App } from '../../app.ts';
import type { Reminder } from '../../model.ts';
import type { DueReminder } from '../../quiz/reminders.ts';
import { customId } from '../custom-id.ts';
import { failureLine } from '../failure.ts';
import { button, buttons, type Message, message, paragraph } from '../message.ts';
import { REVIEW } from './names.ts';
import { hourOf, offButton } from './remind.ts';

/** What Discord answers about somebody whom the bot may not or no longer write to. */
const CLOSED: readonly (number | string)[] = [
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  RESTJSONErrorCodes.UnknownUser,
];

type QuizApp = Pick<App, 'quiz' | 'reminders' | 'offers'>;

/** Sends reminders to those whose hour it is, one after the other. */
export class Reminding {
  readonly #app: App;
  readonly #log: (line: string) => void;
  #underWay: Promise<void> | undefined;

  constructor(app: App, { log }: { log: (line: string) => void }) {
    this.#app = app;
    this.#log = log;
  }

  /** What is being sent. */
  get underWay(): Promise<void> | undefined {
    return this.#underWay;
  }

  /** Never rejects. What could not be sent for now is tried again the next time. */
  look(client: Client<true>): Promise<void> {
    this.#underWay ??= this.#look(client).finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #look(client: Client<true>): Promise<void> {
    for (const reminder of this.#app.reminders.dueNow()) {
      try {
        await this.#remind(client, reminder);
      } catch (error) {
        this.#log(failureLine('A reminder could not be sent', error));
      }
    }
  }

  async #remind(client: Client<true>, reminder: DueReminder): Promise<void> {
    const { quiz, reminders } = this.#app;
    const due = await quiz.due(reminder.user);
    try {
      if (due > 0) await send(client, reminder, due, this.#app);
      reminders.done(reminder);
    } catch (error) {
      if (!(error instanceof DiscordAPIError && CLOSED.includes(error.code))) throw error;
      reminders.failed(reminder);
    }
  }
}

async function send(client: Client<true>, reminder: DueReminder, due: number, app: QuizApp): Promise<void> {
  const { user, today } = reminder;
  const channel = await client.users.createDM(user);
  const { flags, components } = reminderMessage(reminder, due, app);
  // The same reminder is not sent twice when the answer to the first try was lost.
  const nonce = `${user}${today.slice(5).replace('-', '')}`;
  await channel.send({ flags, components, nonce, enforceNonce: true });
}

function reminderMessage(reminder: Reminder, due: number, app: QuizApp): Message {
  const { user, zone } = reminder;
  return message([
    paragraph(
      `**${due === 1 ? '1 question is' : `${due} questions are`} due for review.**`,
      `-# You asked to be told at ${hourOf(reminder)} (${zone}).`,
    ),
    buttons(
      button('Review now', customId(REVIEW, app.offers.make(user, 'review'))),
      offButton(user, { app }),
    ),
  ]);
}
