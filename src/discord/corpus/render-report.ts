import { count, plural } from '../../counts.ts';
import type { EditReport, Progress, Publication } from '../../model.ts';
import { card, type Message, paragraph } from '../message.ts';
import { changeLine, costOf, fitted } from './lines.ts';
import { ROOM } from './render-preview.ts';

export const GREEN = 0x23a55a;
const GREY = 0x80848e;

/** What an edit did, and how it is taken back. */
export function renderReport({ generation, changes, refused }: EditReport, base: number): Message {
  const head = `**Done.** Generation ${generation} answers from now on.`;
  const end = [
    ...(refused.length > 0 ? [`${plural(refused.length, 'file')} left out, as the preview said.`] : []),
    ...(base > 0 ? [`-# Take it back with \`/corpus rollback generation:${base}\``] : []),
  ];
  const lines = fitted(changes.map(changeLine), ROOM - costOf([head, ...end]));
  return card(GREEN, [paragraph(head, ...lines, ...end)]);
}

/** What is left of a preview that nothing came of; the text is safe to show. */
export function renderEnd(text: string): Message {
  return card(GREY, [paragraph(text)]);
}

/** How far an edit has come: `Embedding 300 of 1,120 sentences…` */
export function progressLine({ stage, done, total }: Progress): string {
  const of = `${count(done)}/${count(total)}`;
  switch (stage) {
    case 'reading':
      return total > 1 ? `Reading ${of}…` : 'Reading…';
    case 'fetching':
      return `Reading addresses ${of}…`;
    case 'embedding':
      return `Embedding ${of}…`;
    case 'publishing':
      return 'Publishing…';
    case 'indexing':
      return 'Published; making the index…';
    case 'calibrating':
      return `Published; measuring what it can answer, ${of}…`;
  }
}

/** How an edit ended that Footnote could not tell of when it did. */
export function outcomeLine(what: string, published: Publication | undefined): string {
  return published === undefined
    ? `Your last change (${what}) did not finish, because I was restarted or lost the connection: nothing was changed. Please do it again.`
    : `Your last change (${what}) was done before I was restarted or lost the connection: it is generation ${published.generation}. /corpus history shows it.`;
}
