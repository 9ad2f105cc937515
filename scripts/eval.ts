import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../src/errors.ts';
import type { Progress } from '../src/model.ts';
import { ingestVisibly } from '../src/terminal/ingest.ts';
import { createProgressBar } from '../src/terminal/progress.ts';
import { measure } from './eval/figures.ts';
import { checkFloors, committedFloors } from './eval/floors.ts';
import { resultJson } from './eval/json.ts';
import { readingJson, renderReading } from './eval/reading/report.ts';
import { measureReading } from './eval/reading/run.ts';
import { reportPage } from './eval/report/page.ts';
import type { SetResult } from './eval/result.ts';
import { runSet } from './eval/run.ts';
import { builtInSet, followUpsSet, heldOutFollowUpsSet, otherLanguagesSet } from './eval/sets/built-in.ts';
import type { QuestionSet } from './eval/sets/question-set.ts';
import { squadSets } from './eval/sets/squad.ts';
import { missedFloors, NOTES, renderTable } from './eval/table.ts';
import { evaluateWording } from './eval/wording/evaluate.ts';
import { runCommand, UsageError, withApp } from './support/command.ts';
import { print, printJson } from './support/print.ts';

const usage = `Usage: npm run -s eval -- [--squad DIR] [--report FILE] [--json] [--data DIR]
       npm run -s eval -- --extraction DIR [--extraction DIR] [--json]
       npm run -s eval -- --wording [--squad DIR] [--support DIR] [--attacks FILE] [--data DIR]

Asks labelled questions and measures what comes back: retrieval, answers, refusals, citations, time. The questions
that come with Footnote are always asked, but with --extraction: then labelled pages are read, and no question is asked.

  --squad DIR    also ask a set in the manner of SQuAD 2.0: paragraphs.jsonl.gz and questions.jsonl.gz
  --report FILE  write a page with the figures, the reliability of confidence and the worst questions
  --extraction DIR  read web pages, and compare what was found with the text of their article (pages.jsonl.gz), as
                 HTML and as text copied from the page, or with their title, author and date (test-pages.jsonl.gz)
  --data DIR     keep the libraries in this folder, so that the next run prepares only what changed
  --json         print one JSON object a line for each set
  --wording      instead, have a scripted chat model copy, paraphrase, mix up, invent and mis-cite, and say how many
                 of its claims survive the check
  --support DIR  with it, hold the score against claims that people judged, in the manner of WiCE: claim-dev.jsonl.gz
  --attacks FILE with it, have a hostile model say nothing but these: a line each, or the "text" of each line of .jsonl
  -h, --help     show this text

Exit code: 0 every committed floor is kept, 1 a floor is missed, or failed.`;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      squad: { type: 'string' },
      extraction: { type: 'string', multiple: true },
      report: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      wording: { type: 'boolean', default: false },
      support: { type: 'string' },
      attacks: { type: 'string' },
    },
  });
  if (values.extraction !== undefined) {
    if (values.squad !== undefined || values.report !== undefined || values.data !== undefined)
      throw new UsageError('--extraction asks no questions: it goes with --json only.');
    return await evaluateReading(values.extraction, values.json);
  }
  const { support, attacks } = values;
  if ((support !== undefined || attacks !== undefined) && !values.wording)
    throw new UsageError('--support and --attacks go with --wording.');
  const report = values.report === undefined ? undefined : writablePath(values.report);
  const folder = mkdtempSync(join(tmpdir(), 'footnote-eval-'));
  try {
    const sets = [
      builtInSet(),
      otherLanguagesSet(),
      followUpsSet(),
      heldOutFollowUpsSet(),
      ...(values.squad === undefined ? [] : squadSets(values.squad, join(folder, 'corpora'))),
    ];
    if (values.wording) {
      return (await evaluateWording(sets, values.data ?? join(folder, 'data'), { support, attacks })) ? 0 : 1;
    }
    const results: SetResult[] = [];
    for (const set of sets)
      results.push(await evaluate(set, join(values.data ?? join(folder, 'data'), set.name)));
    if (report !== undefined) writeFileSync(report, reportPage(results, new Date()));
    show(results, values.json);
    return results.every(({ floors }) => floors.every(({ kept }) => kept)) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function evaluate(set: QuestionSet, data: string): Promise<SetResult> {
  const floors = committedFloors();
  const run = await withApp({ corpus: set.corpusDir, data }, async (app) => {
    process.stderr.write(`${set.name}: ${set.about}\n`);
    await ingestVisibly(app, process.stderr);
    const bar: Bar = createProgressBar(process.stderr, () => performance.now());
    try {
      return await runSet(app, set, (done, total) => bar.update({ stage: 'asking', done, total }));
    } finally {
      bar.end();
    }
  });
  const measured = measure(run);
  const { name, about } = set;
  return {
    name,
    about,
    measured,
    floors: checkFloors(name, measured.figures, floors),
    outcomes: run.outcomes,
  };
}

async function evaluateReading(dirs: readonly string[], json: boolean): Promise<number> {
  const bar: Bar = createProgressBar(process.stderr, () => performance.now());
  const read = measureReading(dirs, (stage, done, total) => bar.update({ stage, done, total }));
  const results = await read.finally(() => bar.end());
  for (const result of results) {
    if (json) printJson(readingJson(result));
    else print(`${renderReading(result)}\n`);
  }
  const isKept = results.every(({ floors }) => floors.every(({ kept }) => kept));
  if (!json) print(isKept ? 'Every floor is kept.' : 'Floors are missed.');
  return isKept ? 0 : 1;
}

/** A progress bar for work that is no stage of an ingest. */
interface Bar {
  update(progress: Omit<Progress, 'stage'> & { stage: string }): void;
  end(): void;
}

function show(results: readonly SetResult[], json: boolean): void {
  if (json) {
    for (const result of results) printJson(resultJson(result));
    return;
  }
  const missed = missedFloors(results);
  const verdict = missed.length === 0 ? ['Every floor is kept.'] : ['Floors are missed:', ...missed];
  print([renderTable(results), '', ...NOTES, '', ...verdict].join('\n'));
}

function writablePath(file: string): string {
  const path = resolve(file);
  if (!existsSync(dirname(path))) {
    throw new UserError(
      `--report: the folder ${dirname(path)} does not exist; make it, or name another file.`,
    );
  }
  return path;
}
