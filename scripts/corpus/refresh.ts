import { parseArgs } from 'node:util';
import type { App } from '../../src/app.ts';
import { plural } from '../../src/counts.ts';
import { UserError } from '../../src/errors.ts';
import type { RefreshPreview } from '../../src/model.ts';
import { renderEditReport } from '../../src/terminal/corpus.ts';
import { renderFeeds, renderRefresh } from '../../src/terminal/refresh.ts';
import { screenOf } from '../../src/terminal/screen.ts';
import { UsageError, withApp } from '../support/command.ts';
import { print, printJson, round } from '../support/print.ts';
import { agreed, type EditValues, editOptions, visibly } from './agree.ts';

export async function refresh(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...editOptions, confirm: { type: 'string', multiple: true, default: [] } },
  });
  if (positionals.length > 0) throw new UsageError('refresh reads everything again, and takes no names.');
  return withApp(values, async (app) => {
    const preview = await visibly((onProgress) => app.previewRefresh(onProgress));
    const { key: _, expiresAt: __, ...told } = preview;
    if (!values.json) print(renderRefresh(preview, screenOf(process.stdout)));
    else if (!values.yes) printJson({ preview: { ...told, ms: round(told.ms, 0) } });
    const { confirm } = values;
    assertHeld(preview, confirm);
    const isPartial =
      preview.unreachable.length + preview.refused.length + preview.held.length > confirm.length;
    if (preview.changes.length + confirm.length === 0) {
      if (values.json && values.yes) printJson({ preview: { ...told, ms: round(told.ms, 0) } });
      return isPartial ? 2 : 0;
    }
    if (!values.yes && !(await agreed())) return 1;
    const report = await visibly((onProgress) =>
      app.applyRefresh(preview.key, { confirmed: confirm, actor: values.by }, onProgress),
    );
    if (values.json) {
      const { held, unreachable, unchanged, waiting } = preview;
      printJson({ ...report, held, unreachable, unchanged, waiting, ms: round(report.ms, 0) });
    } else print(`\n${renderEditReport({ ...report, refused: [] }, screenOf(process.stdout))}`);
    return isPartial ? 2 : 0;
  });
}

export async function sources(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: editOptions });
  const [action = 'list', ...addresses] = positionals;
  const known = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!known) throw new UsageError(`sources can be listed, added and removed; "${action}" is none of it.`);
  if ((action === 'list') !== (addresses.length === 0)) {
    throw new UsageError(`Say sources list, sources add URL…, or sources remove URL….`);
  }
  return withApp(values, (app) => known(app, addresses, values));
}

const actions: Record<string, (app: App, addresses: string[], values: EditValues) => Promise<number>> = {
  async list(app, _, { json }) {
    const feeds = await app.feeds();
    if (json) for (const feed of feeds) printJson(feed);
    else print(renderFeeds(feeds, screenOf(process.stdout)));
    return 0;
  },
  async add(app, addresses, { json, by }) {
    for (const address of addresses) {
      const feed = await app.addFeed(address, { actor: by });
      if (json) printJson(feed);
      else {
        const entries = plural(feed.entries, 'entry', 'entries');
        print(`${feed.url} is followed from the next refresh on: ${feed.type} with ${entries}.`);
      }
    }
    return 0;
  },
  async remove(app, addresses, { json }) {
    for (const address of addresses) {
      const feed = await app.removeFeed(address);
      if (json) printJson(feed);
      else print(`${feed.url} is followed no longer; its articles stay.`);
    }
    return 0;
  },
};

function assertHeld({ held }: RefreshPreview, confirm: readonly string[]): void {
  const ids = new Set(held.map(({ id }) => id));
  const unknown = confirm.filter((id) => !ids.has(id));
  if (unknown.length > 0)
    throw new UserError(`Nothing is held back of ${unknown.join(', ')}: nothing was changed.`);
}
