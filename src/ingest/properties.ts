import { isName, readByline } from './clean/byline.ts';
import { endsSentence, skeleton } from './clean/prose.ts';
import { findDate, parseDate } from './dates.ts';
import type { Block, Metadata } from './draft.ts';
import { authorOf, titleOf, withoutGaps } from './metadata.ts';

/** What a document's file says about it: often what a template, a program or a scanner put there. */
export interface DocumentProperties {
  title?: string;
  author?: string;
  /** When the file was made, in any form that `parseDate` reads. */
  created?: string;
}

/** Characters of the text in which an article tells its own date. */
const HEAD = 1_500;
/** Names of files, drafts and programs that stand where a title should. */
const NO_TITLE =
  /\.(?:docx?|dotx?|pdf|odt|rtf|txt|html?|indd|qx[dp]|pages|tmp|pptx?|xlsx?)$|^(?:microsoft \w+\b|untitled|no title|document|presentation|slide|layout|scan|template|new |about:blank|https?:)|_/i;
const NO_AUTHOR =
  /\b(?:microsoft|office|windows|adobe|acrobat|word|user|owner|admin\w*|scan\w*|printer|default|unknown|anonymous|author|python|latex|owner|computer|laptop|test)\b|[\d@_\\/]/i;
/** Dates of templates that programs hand on. */
const TEMPLATE_DATES = new Set(['2013-12-23', '1601-01-01', '1970-01-01', '1980-01-01', '2000-01-01']);

/**
 * What can be believed of what a document's file says: a title that reads like one, an author who has a name, and
 * the day it was made. What the text itself says of author and day comes first.
 */
export function metadataOfProperties(
  { title, author, created }: DocumentProperties,
  blocks: readonly Block[],
): Metadata {
  const head = headOf(blocks);
  return withoutGaps({
    title: trueTitle(title, blocks),
    author: head.some(({ text }) => readByline(text)?.author !== undefined) ? undefined : trueAuthor(author),
    publishedAt: head.some(({ text }) => findDate(text) !== undefined) ? undefined : trueDate(created),
  });
}

function headOf(blocks: readonly Block[]): Block[] {
  let length = 0;
  const end = blocks.findIndex(({ text }) => {
    length += text.length;
    return length > HEAD;
  });
  return end === -1 ? [...blocks] : blocks.slice(0, end + 1);
}

/** A title of one or two words has to stand in the text as well; the name of its site or section is no part of it. */
function trueTitle(text: string | undefined, blocks: readonly Block[]): string | undefined {
  const title = titleOf(text);
  if (title === undefined || NO_TITLE.test(title)) return undefined;
  const lines = new Set(blocks.map((block) => skeleton(block.text)));
  const parts = title.split(/\s+(?:\||[-–—»·]|::)\s+/u);
  const shown = [title, ...parts].filter((part) => lines.has(skeleton(part)));
  const isHeadline = title.split(' ').length > 2 && (!endsSentence(title) || /[?!]$/.test(title));
  return shown.toSorted((a, b) => b.length - a.length)[0] ?? (isHeadline ? title : undefined);
}

function trueAuthor(text: string | undefined): string | undefined {
  const author = authorOf(text);
  if (author === undefined || NO_AUTHOR.test(author)) return undefined;
  const names = author.split(/\s*[,;&]\s*|\s+and\s+/u);
  return names.every((name) => /\s/u.test(name) && isName(name)) ? author : undefined;
}

function trueDate(created: string | undefined): string | undefined {
  const date = parseDate(created);
  return date === undefined || TEMPLATE_DATES.has(date) ? undefined : date;
}
