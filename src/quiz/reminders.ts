import { UserError } from '../errors.ts';
import type { Reminder } from '../model.ts';
import type { ReminderStore } from '../ports.ts';
import { localTime, timeZoneNamed } from './local-time.ts';

/** A message that could not go out at its hour, as the bot was not running, goes out within so many hours. */
const LATE_HOURS = 3;

/** A reminder that is to go out today, `YYYY-MM-DD` in its time zone. */
export interface DueReminder extends Reminder {
  today: string;
}

/** Who is reminded of what is due, at which hour of their day. */
export class Reminders {
  readonly #store: ReminderStore;
  readonly #now: () => Date;

  constructor(store: ReminderStore, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** Of what they asked for; also one that failed. */
  of(user: string): Reminder | undefined {
    return this.#store.get(user);
  }

  /**
   * Reminds somebody from the next time on that it is this hour.
   * @throws {UserError} when there is no such hour or time zone.
   */
  set(user: string, hour: number, zone: string): Reminder {
    if (!Number.isInteger(hour) || hour < 0 || hour > 23) {
      throw new UserError(`The hour is a whole number from 0 to 23, not ${hour}.`);
    }
    const reminder = { user, hour, zone: timeZoneNamed(zone), failedAt: undefined };
    const lastSentOn = dueDay({ ...reminder, lastSentOn: undefined }, this.#now());
    const set = { ...reminder, lastSentOn };
    this.#store.set(set);
    return set;
  }

  /** Whether there was one. */
  end(user: string): boolean {
    const had = this.#store.get(user) !== undefined;
    this.#store.remove(user);
    return had;
  }

  /** Those whose hour it is, and who were not reminded today. */
  dueNow(): DueReminder[] {
    return this.#store.active().flatMap((reminder) => {
      const today = dueDay(reminder, this.#now());
      return today === undefined ? [] : [{ ...reminder, today }];
    });
  }

  /** Today is done with, whether or not there was something to tell. */
  done(reminder: DueReminder): void {
    if (this.#store.get(reminder.user) === undefined) return;
    this.#store.set({ ...reminder, lastSentOn: reminder.today });
  }

  /** Their direct messages are closed: there are no more until they ask again. */
  failed(reminder: Reminder): void {
    if (this.#store.get(reminder.user) === undefined) return;
    this.#store.set({ ...reminder, failedAt: this.#now().toISOString() });
  }

  /** Whether they are still to be told that it failed; asked once only. */
  takeFailure(user: string): boolean {
    if (this.#store.get(user)?.failedAt === undefined) return false;
    this.#store.remove(user);
    return true;
  }
}

/** The day (in their zone) that a reminder is now due on; a clock that was set back or ahead costs no more than a day. */
function dueDay(
  { hour, zone, lastSentOn }: Pick<Reminder, 'hour' | 'zone' | 'lastSentOn'>,
  now: Date,
): string | undefined {
  const local = localTime(now, zone);
  if (local.hour < hour || local.hour >= hour + LATE_HOURS || local.day === lastSentOn) return undefined;
  return local.day;
}
