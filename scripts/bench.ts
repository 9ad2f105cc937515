import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { BundledEmbeddings } from '../src/adapters/embeddings/bundled.ts';
import { makeSentences, writeArticles } from './bench/articles.ts';
import { benchAskers } from './bench/askers.ts';
import { type Measured, questions, timed } from './bench/measure.ts';
import { benchRefresh } from './bench/refresh.ts';
import { benchScale } from './bench/scale.ts';
import { milliseconds, printTable, seconds } from './bench/table.ts';
import { runCommand, UsageError } from './support/command.ts';
import { print } from './support/print.ts';

const usage = `Usage: npm run bench -- [--articles N]
       npm run bench -- --scale N [--squad DIR] [--data DIR]
       npm run bench -- --refresh N
       npm run bench -- --askers N

Measures Footnote beside a plain LangChain pipeline (RecursiveCharacterTextSplitter 1000/200, the same embedding
model, in-memory vector store) on N articles (default 300) made from the sentences of corpus/.

  --scale N    instead make a library of N passages from real sentences and measure asking it, part by part
  --squad DIR  take sentences also from paragraphs.jsonl.gz of a set in the manner of SQuAD 2.0
  --data DIR   keep the library in this folder; one that is there is measured as it is
  --refresh N  instead measure refreshes of N articles at addresses of this machine, and asking meanwhile
  --askers N   instead measure N members who ask at once while the chat model hangs, and what follow-ups add
  -h, --help   show this text`;

const SAMPLE = 512;
const run = promisify(execFile);
const here = import.meta.dirname;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '300' },
      scale: { type: 'string' },
      refresh: { type: 'string' },
      askers: { type: 'string' },
      squad: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  try {
    const { articles, scale, refresh, askers, squad, data = join(folder, 'data') } = values;
    if (refresh !== undefined)
      await benchRefresh(join(here, '../corpus'), folder, wholeNumber('--refresh', refresh));
    else if (askers !== undefined)
      await benchAskers(join(here, '../corpus'), folder, wholeNumber('--askers', askers));
    else if (scale === undefined) await bench(folder, wholeNumber('--articles', articles));
    else await benchScale(wholeNumber('--scale', scale), { folder, dataDir: data, squad });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
});

function wholeNumber(option: string, value: string): number {
  if (/^[1-9]\d{0,7}$/.test(value)) return Number(value);
  throw new UsageError(`${option} must be a whole number from 1, not "${value}"`);
}

async function bench(folder: string, count: number): Promise<void> {
  const [corpus, data] = [join(folder, 'corpus'), join(folder, 'data')];
  writeArticles(join(here, '../corpus'), corpus, count);

  const [one, two] = [await sentencesPerSecond(1), await sentencesPerSecond(2)];
  print(
    `Embedding: ${one.toFixed(0)} sentences a second on one worker, ${two.toFixed(0)} on two (${(two / one).toFixed(2)} times)\n`,
  );

  const footnote = await measure('footnote.ts', corpus, data);
  const langchain = await measure('langchain.ts', corpus);
  const [question = ''] = questions();
  const footnoteCold = await timed(() =>
    node(join(here, 'ask.ts'), question, '--data', data, '--corpus', corpus, '--json'),
  );
  const langchainCold = await timed(() => node(join(here, 'bench/langchain.ts'), corpus, question));

  printTable(
    ['', 'Footnote', 'plain LangChain'],
    [
      ['articles', String(count), String(count)],
      ['vectors', String(footnote.vectors), String(langchain.vectors)],
      ['prepare all articles', seconds(footnote.prepareMs), seconds(langchain.prepareMs)],
      ['prepare again, unchanged', seconds(footnote.unchangedMs), seconds(langchain.unchangedMs)],
      ['  as a share of the first', share(footnote), share(langchain)],
      ['ask, warm, p50', milliseconds(footnote.askP50), milliseconds(langchain.askP50)],
      ['ask, warm, p95', milliseconds(footnote.askP95), milliseconds(langchain.askP95)],
      ['start of a process to first answer', seconds(footnoteCold), seconds(langchainCold)],
      [
        'longest block of the event loop',
        milliseconds(footnote.longestBlockMs),
        milliseconds(langchain.longestBlockMs),
      ],
      ['peak memory', `${footnote.peakMb.toFixed(0)} MiB`, `${langchain.peakMb.toFixed(0)} MiB`],
    ],
  );
}

function share({ unchangedMs, prepareMs }: Measured): string {
  return `${((100 * unchangedMs) / prepareMs).toFixed(2)} %`;
}

/** Throughput of workers on sentences of about twenty words, the time to load the model left out. */
async function sentencesPerSecond(workers: number): Promise<number> {
  const embeddings = new BundledEmbeddings(workers);
  const texts = makeSentences(join(here, '../corpus'), SAMPLE);
  await embeddings.embedDocuments(texts.slice(0, 64));
  const taken = await timed(() => embeddings.embedDocuments(texts));
  await embeddings.close();
  return (SAMPLE / taken) * 1000;
}

async function measure(script: string, ...args: string[]): Promise<Measured> {
  const { stdout } = await node(join(here, 'bench', script), ...args);
  return JSON.parse(stdout) as Measured;
}

function node(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, args, { maxBuffer: 1 << 24 });
}
