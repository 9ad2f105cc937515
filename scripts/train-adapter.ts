import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BundledEmbeddings } from '../src/adapters/embeddings/bundled.ts';
import { UserError } from '../src/errors.ts';
import { pack, type QueryAdapter, unpack } from '../src/retrieve/query-adapter.ts';
import { unitVectors } from './eval/wording/vectors.ts';
import { readWice } from './eval/wording/wice.ts';
import { runCommand, UsageError } from './support/command.ts';
import { print, round } from './support/print.ts';
import type { AnsweredQuestion } from './train/answer-loss.ts';
import { fitQueryAdapter, type Hits, hitsOf, parted } from './train/query-adapter.ts';
import { wiceQuestions } from './train/wice-questions.ts';

const usage = `Usage: npm run -s train:adapter -- --support DIR [--out FILE] [--date DAY]

Fits what turns the vectors of questions towards those of sentences that answer them: to our questions about pages of
WiCE (scripts/train/wice-questions.jsonl). First measures it on a fifth of the pages held out. Takes about ten minutes.

  --support DIR  a set in the manner of WiCE: claim-dev.jsonl.gz
  --out FILE     where to write the adapter (src/retrieve/query-adapter.json)
  --date DAY     the day to write beside it (today)
  -h, --help     show this text`;

/** Texts that are embedded between two words of progress. */
const CHUNK = 1000;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      support: { type: 'string' },
      out: { type: 'string', default: join(import.meta.dirname, '../src/retrieve/query-adapter.json') },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  if (values.support === undefined) throw new UsageError('Give --support.');
  const out = resolve(values.out);
  if (!existsSync(dirname(out))) {
    throw new UserError(`--out: the folder ${dirname(out)} does not exist; make it, or name another file.`);
  }
  const { questions: asked, texts } = wiceQuestions(readWice(values.support));
  const vectors = await embed([...asked.map(({ question }) => question), ...texts]);
  const sentences = vectors.slice(asked.length);
  const questions = asked.map(
    ({ page, right }, i): AnsweredQuestion => ({ vector: vectors[i] as Float32Array, page, right }),
  );
  const { heldOut, others } = parted(questions);
  const unseen = kept(fitTo('the other pages', others, sentences));
  const provenance = {
    ...{ date: values.date, set: 'WiCE', questions: questions.length, sentences: sentences.length },
    heldOut: {
      questions: heldOut.length,
      before: rounded(hitsOf(heldOut, sentences)),
      after: rounded(hitsOf(heldOut, sentences, unseen)),
    },
  };
  const packed = pack(fitTo('all pages', questions, sentences));
  writeFileSync(out, `${JSON.stringify({ provenance, ...packed }, undefined, 2)}\n`);
  print(JSON.stringify(provenance, undefined, 2));
  print(`Wrote ${out}.`);
  return 0;
});

async function embed(texts: readonly string[]): Promise<Float32Array[]> {
  const embeddings = new BundledEmbeddings(2);
  try {
    const vectors: Float32Array[] = [];
    while (vectors.length < texts.length) {
      vectors.push(...(await unitVectors(embeddings, texts.slice(vectors.length, vectors.length + CHUNK))));
      process.stderr.write(`embedded ${vectors.length} of ${texts.length} texts\n`);
    }
    return vectors;
  } finally {
    await embeddings.close();
  }
}

function fitTo(
  name: string,
  questions: readonly AnsweredQuestion[],
  sentences: readonly Float32Array[],
): QueryAdapter {
  return fitQueryAdapter(questions, sentences, (done, of, loss) => {
    process.stderr.write(`fitting to ${name}: ${done} of ${of}, loss ${loss.toFixed(3)}\n`);
  });
}

/** The adapter as it is once it was kept. */
function kept(adapter: QueryAdapter): QueryAdapter {
  return unpack(pack(adapter));
}

function rounded({ first, firstThree }: Hits): Hits {
  return { first: round(first, 3), firstThree: round(firstThree, 3) };
}
