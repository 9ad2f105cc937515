import { markBeyondBulk } from './clean/bulk.ts';
import { withoutCredit, withoutDateline } from './clean/dateline.ts';
import { markHead } from './clean/head.ts';
import { drop, droppedOf, isKept, type Line, linesOf } from './clean/line.ts';
import { markBeyondMenus } from './clean/menu.ts';
import { skeleton } from './clean/prose.ts';
import { copyrightHolder } from './clean/publisher.ts';
import { markRepeated } from './clean/repeated.ts';
import { isCredit, markTail } from './clean/tail.ts';
import type { Block, Draft, Dropped, Metadata } from './draft.ts';
import { withoutGaps, withoutSite } from './metadata.ts';

/** An article without its page. */
export interface Cleaned {
  /** What the draft said, completed by what the page's own lines say. */
  metadata: Metadata;
  blocks: Block[];
  /** Lines and parts of lines that say who wrote it, when and where, as the page has them. */
  head: string[];
  /** What was left out, in the order of the page. */
  dropped: Dropped[];
}

/**
 * Tells an article from the page around it: menus, share bars, notices, lists of other articles, comments. Its
 * headline, byline and dateline become metadata. When in doubt a line stays; a sentence of the article is never
 * given up to be rid of a line of the page.
 */
export function cleanDraft(draft: Draft): Cleaned {
  const lines = linesOf(draft.blocks);
  const isPage = draft.origin === 'page';
  for (const line of lines) {
    if (line.furniture?.sure && (isPage || line.kind === 'text')) drop(line, line.furniture.kind);
  }
  const found = isPage ? readPage(lines, draft) : readAuthored(lines, draft);
  const { title, publisher, author, publishedAt, url, language } = draft;
  const stated = withoutGaps({ title, publisher, author, publishedAt, url, language });
  const metadata: Metadata = { ...found.metadata, ...stated };
  if (metadata.title !== undefined) metadata.title = withoutSite(metadata.title, metadata.publisher);
  return {
    metadata,
    blocks: lines.filter(isKept).map(({ kind, text }) => ({ kind, text })),
    head: found.head,
    dropped: [...droppedOf(lines), ...found.dropped],
  };
}

interface Found {
  metadata: Metadata;
  head: string[];
  /** Parts of lines. */
  dropped: Dropped[];
}

function readAuthored(lines: Line[], { title }: Draft): Found {
  const first = lines.find(isKept);
  if (first && title !== undefined && skeleton(first.text) === skeleton(title)) drop(first, 'headline');
  const opening = lines.find((line) => isKept(line) && line.isProse)?.text ?? '';
  return { metadata: withoutGaps({ place: withoutDateline(opening)?.place }), head: [], dropped: [] };
}

function readPage(lines: Line[], draft: Draft): Found {
  markBeyondMenus(lines);
  markBeyondBulk(lines);
  const head = markHead(lines, draft.title);
  markRepeated(lines);
  const above = lines.filter(({ dropped }) => dropped === 'byline' || dropped === 'dateline');
  const tail = markTail(lines, draft.author ?? head.author);
  const below = lines.filter((line) => line.dropped === 'byline' && isCredit(line.text));
  const dropped: Dropped[] = [];
  const body = lines.filter((line) => isKept(line) && line.isProse);
  const [first, last] = [body[0], body.at(-1)];

  const dateline = first && withoutDateline(first.text);
  if (first && dateline) {
    first.text = dateline.text;
    dropped.push({ kind: 'dateline', text: dateline.taken });
  }
  const credit = last && withoutCredit(last.text);
  if (last && credit) {
    last.text = credit.text;
    dropped.push({ kind: 'byline', text: credit.taken });
  }
  const holder = copyrightHolder(lines.filter((line) => line.dropped === 'legal').map((line) => line.text));
  const isDomain = head.publisher?.includes('.');
  const publisher = isDomain ? head.publisher : (holder ?? head.publisher);
  const metadata = withoutGaps({
    ...head,
    publisher,
    author: head.author ?? tail.author ?? credit?.author,
    publishedAt: head.publishedAt ?? dateline?.publishedAt,
    place: dateline?.place ?? head.place,
  });
  const said = [
    ...above.map(({ text }) => text),
    dateline?.taken,
    ...below.filter((line) => !above.includes(line)).map(({ text }) => text),
    credit?.author === undefined ? undefined : credit.taken,
  ];
  return { metadata, head: said.filter((line) => line !== undefined), dropped };
}
