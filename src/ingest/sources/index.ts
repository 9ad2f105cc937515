import { docx } from './docx.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import type { Source } from './source.ts';
import { text } from './text.ts';
import { zip } from './zip.ts';

/** Every type of file that is read. */
const sources: readonly Source[] = [markdown, text, html, json, pdf, docx, zip];

/** The files that are read, for messages: `Markdown (.md, .markdown), plain text (.txt), ...`. */
export const readableTypes = sources
  .map(({ name, extensions }) => `${name} (${extensions.join(', ')})`)
  .join(', ');

const ENDING = /\.[a-z\d]{1,10}$/i;

/** How a file is read, by the ending of its name; a name without one (`README`) is plain text. */
export function sourceOf(path: string): Source | undefined {
  const extension = extensionOf(path);
  return extension === '' ? text : sources.find(({ extensions }) => extensions.includes(extension));
}

/** The ending of a file's name in lower case, with its full stop; empty when it has none. */
export function extensionOf(path: string): string {
  return ENDING.exec(path.slice(path.lastIndexOf('/') + 1))?.[0].toLowerCase() ?? '';
}
