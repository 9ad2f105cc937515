import type { App } from '../../app.ts';
import { UserError } from '../../errors.ts';
import type { ArticleHead, Feed, Publication } from '../../model.ts';
import type { Choices } from '../commands/command.ts';
import { cleanLine } from '../inert.ts';
import { digest } from './digest.ts';

/** Discord's limits: choices at once, and characters of the name and the value of one. */
const MOST = 25;
const LONGEST = 100;
/** Generations that are looked through. */
const RECENT = 100;

/** Articles whose title or id has what was typed; those that begin with it first. */
export function suggestArticles(articles: readonly ArticleHead[], typed: string): Choices {
  return best(articles, typed, ({ title, id }) => [title, id]).map((article) => ({
    name: cut(`${article.title} (${article.id})`, article.id),
    value: keyOf(article),
  }));
}

export function suggestPublishers(articles: readonly ArticleHead[], typed: string): Choices {
  const names = [...new Set(articles.flatMap(({ publisher }) => publisher ?? []))].sort();
  return best(names, typed, (name) => [name]).map((name) => ({
    name: cut(name),
    value: name.slice(0, LONGEST),
  }));
}

/** Feeds whose address has room to be chosen. */
export function suggestFeeds(feeds: readonly Feed[], typed: string): Choices {
  const short = feeds.filter(({ url }) => url.length <= LONGEST);
  return best(short, typed, ({ url, title = '' }) => [url, title]).map(({ url, title }) => ({
    name: cut(title === undefined ? url : `${title} (${url})`),
    value: url,
  }));
}

/** Generations that can be brought back, the newest but one first, with who made them when. */
export async function suggestGenerations(app: Pick<App, 'history'>, typed: string): Promise<Choices> {
  const { publications } = await app.history({ count: RECENT });
  return publications
    .slice(1)
    .map((it) => ({ name: cut(generationLine(it)), value: it.generation }))
    .filter(({ name, value }) => String(value).startsWith(typed) || includes(name, typed))
    .slice(0, MOST);
}

/** The live article that a member chose or typed: by its id or, if only one has it, its title. @throws {UserError} */
export function articleMeant(articles: readonly ArticleHead[], given: string): ArticleHead | undefined {
  const wanted = given.trim();
  const byId = articles.find((article) => article.id === wanted || keyOf(article) === wanted);
  if (byId) return byId;
  const named = articles.filter(({ title, id }) => [title, id].some((it) => same(it, wanted)));
  if (named.length > 1) {
    throw new UserError(
      `${named.length} articles are called "${wanted}": choose one of those that are offered while you type.`,
    );
  }
  return named[0];
}

export function noSuchArticle(given: string): UserError {
  return new UserError(
    `There is no article "${given}": choose one of those that are offered while you type, or see /corpus list.`,
  );
}

function generationLine({ generation, at, kind, actor, added, changed, removed }: Publication): string {
  return `${generation} · ${at.slice(0, 16).replace('T', ' ')} UTC · ${kind} by ${actor} · +${added} ~${changed} −${removed}`;
}

/** What an article is chosen by: its id, where that is short enough. */
function keyOf({ id }: ArticleHead): string {
  return id.length <= LONGEST ? id : `#${digest(id)}`;
}

function best<T>(all: readonly T[], typed: string, textsOf: (one: T) => string[]): T[] {
  const wanted = typed.trim().toLowerCase();
  const begins = (one: T) => textsOf(one).some((text) => text.toLowerCase().startsWith(wanted));
  const found = all.filter((one) => textsOf(one).some((text) => includes(text, wanted)));
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, MOST);
}

function includes(text: string, typed: string): boolean {
  return text.toLowerCase().includes(typed.trim().toLowerCase());
}

function same(a: string, b: string): boolean {
  return cleanLine(a).trim().toLowerCase() === cleanLine(b).trim().toLowerCase();
}

/** A name as Discord shows it while somebody types: plain text, never empty. */
function cut(text: string, otherwise = '-'): string {
  const line = cleanLine(text).trim() || otherwise;
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).toWellFormed()}…`;
}
