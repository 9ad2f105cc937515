import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BundledEmbeddings } from '../src/adapters/embeddings/bundled.ts';
import { UserError } from '../src/errors.ts';
import { ingestVisibly } from '../src/terminal/ingest.ts';
import { runCommand, UsageError, withApp } from './support/command.ts';
import { print, round } from './support/print.ts';
import { type Example, examplesOf } from './train/examples.ts';
import { figuresOf, renderBlocks, type SetFigures } from './train/figures.ts';
import { fromOtherSources, heldOut, topicThreshold } from './train/held-out.ts';
import { fitModel, type Model, predict } from './train/model.ts';
import { type SetPaths, type TrainingSet, trainingSets } from './train/sets.ts';

const usage = `Usage: npm run -s train -- [--squad DIR] [--wice DIR] [--articles DIR --questions FILE]...
                            [--without NAME]... [--out FILE] [--data DIR] [--date DAY]

Fits what ranks sentences and what says how sure an answer is, to labelled questions: those that come with Footnote
and further ones. Measures both on articles held out, and writes the coefficients.

  --squad DIR       a set in the manner of SQuAD 2.0: paragraphs.jsonl.gz and questions.jsonl.gz
  --wice DIR        claim-dev.jsonl.gz of WiCE: our own questions about its web pages, but for those of train:adapter
  --articles DIR    a folder of articles, with
  --questions FILE  questions about them, one JSON object a line: {"question", "articleId", "answers": [...]} or
                    {"question", "unanswerable": true}; both may be given several times
  --without NAME    give no weight to this, such as sentence.short or said.gap; several times
  --out FILE        where to write the coefficients (src/answer/weights.json)
  --data DIR        keep the libraries in this folder, so that the next run prepares only what changed
  --date DAY        the day to write beside them (today)
  -h, --help        show this text`;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      squad: { type: 'string' },
      wice: { type: 'string' },
      articles: { type: 'string', multiple: true, default: [] },
      questions: { type: 'string', multiple: true, default: [] },
      without: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: join(import.meta.dirname, '../src/answer/weights.json') },
      data: { type: 'string' },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  const out = resolve(values.out);
  if (!existsSync(dirname(out))) {
    throw new UserError(`--out: the folder ${dirname(out)} does not exist; make it, or name another file.`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'footnote-train-'));
  try {
    const further = pairs(values.articles, values.questions);
    const sets = trainingSets(values, further, join(folder, 'corpora'));
    const examples = await allExamples(sets, values.data ?? join(folder, 'data'));
    train(examples, values.without, out, values.date);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
});

function pairs(articles: readonly string[], questions: readonly string[]): SetPaths[] {
  if (articles.length !== questions.length) {
    throw new UsageError('Give one --questions FILE for every --articles DIR.');
  }
  return articles.map((folder, i) => ({ articles: folder, questions: questions[i] ?? '' }));
}

async function allExamples(sets: readonly TrainingSet[], dataDir: string): Promise<Example[]> {
  const repeated = sets.find(({ name }, i) => sets.findIndex((set) => set.name === name) < i);
  if (repeated) throw new UserError(`Two sets are named ${repeated.name}; rename one file of questions.`);
  const embeddings = new BundledEmbeddings(2);
  try {
    const examples: Example[] = [];
    for (const set of sets) {
      process.stderr.write(`${set.name}: ${set.about}\n`);
      const data = join(dataDir, set.name);
      await withApp({ corpus: set.corpusDir, data }, (app) => ingestVisibly(app, process.stderr));
      examples.push(...(await examplesOf(set, data, embeddings)));
    }
    return examples;
  } finally {
    await embeddings.close();
  }
}

function train(examples: readonly Example[], without: readonly string[], out: string, date: string): void {
  const model = fitModel(examples, without);
  checkNames(without, model);
  const unseen = heldOut(examples, without);
  const threshold = topicThreshold(unseen);
  const figures = figuresOf(unseen, threshold);
  writeFileSync(
    out,
    `${JSON.stringify({ ...model, threshold, provenance: provenanceOf(figures, without, date) }, undefined, 2)}\n`,
  );
  print(
    renderBlocks([
      { title: 'held out: fitted on the other half of the articles', figures },
      {
        title: 'transferred: fitted on the other sources',
        figures: figuresOf(fromOtherSources(examples, without), threshold),
      },
      {
        title: 'in sample: fitted on everything',
        figures: figuresOf(
          examples.map((example) => predict(model, example)),
          threshold,
        ),
      },
    ]),
  );
  print(`\nThreshold ${threshold}. Wrote ${out}.`);
}

function checkNames(without: readonly string[], { sentence, topic, said }: Model): void {
  const names = Object.entries({ sentence, topic: topic.weights, said: said.weights }).flatMap(
    ([part, weights]) => Object.keys(weights).map((name) => `${part}.${name}`),
  );
  const unknown = without.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new UserError(`--without: there is no ${unknown}; there are ${names.join(', ')}.`);
  }
}

/** What a model was fitted on, and how well it does on articles held out. */
function provenanceOf(figures: readonly SetFigures[], without: readonly string[], date: string): object {
  const heldOutOf = ({ set, answerable, unanswerable, ...shares }: SetFigures) => ({
    ...{ set, answerable, unanswerable },
    heldOut: Object.fromEntries(Object.entries(shares).map(([name, value]) => [name, round(value, 3)])),
  });
  const left = without.length > 0 && { without: without.join(', ') };
  return { date, ...left, sets: figures.map(heldOutOf) };
}
