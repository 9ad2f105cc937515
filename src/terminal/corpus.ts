import { count, plural } from '../counts.ts';
import { differencesOf } from '../ingest/changes.ts';
import { languageName } from '../ingest/language.ts';
import type {
  AddedArticle,
  Article,
  ArticleChange,
  ArticleHead,
  ArticleRecord,
  EditReport,
  HistoryPage,
  Preview,
  Publication,
} from '../model.ts';
import { imprint } from './answer.ts';
import { renderRefusals } from './ingest.ts';
import { hang, type Screen, wrap } from './screen.ts';
import { styleFor } from './style.ts';
import { inert, inertLine } from './text.ts';

/** Changes that are listed one by one. */
const MOST_LISTED = 20;
const SIGNS: Record<ArticleChange['kind'], string> = { added: '+', changed: '~', removed: '-' };

/** What an edit would do: the articles that were read, what changes, what is left out, and what else to know. */
export function renderPreview(
  { changes, articles, refused, notes, toEmbed }: Preview,
  screen: Screen,
): string {
  const effect = changes.length === 0 ? 'Nothing would change.' : `What would change: ${countsOf(changes)}.`;
  const parts = [
    ...articles.map((article) => renderAdded(article, screen)),
    [effect, ...listed(changes, screen)].join('\n'),
    renderRefusals(refused, screen),
    ...notes.map((note) => wrap(inertLine(note), screen)),
    toEmbed > 0 ? `${plural(toEmbed, 'sentence')} would be embedded.` : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What an edit did. */
export function renderEditReport({ generation, changes, refused, ms }: EditReport, screen: Screen): string {
  const seconds = (ms / 1000).toLocaleString('en-US', { maximumFractionDigits: 1 });
  const done = `Generation ${generation} is published: ${countsOf(changes)}, in ${seconds} s.`;
  return [done, renderRefusals(refused, screen)].filter((part) => part !== '').join('\n\n');
}

/** Who published what when, newest first. */
export function renderHistory({ publications, more }: HistoryPage, screen: Screen): string {
  const shown = publications.map((publication) =>
    [headOf(publication, screen), ...listed(publication.articles, screen, totalOf(publication))].join('\n'),
  );
  const oldest = publications.at(-1)?.generation;
  if (more && oldest !== undefined) shown.push(`Older ones: --before ${oldest}`);
  return shown.join('\n\n') || 'Nothing was published yet.';
}

/** Everything that is known of an article, what became of it, and the first lines of its text. */
export function renderRecord(record: ArticleRecord, screen: Screen): string {
  const { article, live, origin, copies, history } = record;
  const { faint, strong } = styleFor(screen);
  const rows: [string, string | undefined][] = [
    ['id', article.id],
    ['publisher', article.publisher],
    ['author', article.author],
    ['date', article.publishedAt],
    ['address', article.url],
    ['language', article.language && languageName(article.language)],
    ['from', origin === 'folder' ? 'the corpus folder' : 'added by hand'],
    ['size', `${plural(record.passages, 'passage')}, ${plural(record.sentences, 'sentence')}`],
    ['like it', copies.map(({ id }) => id).join(', ') || undefined],
  ];
  const table = rows.flatMap(([label, value]) =>
    value === undefined ? [] : [hang(`  ${label.padEnd(9)}  `, inertLine(value), screen)],
  );
  const events = history.map(({ change, ...act }) =>
    [faint(whenOf(act)), ...listed([change], screen)].join('\n'),
  );
  return [
    strong(inertLine(article.title)),
    ...(live ? [] : ['It was removed; this is its last version.']),
    table.join('\n'),
    wrap(openingOf(article), screen),
    events.join('\n'),
  ].join('\n\n');
}

/** A line or two for each article. */
export function renderList(articles: readonly ArticleHead[], screen: Screen): string {
  const { faint } = styleFor(screen);
  const lines = articles.map((article) => {
    const details = [inertLine(article.id), imprint(article)].filter(Boolean).join('; ');
    return `${hang('', inertLine(article.title), screen)}\n${faint(hang('  ', details, screen))}`;
  });
  return [...lines, `${plural(articles.length, 'article')}.`].join('\n');
}

function renderAdded(article: AddedArticle, screen: Screen): string {
  const { faint, strong } = styleFor(screen);
  const size = [
    plural(article.words, 'word'),
    plural(article.passages, 'passage'),
    plural(article.sentences, 'sentence'),
  ];
  const language = article.language === undefined ? '' : ` in ${languageName(article.language)}`;
  const dropped = article.dropped.map(
    ({ kind, pieces, example }) => `${kind} (${pieces}): ${inertLine(example)}`,
  );
  const lines = [
    [article.publisher, article.author, article.publishedAt, article.url]
      .filter((part) => part !== undefined)
      .map(inertLine)
      .join(', '),
    `${size.join(', ')}${language}; its id is ${inertLine(article.id)}`,
    ...(article.note === undefined ? [] : [inertLine(article.note)]),
    inert(article.opening),
    ...(dropped.length > 0 ? [faint(`left out of the page: ${dropped.join('; ')}`)] : []),
    ...article.copies.map(
      ({ id, title }) => `nearly the same is there: ${inertLine(title)} (${inertLine(id)})`,
    ),
  ].filter((line) => line !== '');
  return hang('  ', [strong(inertLine(article.title)), ...lines].join('\n'), screen);
}

function listed(changes: readonly ArticleChange[], screen: Screen, total = changes.length): string[] {
  const shown = changes.slice(0, MOST_LISTED);
  const lines = shown.map((change) => changeLine(change, screen));
  return total > shown.length ? [...lines, `    and ${plural(total - shown.length, 'more article')}`] : lines;
}

/** What becomes of one article. */
export function changeLine(change: ArticleChange, screen: Screen): string {
  const title = change.title === change.id ? '' : ` "${inertLine(change.title)}"`;
  const what = change.kind === 'changed' ? `: ${differencesOf(change)}` : '';
  return hang(`  ${SIGNS[change.kind]} `, `${inertLine(change.id)}${title}${what}`, screen);
}

function headOf(publication: Publication, screen: Screen): string {
  const { added, changed, removed } = publication;
  const counts = [`+${count(added)}`, `~${count(changed)}`, `−${count(removed)}`].join(' ');
  return styleFor(screen).strong(`${whenOf(publication)}: ${counts}`);
}

/** `5  2031-03-04 10:00  rollback to 2 by Ann`. */
function whenOf({
  generation,
  at,
  kind,
  restored,
  actor,
}: Pick<Publication, 'generation' | 'at' | 'kind' | 'restored' | 'actor'>): string {
  const what = restored === undefined ? kind : `${kind} to ${restored}`;
  return `${generation}  ${at.slice(0, 16).replace('T', ' ')}  ${what} by ${inertLine(actor)}`;
}

function totalOf({ added, changed, removed }: Publication): number {
  return added + changed + removed;
}

/** `2 added, 1 removed`. */
export function countsOf(changes: readonly ArticleChange[]): string {
  const counts = Map.groupBy(changes, ({ kind }) => kind);
  const parts = (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const n = counts.get(kind)?.length ?? 0;
    return n > 0 ? [`${count(n)} ${kind}`] : [];
  });
  return parts.join(', ') || 'nothing';
}

function openingOf({ text, body }: Article): string {
  const opening = inert(text.slice(body, body + 600));
  return text.length - body > 600 ? `${opening.slice(0, opening.lastIndexOf(' '))} …` : opening;
}
