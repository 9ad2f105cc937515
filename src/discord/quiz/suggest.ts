import type { AutocompleteInteraction } from 'discord.js';
import { localTime, TIME_ZONES } from '../../quiz/local-time.ts';
import type { Choices, Context } from '../commands/command.ts';
import { suggestArticles, suggestPublishers } from '../corpus/suggestions.ts';

const MOST = 25;
/** Offered before anything is typed. */
const USUAL_ZONES = [
  ...['UTC', 'Europe/London', 'Europe/Berlin', 'Europe/Istanbul', 'Africa/Lagos', 'Africa/Nairobi'],
  ...['Asia/Dubai', 'Asia/Karachi', 'Asia/Kolkata', 'Asia/Dhaka', 'Asia/Jakarta', 'Asia/Shanghai'],
  ...['Asia/Tokyo', 'Australia/Sydney', 'America/Sao_Paulo', 'America/New_York', 'America/Chicago'],
  ...['America/Denver', 'America/Los_Angeles'],
];

/** What is offered for the option that a student is typing. */
export async function suggest({ options }: AutocompleteInteraction, { app, now }: Context): Promise<Choices> {
  const { name, value } = options.getFocused(true);
  switch (name) {
    case 'article':
      return suggestArticles(await app.articles(), value);
    case 'publisher':
      return suggestPublishers(await app.articles(), value);
    case 'zone':
      return suggestZones(value, now());
    default:
      return [];
  }
}

/** Time zones with the time it is there, those whose city begins with what was typed first. */
function suggestZones(typed: string, now: Date): Choices {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[_\s]+/g, ' ')
      .trim();
  const wanted = plain(typed);
  const found = TIME_ZONES.filter((zone) => plain(zone).includes(wanted));
  const begins = (zone: string) => zone.split('/').some((part) => plain(part).startsWith(wanted));
  const sorted = [...found.filter(begins), ...found.filter((zone) => !begins(zone))];
  return (wanted === '' ? USUAL_ZONES : sorted)
    .slice(0, MOST)
    .map((zone) => ({ name: `${zone.replaceAll('_', ' ')} (now ${clockIn(zone, now)})`, value: zone }));
}

/** The time in a zone: `08:05`. */
export function clockIn(zone: string, now: Date): string {
  const { hour, minute } = localTime(now, zone);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** `8` as `08`. */
export function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
