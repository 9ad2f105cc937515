import type { AutocompleteInteraction } from 'discord.js';
import type { Choices, Context } from '../commands/command.ts';
import { suggestArticles, suggestFeeds, suggestGenerations, suggestPublishers } from './suggestions.ts';

/** What is offered for the option that a moderator is typing. */
export async function suggest({ options }: AutocompleteInteraction, { app }: Context): Promise<Choices> {
  const { name, value: typed } = options.getFocused(true);
  // Of a number, too, what was typed of it.
  const value = String(typed);
  switch (name) {
    case 'article':
      return suggestArticles(await app.articles(), value);
    case 'publisher':
      return suggestPublishers(await app.articles(), value);
    case 'url':
      return suggestFeeds(await app.feeds(), value);
    case 'generation':
      return suggestGenerations(app, value);
    default:
      return [];
  }
}
