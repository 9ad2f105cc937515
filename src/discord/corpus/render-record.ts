import { plural } from '../../counts.ts';
import { languageName } from '../../ingest/language.ts';
import type { ArticleRecord, SplitPassage } from '../../model.ts';
import { card, type Message, paragraph, rule } from '../message.ts';
import { shortLine } from '../source-line.ts';
import { actLine, changeLine, costOf, fitted, headLine, idOf } from './lines.ts';
import { pagesOf, turning } from './pages.ts';
import { ROOM } from './render-preview.ts';

const BLUE = 0x5865f2;
const PASSAGE = 1_100;
const PASSAGES = 4;

export interface RecordOptions {
  /** 0 has the details; those after it the passages. A page beyond the last shows the last. */
  page: number;
  pageId: (page: number) => string;
  /** How many answers cited it. */
  cited: number;
  passages: readonly SplitPassage[];
}

/** Everything that is known of an article and, on further pages, its passages. */
export function renderRecord(
  record: ArticleRecord,
  { page, pageId, cited, passages }: RecordOptions,
): Message {
  const { text } = record.article;
  const shownPassages = passages.map(
    ({ start, end }, i) =>
      `**Passage ${i + 1} of ${passages.length}**\n${shortLine(text.slice(start, end), PASSAGE)}`,
  );
  const pages = [[], ...(passages.length > 0 ? pagesOf(shownPassages, ROOM - 300, PASSAGES) : [])];
  const shown = Math.min(page, pages.length - 1);
  const title = `### ${headLine({ title: record.article.title, ...(record.article.url === undefined ? {} : { url: record.article.url }) })}`;
  const turn = turning(shown, pages.length, pageId);
  if (shown > 0) return card(BLUE, [paragraph(title), rule(), paragraph(...(pages[shown] ?? [])), turn]);
  return card(BLUE, [
    paragraph(title, ...detailLines(record, cited)),
    rule(),
    paragraph(...historyLines(record, ROOM - 1_700)),
    paragraph(
      record.live
        ? `-# ${passages.length > 0 ? 'Next shows its passages. ' : ''}\`/corpus rename\`, \`/corpus remove\` and \`/corpus rollback\` change it.`
        : '-# `/corpus rollback` brings back all articles as they were when it was there.',
    ),
    turn,
  ]);
}

function detailLines(record: ArticleRecord, cited: number): string[] {
  const { article, live, origin, passages, sentences, copies } = record;
  const known = (name: string, value: string | undefined) =>
    `**${name}:** ${value === undefined ? 'not known' : shortLine(value, 120)}`;
  const [copy] = copies;
  return [
    ...(live ? [] : ['**It was removed; this is its last version.**']),
    [
      known('Publisher', article.publisher),
      known('Author', article.author),
      known('Date', article.publishedAt),
      known('Language', article.language && languageName(article.language)),
    ].join(' · '),
    `**Kept as:** ${idOf(article.id)} (${origin === 'folder' ? 'from the corpus folder' : 'added by a moderator'})`,
    `**Text:** ${plural(passages, 'passage')} of ${plural(sentences, 'sentence')}`,
    `**Cited** in ${plural(cited, 'answer')}`,
    ...(copy === undefined
      ? []
      : [
          `**Nearly the same:** ${headLine(copy)}${copies.length > 1 ? ` and ${copies.length - 1} more` : ''}`,
        ]),
    `> ${shortLine(article.text.slice(article.body, article.body + 1_000), 400)}`,
  ];
}

function historyLines({ history }: ArticleRecord, room: number): string[] {
  const lines = history.map(
    ({ change, ...act }) => `**${act.generation}** · ${actLine(act)} ${changeLine(change)}`,
  );
  const head = '**History**';
  return [head, ...fitted(lines, room - costOf([head]))];
}
