import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledQuestion, QuestionSet } from '../eval/sets/question-set.ts';
import { readWice, type WiceLine } from '../eval/wording/wice.ts';
import { isKept, isSentence, type WiceQuestion, wiceQuestions } from './answered/wice.ts';

const TITLE = /^\(meta data\) TITLE: /;
const META = /^\(meta data\)/;
/** A sentence is known by so many of its first or last words, wherever else it is cut. */
const WORDS = 7;

/**
 * Two sets of our questions about the web pages of WiCE that no adapter was fitted to: asked of all pages, and of half
 * of those that they are about, so that the others are unanswerable.
 * @param dir holds `claim-dev.jsonl.gz`
 * @param corporaDir an empty folder to write the articles into
 * @throws {UserError} when the file is missing
 */
export function wiceSets(dir: string, corporaDir: string): QuestionSet[] {
  const lines = readWice(dir);
  const asked = wiceQuestions();
  const kept = asked.filter(isKept).flatMap((question) => labelled(question, lines[question.page]));
  const keptPages = [...new Set(kept.map(({ page }) => page))];
  const half = keptPages.filter((_, i) => i % 2 === 0);
  const pages = [...new Set(asked.map(({ page }) => page))];
  return [
    {
      name: 'wice',
      about: 'web pages as articles',
      corpusDir: writeArticles(lines, pages, join(corporaDir, 'wice')),
      questions: kept,
    },
    {
      name: 'wice-off-corpus',
      about: 'some of the pages as articles; questions about others must be refused',
      corpusDir: writeArticles(lines, half, join(corporaDir, 'wice-half')),
      questions: kept.map((each) =>
        half.includes(each.page) ? each : { ...each, kind: 'off-topic', label: undefined },
      ),
    },
  ];
}

/** Nothing when what answers is no sentence. */
function labelled(
  { question, page, sentences }: WiceQuestion,
  line: WiceLine | undefined,
): (LabelledQuestion & { page: number })[] {
  const answers = sentences.map((i) => line?.evidence[i] ?? '').filter(isSentence);
  if (answers.length === 0) return [];
  const strings = answers.flatMap((text) => {
    const words = text.split(/\s+/);
    return [words.slice(0, WORDS), words.slice(-WORDS)].map((some) => some.join(' '));
  });
  const label = { articleIds: [idOf(page)], strings, all: false };
  return [{ id: `${page} ${question}`, text: question, kind: 'plain', label, page }];
}

function writeArticles(lines: readonly WiceLine[], pages: readonly number[], folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const page of pages) {
    writeFileSync(join(folder, `${idOf(page)}.md`), articleOf(lines[page]?.evidence ?? []));
  }
  return folder;
}

/** Its title, and its sentences in paragraphs that headings and furniture part. */
function articleOf(evidence: readonly string[]): string {
  const title = evidence.find((text) => TITLE.test(text))?.replace(TITLE, '');
  const body = evidence
    .filter((text) => !META.test(text))
    .map((text) => (isSentence(text) && !text.startsWith('#') ? `${text} ` : `\n\n${text}\n\n`))
    .join('');
  return `# ${title ?? 'A page'}\n\n${body.trim()}\n`;
}

function idOf(page: number): string {
  return `page-${String(page).padStart(3, '0')}`;
}
