import { type Client, DiscordAPIError } from 'discord.js';
import type { ScheduledRefresh } from '../../app/schedule.ts';
import { messageOf } from '../../errors.ts';
import { failureLine } from '../failure.ts';
import { renderScheduled } from './render-scheduled.ts';

/** Tells a channel what scheduled refreshes did. */
export class Announcer {
  readonly #client: Client<true>;
  readonly #channelId: string | undefined;
  readonly #log: (line: string) => void;
  /** What was told last: the same trouble is told once. */
  #last = '';

  constructor(client: Client<true>, channelId: string | undefined, log: (line: string) => void) {
    this.#client = client;
    this.#channelId = channelId;
    this.#log = log;
  }

  /** Posts a short summary, if there is something to tell. Never rejects: a channel that cannot be written to is logged. */
  async announce(refresh: ScheduledRefresh): Promise<void> {
    const message = this.#channelId === undefined ? undefined : renderScheduled(refresh);
    const text = JSON.stringify(message);
    if (this.#channelId === undefined || message === undefined || text === this.#last) return;
    try {
      const channel = await this.#client.channels.fetch(this.#channelId);
      if (!channel?.isSendable()) throw new Error('it is no channel that takes messages');
      await channel.send(message);
      this.#last = text;
    } catch (error) {
      const what = `The scheduled refresh could not be told in the channel ${this.#channelId} (MODERATION_CHANNEL_ID)`;
      const why =
        error instanceof DiscordAPIError ? failureLine(what, error) : `${what}: ${messageOf(error)}`;
      this.#log(`${why}. Let the bot see that channel and send messages in it, or name another.`);
    }
  }
}
