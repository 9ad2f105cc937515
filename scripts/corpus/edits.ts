import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { App } from '../../src/app.ts';
import { UserError } from '../../src/errors.ts';
import { MAX_DOCUMENT_BYTES, tooLarge } from '../../src/ingest/folder.ts';
import type { AddedFile, Edit } from '../../src/model.ts';
import { renderEditReport, renderPreview } from '../../src/terminal/corpus.ts';
import { ingestVisibly } from '../../src/terminal/ingest.ts';
import { screenOf } from '../../src/terminal/screen.ts';
import { UsageError, withApp } from '../support/command.ts';
import { print, printJson, round } from '../support/print.ts';
import { agreed, type EditValues, editOptions, visibly } from './agree.ts';

const IS_ADDRESS = /^[a-z][a-z\d+.-]*:\/\//i;
export async function add(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...editOptions,
      title: { type: 'string' },
      publisher: { type: 'string' },
      author: { type: 'string' },
      date: { type: 'string' },
      url: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new UsageError('Name the files or addresses to add.');
  const { title, publisher, author, date: publishedAt, url } = values;
  const given = Object.entries({ title, publisher, author, publishedAt, url });
  const details: NonNullable<AddedFile['details']> = Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value.trim() || { without: '' }]])),
  );
  if (Object.keys(details).length > 0 && positionals.length > 1) {
    throw new UsageError('--title, --publisher, --author, --date and --url are for one article at a time.');
  }
  return withApp(values, async (app) => {
    const files = positionals.map(async (place) => {
      const file = IS_ADDRESS.test(place) ? app.fetchFile(place) : fileAt(place);
      return { ...(await file), details };
    });
    return edit(app, { kind: 'add', files: await Promise.all(files) }, values);
  });
}

export async function remove(args: string[]): Promise<number> {
  const { values, positionals: ids } = parseArgs({ args, allowPositionals: true, options: editOptions });
  if (ids.length === 0) throw new UsageError('Name the articles to remove by their ids; list shows them.');
  return withApp(values, (app) => edit(app, { kind: 'remove', ids }, values));
}

export async function rename(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: editOptions });
  const [id, title] = positionals;
  if (id === undefined || title === undefined || positionals.length > 2) {
    throw new UsageError('Give the id of an article and its new title, in quotation marks.');
  }
  return withApp(values, (app) => edit(app, { kind: 'rename', id, title }, values));
}

export async function rollback(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: editOptions });
  const [generation] = positionals;
  if (generation === undefined || !/^\d{1,15}$/.test(generation) || positionals.length > 1) {
    throw new UsageError('Give the number of a generation; history shows them.');
  }
  return withApp(values, (app) => edit(app, { kind: 'rollback', generation: Number(generation) }, values));
}

/** Shows what an edit would do, and does it when that is agreed to. */
async function edit(app: App, edit: Edit, values: EditValues): Promise<number> {
  const screen = screenOf(process.stdout);
  if ((await app.status()).generation === undefined) await ingestVisibly(app, process.stderr);
  const preview = await app.preview(edit);
  if (!values.json) print(renderPreview(preview, screen));
  else if (!values.yes) printJson({ preview });
  if (preview.changes.length === 0) {
    if (values.json && values.yes) printJson({ preview });
    return 1;
  }
  if (!values.yes && !(await agreed())) return 1;
  const by = { base: preview.base, actor: values.by };
  const report = await visibly((onProgress) => app.apply(edit, by, onProgress));
  if (values.json) printJson({ ...report, ms: round(report.ms, 0) });
  else print(`\n${renderEditReport({ ...report, refused: [] }, screen)}`);
  return report.refused.length > 0 ? 2 : 0;
}

async function fileAt(path: string): Promise<AddedFile> {
  const stats = await stat(path);
  if (!stats.isFile()) throw new UserError(`${path} is no file: name the files themselves.`);
  if (stats.size > MAX_DOCUMENT_BYTES) {
    throw new UserError(`${path} is ${tooLarge(stats.size, MAX_DOCUMENT_BYTES)}.`);
  }
  return { name: basename(path), bytes: await readFile(path) };
}
