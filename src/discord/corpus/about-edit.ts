import type { App } from '../../app.ts';
import { count, plural } from '../../counts.ts';
import type { Edit } from '../../model.ts';
import { shortLine } from '../source-line.ts';
import { headLine, idOf } from './lines.ts';

type Needed = Pick<App, 'articles' | 'soleNames' | 'timesCited'>;

const ARTICLES = 5;

/** What a moderator should know of an edit beside its preview: which article it is about, and what goes with it. Safe to show. */
export async function linesAbout(app: Needed, edit: Edit): Promise<string[]> {
  switch (edit.kind) {
    case 'remove':
      return removalLines(app, edit.ids);
    case 'rename': {
      const before = (await app.articles()).find(({ id }) => id === edit.id);
      return before ? [`**Now:** ${headLine(before)}`] : [];
    }
    default:
      return [];
  }
}

async function removalLines(app: Needed, ids: readonly string[]): Promise<string[]> {
  const some = ids.slice(0, ARTICLES);
  const names = (await Promise.all(some.map((id) => app.soleNames(id)))).flat();
  const times = (await Promise.all(some.map((id) => app.timesCited(id)))).reduce((sum, n) => sum + n, 0);
  const heads = (await app.articles()).filter(({ id }) => some.includes(id));
  const cited =
    times === 0
      ? 'No answer has cited it so far.'
      : `${plural(times, 'answer')} cited it so far; opened again, ${times === 1 ? 'it is' : 'they are'} marked.`;
  return [
    ...heads.map((head) => `${headLine(head)}, kept as ${idOf(head.id)}`),
    names.length === 0
      ? 'No name is in it alone, but what only it says can no longer be answered.'
      : `**No longer answerable:** what only it says. No other article mentions ${listed(names)}.`,
    cited,
  ];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => shortLine(name, 60));
  const more = names.length > shown.length ? [`${count(names.length - shown.length)} more`] : [];
  const all = [...shown, ...more];
  return all.length === 1 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
