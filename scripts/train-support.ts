import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BundledEmbeddings } from '../src/adapters/embeddings/bundled.ts';
import { LEAST_SUPPORT } from '../src/answer/wording/support.ts';
import { ingestVisibly } from '../src/terminal/ingest.ts';
import { squadSets } from './eval/sets/squad.ts';
import { runWording } from './eval/wording/run.ts';
import { wiceCases } from './eval/wording/wice.ts';
import { runCommand, UsageError, withApp } from './support/command.ts';
import { print } from './support/print.ts';
import { fitSupport } from './train/support.ts';

const usage = `Usage: npm run -s train:support -- --support DIR --squad DIR [--out FILE] [--date DAY]

Fits the score that says whether a claim of a chat model is said by the words it cites: to claims that people judged, and
to those of a scripted model about half of the paragraphs of a set in the manner of SQuAD 2.0. What it reaches on other
articles is told by: npm run eval -- --wording --support DIR

  --support DIR  a set in the manner of WiCE: claim-dev.jsonl.gz
  --squad DIR    a set in the manner of SQuAD 2.0: paragraphs.jsonl.gz and questions.jsonl.gz
  --out FILE     where to write the coefficients (src/answer/wording/weights.json)
  --date DAY     the day to write beside them (today)
  -h, --help     show this text`;

/** Questions of the large set that are enough to learn from. */
const MOST_QUESTIONS = 400;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      support: { type: 'string' },
      squad: { type: 'string' },
      out: { type: 'string', default: join(import.meta.dirname, '../src/answer/wording/weights.json') },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  const { support, squad } = values;
  if (support === undefined || squad === undefined) throw new UsageError('Give both --support and --squad.');
  const folder = mkdtempSync(join(tmpdir(), 'footnote-support-'));
  const embeddings = new BundledEmbeddings(2);
  try {
    const judged = await wiceCases(support, embeddings);
    const [set] = squadSets(squad, join(folder, 'corpora'));
    const data = join(folder, 'data');
    await withApp({ corpus: set?.corpusDir, data }, (app) => ingestVisibly(app, process.stderr));
    const questions = set?.questions.filter(({ label }) => label).slice(0, MOST_QUESTIONS) ?? [];
    const scripted = await runWording(questions, 'fit', data, embeddings);
    const provenance = { date: values.date, judgedClaims: judged.length, scriptedClaims: scripted.length };
    const model = { ...fitSupport(judged, scripted), threshold: LEAST_SUPPORT, provenance };
    writeFileSync(values.out, `${JSON.stringify(model, undefined, 2)}\n`);
    print(`Wrote ${values.out}.`);
    return 0;
  } finally {
    await embeddings.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
