import { parseArgs } from 'node:util';
import type { App } from '../../src/app.ts';
import { UserError } from '../../src/errors.ts';
import type { ArticleHead, Question } from '../../src/model.ts';
import { renderHistory, renderList, renderRecord } from '../../src/terminal/corpus.ts';
import { screenOf } from '../../src/terminal/screen.ts';
import { commonOptions, UsageError, withApp } from '../support/command.ts';
import { print, printJson } from '../support/print.ts';
import { ensurePrepared, filtersOf, questionOptions } from '../support/questions.ts';

const HISTORY = { shown: 10, most: 100 };

export async function list(args: string[]): Promise<number> {
  const { since, before, publisher } = questionOptions;
  const { values } = parseArgs({ args, options: { ...commonOptions, since, before, publisher } });
  const filters = filtersOf(values);
  return view(values, async (app) => {
    const articles = (await app.articles()).filter((article) => passes(article, filters));
    if (values.json) for (const article of articles) printJson(article);
    else print(renderList(articles, screenOf(process.stdout)));
  });
}

export async function show(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: commonOptions });
  const [id] = positionals;
  if (id === undefined || positionals.length > 1) {
    throw new UsageError('Give the id of one article; list shows them.');
  }
  return view(values, async (app) => {
    const record = await app.record(id);
    if (!record) throw new UserError(`There is and was no article "${id}": list shows the ids.`);
    if (values.json) printJson(record);
    else print(renderRecord(record, screenOf(process.stdout)));
  });
}

export async function history(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { ...commonOptions, count: { type: 'string' }, before: { type: 'string' } },
  });
  const numberOf = (name: 'count' | 'before', most: number) => {
    const given = values[name];
    if (given === undefined) return undefined;
    const number = Number(given);
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    throw new UsageError(`--${name} must be a whole number from 1 to ${most}, not "${given}".`);
  };
  const count = numberOf('count', HISTORY.most) ?? HISTORY.shown;
  const before = numberOf('before', Number.MAX_SAFE_INTEGER);
  return view(values, async (app) => {
    const page = await app.history({ count, ...(before !== undefined && { before }) });
    if (values.json) for (const publication of page.publications) printJson(publication);
    else print(renderHistory(page, screenOf(process.stdout)));
  });
}

async function view(
  values: { corpus?: string | undefined; data?: string | undefined },
  show: (app: App) => Promise<void>,
): Promise<number> {
  await withApp(values, async (app, config) => {
    await ensurePrepared(app, config);
    await show(app);
  });
  return 0;
}

function passes(
  { publishedAt, publisher }: ArticleHead,
  { since, before, publishers }: Omit<Question, 'text'>,
): boolean {
  if (since !== undefined && !(publishedAt !== undefined && publishedAt >= since)) return false;
  if (before !== undefined && !(publishedAt !== undefined && publishedAt < before)) return false;
  const names = publishers?.map((name) => name.toLowerCase());
  return names === undefined || names.includes((publisher ?? '').toLowerCase());
}
