import type { ChatInputCommandInteraction } from 'discord.js';
import { UserError } from '../../errors.ts';
import { parseDate } from '../../ingest/dates.ts';
import { splitArticle } from '../../ingest/split.ts';
import type { ArticleHead } from '../../model.ts';
import type { Button, Context } from '../commands/command.ts';
import { customId } from '../custom-id.ts';
import type { Message } from '../message.ts';
import { shortLine } from '../source-line.ts';
import { digest } from './digest.ts';
import { PAGE, renderHistory } from './render-history.ts';
import { renderList } from './render-list.ts';
import { renderRecord } from './render-record.ts';
import { articleMeant, noSuchArticle } from './suggestions.ts';

type Asked = ChatInputCommandInteraction;
type App = Context['app'];

/** Names of the buttons that turn pages. They hold all they need, and work as long as their message is there. */
const LIST = 'corpus-list';
const SHOW = 'corpus-show';
const HISTORY = 'corpus-history';
const NUMBER = /^\d{1,9}$/;

/** What the list is kept to; the publisher by its digest. */
interface ListFilter {
  publisher: string;
  since: string;
  before: string;
}

export async function list({ options }: Asked, { app }: Context): Promise<Message> {
  const publisher = options.getString('publisher')?.trim() ?? '';
  return listPage(app, 0, {
    publisher: publisher === '' ? '' : digest(await spelled(app, publisher)),
    since: dayOf(options.getString('since')),
    before: dayOf(options.getString('before')),
  });
}

/** The publisher as the articles have it, whatever its case. @throws {UserError} when there is none. */
async function spelled(app: App, publisher: string): Promise<string> {
  const names = (await app.articles()).flatMap((article) => article.publisher ?? []);
  const name =
    names.find((it) => it.toLowerCase() === publisher.toLowerCase()) ??
    names.find((it) => it.toLowerCase().startsWith(publisher.toLowerCase()));
  if (name === undefined) {
    throw new UserError(
      `No article is by a publisher "${publisher}": choose one of those that are offered while you type.`,
    );
  }
  return name;
}

function dayOf(given: string | null): string {
  if (given === null || given.trim() === '') return '';
  const day = parseDate(given);
  if (day === undefined)
    throw new UserError(`"${given}" is no date: write it as 2031-03-04, 2031-03 or 2031.`);
  return day;
}

async function listPage(app: App, page: number, filter: ListFilter): Promise<Message> {
  const { publisher, since, before } = filter;
  const articles = (await app.articles()).filter((article) => passes(article, filter));
  const name = publisher === '' ? undefined : articles[0]?.publisher;
  const told = [
    name === undefined ? '' : ` of ${shortLine(name, 120)}`,
    since === '' ? '' : ` since ${shortLine(since, 10)}`,
    before === '' ? '' : ` before ${shortLine(before, 10)}`,
  ].join('');
  return renderList(articles, {
    page,
    filter: told,
    pageId: (to) => customId(LIST, to, since, before, publisher),
  });
}

function passes({ publisher, publishedAt = '' }: ArticleHead, filter: ListFilter): boolean {
  if (filter.since !== '' && publishedAt < filter.since) return false;
  if (filter.before !== '' && (publishedAt === '' || publishedAt >= filter.before)) return false;
  return filter.publisher === '' || (publisher !== undefined && digest(publisher) === filter.publisher);
}

export async function show({ options }: Asked, { app }: Context): Promise<Message> {
  const given = options.getString('article', true);
  const meant = articleMeant(await app.articles(), given);
  return recordPage(app, meant?.id ?? given.trim(), 0);
}

async function recordPage(app: App, id: string, page: number): Promise<Message> {
  const [record, cited] = await Promise.all([app.record(id), app.timesCited(id)]);
  if (record === undefined) throw noSuchArticle(id);
  return renderRecord(record, {
    ...{ page, cited },
    passages: record.live ? splitArticle(record.article) : [],
    pageId: (to) => customId(SHOW, to, digest(id)),
  });
}

export function history(_asked: Asked, { app }: Context): Promise<Message> {
  return historyPage(app, undefined);
}

async function historyPage(app: App, before: number | undefined): Promise<Message> {
  const newest = (await app.status()).generation?.id ?? 0;
  const from = before !== undefined && before <= newest ? before : undefined;
  const page = await app.history({ count: PAGE, ...(from !== undefined && { before: from }) });
  return renderHistory(page, { before: from, pageId: (to) => customId(HISTORY, to) });
}

const turnList = {
  result: () => 'update',
  run: async (_press, [page = '', since = '', before = '', publisher = ''], { app }) =>
    listPage(app, numberIn(page), { publisher, since, before }),
} satisfies Button;

const turnShow = {
  result: () => 'update',
  async run(_press, [page = '', key = ''], { app }) {
    const article = (await app.articles()).find(({ id }) => digest(id) === key);
    if (article === undefined)
      throw new UserError('This article was removed meanwhile: /corpus history tells by whom.');
    return recordPage(app, article.id, numberIn(page));
  },
} satisfies Button;

const turnHistory = {
  result: () => 'update',
  run: async (_press, [before = ''], { app }) => historyPage(app, numberIn(before)),
} satisfies Button;

/** The buttons that turn pages. */
export const articleButtons = { [LIST]: turnList, [SHOW]: turnShow, [HISTORY]: turnHistory };

/** Anybody can make up what a button says. */
function numberIn(part: string): number {
  if (!NUMBER.test(part))
    throw new UserError('This button does not work any more: please run the command again.');
  return Number(part);
}
