import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase, SqliteLibraryReader } from '../../src/adapters/library/index.ts';
import type { Generation } from '../../src/model.ts';
import { squadSets } from '../eval/sets/squad.ts';
import { print } from '../support/print.ts';
import { type Made, makeLibrary } from './large-library.ts';
import { percentile, questions, timed } from './measure.ts';
import { STAGES, type Stage } from './stages.ts';
import { milliseconds, printTable, seconds } from './table.ts';

const run = promisify(execFile);
const here = import.meta.dirname;
const corpusDir = join(here, '../../corpus');

/** What `asking.ts` prints. */
interface Asked {
  times: number[];
  generation: Generation;
  engine: string;
  peakMb: number;
}

/**
 * Makes a library of so many passages, unless `dataDir` holds one, and prints what asking it takes.
 * @param folder for what is made on the way.
 * @param squad folder of a set in the manner of SQuAD 2.0, whose paragraphs are recombined too.
 */
export async function benchScale(
  passages: number,
  { folder, dataDir, squad }: { folder: string; dataDir: string; squad: string | undefined },
): Promise<void> {
  if (passagesIn(dataDir) === 0) {
    const paragraphs =
      squad === undefined ? [] : [squadSets(squad, join(folder, 'squad'))[0]?.corpusDir ?? ''];
    explain(await makeLibrary(corpusDir, dataDir, passages, [corpusDir, ...paragraphs]));
  }
  const empty = join(folder, 'empty');
  mkdirSync(empty, { recursive: true });
  const asked = JSON.parse(await node(join(here, 'asking.ts'), empty, dataDir)) as Asked;
  const stages = JSON.parse(await node(join(here, 'asking.ts'), empty, dataDir, 'stages')) as Record<
    Stage,
    number[]
  >;
  const [question = ''] = questions();
  const startMs = await timed(() =>
    node(join(here, '../ask.ts'), question, '--data', dataDir, '--corpus', empty, '--json'),
  );
  const figures = (times: readonly number[]) =>
    [50, 95].map((share) => milliseconds(percentile(times, share)));
  const { generation, engine } = asked;
  print(
    `\n${generation.passages} passages, ${generation.sentences} sentence vectors of ${generation.dimensions} numbers, ${engine} index, ${asked.times.length} questions\n`,
  );
  printTable(
    ['', 'p50', 'p95'],
    [
      ['ask, warm', ...figures(asked.times)],
      ...STAGES.map((stage) => [`  ${stage}`, ...figures(stages[stage])]),
      ['start of a process to first answer', seconds(startMs), ''],
      ['peak memory', `${asked.peakMb.toFixed(0)} MiB`, ''],
    ],
  );
}

function explain({ sources, cosine, storeMs, indexMs }: Made): void {
  print(
    `The passages are made of ${sources} real sentences with one longer word in three replaced by another. Their vectors are
not embedded: each is the vector of the sentence it was made from, moved by noise (a fixed sequence) to a cosine of
${cosine.toFixed(3)}, which is the mean of 256 such sentences that were embedded.
Stored in ${seconds(storeMs)}, search index built in ${seconds(indexMs)}.`,
  );
}

function passagesIn(dataDir: string): number {
  openDatabase(dataDir).close();
  const reader = new SqliteLibraryReader(dataDir);
  const passages = reader.generation?.passages ?? 0;
  reader.close();
  return passages;
}

async function node(...args: string[]): Promise<string> {
  return (await run(process.execPath, args, { maxBuffer: 1 << 24 })).stdout;
}
