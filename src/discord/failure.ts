import { DiscordAPIError } from 'discord.js';
import { messageOf, UserError } from '../errors.ts';

/** What somebody is told whose request failed: never more than they can do something about. */
export function apology(error: unknown): string {
  return error instanceof UserError
    ? error.message
    : 'Sorry, something went wrong on my side. Please try again in a moment.';
}

/**
 * One line for the log. Discord's addresses are left out, as they hold tokens, and so are the members' own words.
 * @param words texts that must not be logged.
 */
export function failureLine(what: string, error: unknown, words: readonly string[] = []): string {
  const code = error instanceof DiscordAPIError ? ` (${error.status}, code ${error.code})` : '';
  const name = error instanceof Error ? error.name.replace(/\[.*\]$/, '') : 'Error';
  const message = words
    .filter((word) => word !== '')
    .reduce((line, word) => line.replaceAll(word, '…'), messageOf(error))
    .replace(/\s+/g, ' ');
  return `${what}: ${name}${code}: ${message}`;
}
