import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../../src/errors.ts';
import { readJsonLines } from '../sets/json-lines.ts';

/** A web page and the text of its article. */
export interface BodyPage {
  id: string;
  url: string;
  html: string;
  articleBody: string;
}

/** A web page and what is known of its article; `null` and empty where nothing is. */
export interface MetadataPage {
  name: string;
  source_html: string;
  expected_metadata: {
    title?: string | null;
    byline?: string | null;
    siteName?: string | null;
    publishedTime?: string | null;
  };
}

/** Pages in a folder. */
export interface Pages {
  bodies: BodyPage[];
  metadata: MetadataPage[];
}

/** Files of labelled pages: gzip of one JSON object a line. */
const FILES = { bodies: 'pages.jsonl.gz', metadata: 'test-pages.jsonl.gz' } as const;

/**
 * The labelled pages in a folder.
 * @param dir holds `pages.jsonl.gz` (pages with the text of their article), `test-pages.jsonl.gz` (pages with their
 * title, byline and date), or both
 * @throws {UserError} when it holds neither, or a file is not what it should be
 */
export function readPages(dir: string): Pages {
  const [bodies, metadata] = [join(dir, FILES.bodies), join(dir, FILES.metadata)];
  if (!existsSync(bodies) && !existsSync(metadata)) {
    throw new UserError(
      `There is no labelled page in ${dir}: --extraction must name a folder with ${FILES.bodies} or ${FILES.metadata}.`,
    );
  }
  return {
    bodies: existsSync(bodies) ? readJsonLines<BodyPage>(bodies, ['id', 'url', 'html', 'articleBody']) : [],
    metadata: existsSync(metadata)
      ? readJsonLines<MetadataPage>(metadata, ['name', 'source_html', 'expected_metadata'])
      : [],
  };
}
