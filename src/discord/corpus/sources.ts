import type { ChatInputCommandInteraction } from 'discord.js';
import { plural } from '../../counts.ts';
import type { Feed } from '../../model.ts';
import type { Context } from '../commands/command.ts';
import { card, type Message, paragraph } from '../message.ts';
import { shortLine } from '../source-line.ts';
import { fitted, moment } from './lines.ts';
import { ROOM } from './render-preview.ts';
import { renderEnd } from './render-report.ts';

type Asked = ChatInputCommandInteraction;

const BLUE = 0x5865f2;
const ADDRESS = 300;

export async function addSource({ user, options }: Asked, { app }: Context): Promise<Message> {
  const address = options.getString('url', true).trim();
  const feed = await app.addFeed(address, { actor: user.username });
  const entries = plural(feed.entries, 'entry', 'entries');
  return renderEnd(
    `**Followed from the next refresh on:** ${named(feed)} (${shortLine(feed.type, 20)}, ${entries}).\n-# \`/corpus refresh\` shows its articles now; nothing was added yet.`,
  );
}

export async function removeSource({ options }: Asked, { app }: Context): Promise<Message> {
  const feed = await app.removeFeed(options.getString('url', true).trim());
  return renderEnd(`**Followed no longer:** ${named(feed)}. Its articles stay.`);
}

export async function listSources(_asked: Asked, { app }: Context): Promise<Message> {
  const feeds = await app.feeds();
  const lines = feeds.map((feed) => `• ${named(feed)}\n-# ${detailsOf(feed)}`);
  const hint =
    feeds.length === 0
      ? '`/corpus sources add` follows an RSS, Atom or JSON feed, or a sitemap.'
      : '-# `/corpus refresh` reads them.';
  return card(BLUE, [paragraph(`### ${plural(feeds.length, 'source')}`, ...fitted(lines, ROOM - 200), hint)]);
}

function named({ url, title }: Feed): string {
  const address = shortLine(url, ADDRESS);
  return title === undefined ? address : `${shortLine(title, 120)} · ${address}`;
}

function detailsOf({ type, addedBy, addedAt, checkedAt, problem }: Feed): string {
  return [
    shortLine(type, 20),
    `added by ${shortLine(addedBy, 80)}, ${moment(addedAt)}`,
    checkedAt === undefined ? 'not read yet' : `read ${moment(checkedAt)}`,
    ...(problem === undefined ? [] : [shortLine(problem, 200)]),
  ].join(' · ');
}
