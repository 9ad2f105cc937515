import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BundledEmbeddings } from '../src/adapters/embeddings/bundled.ts';
import { UserError } from '../src/errors.ts';
import { pack, type QueryAdapter, unpack } from '../src/retrieve/query-adapter.ts';
import { unitVectors } from './eval/wording/vectors.ts';
import { runCommand, UsageError } from './support/command.ts';
import { print, round } from './support/print.ts';
import type { AnsweredQuestion } from './train/answer-loss.ts';
import { type AnsweredSet, joined } from './train/answered/answered-set.ts';
import { qamrSet } from './train/answered/qamr.ts';
import { qedSet } from './train/answered/qed.ts';
import { selqaSet } from './train/answered/selqa.ts';
import { wiceSet } from './train/answered/wice.ts';
import { fitQueryAdapter, type Hits, hitsOf, parted } from './train/query-adapter.ts';

const usage = `Usage: npm run -s train:adapter -- [--wice DIR] [--selqa DIR] [--qed DIR] [--qamr DIR]
                                    [--out FILE] [--date DAY]

Fits what turns the vectors of questions towards those of sentences that answer them, to one or several public sets.
First measures it on a fifth of what they are about, held out. Takes about twenty minutes with all of them.

  --wice DIR     claim-dev.jsonl.gz of WiCE (ryokamoi/wice): our own questions about its web pages
  --selqa DIR    selqa-ass-*.json of SelQA (emorynlp/selqa): questions about sections of Wikipedia
  --qed DIR      qed-*.jsonlines of QED (google-research-datasets/QED): what people typed into a search engine
  --qamr DIR     data of QAMR (uwnlp/qamr): short questions about sentences of Wikinews and Wikipedia
  --out FILE     where to write the adapter (src/retrieve/query-adapter.json)
  --date DAY     the day to write beside it (today)
  -h, --help     show this text`;

/** How each set is read, and how much a question of it counts: those about web pages are like those of members. */
const SETS = {
  wice: { read: wiceSet, weight: 4 },
  selqa: { read: selqaSet, weight: 2 },
  qed: { read: qedSet, weight: 1 },
  qamr: { read: qamrSet, weight: 0.5 },
};
type SetName = keyof typeof SETS;
const NAMES = Object.keys(SETS) as SetName[];

/** Questions of a set that are measured at most. */
const MEASURED = 500;

/** Texts that are embedded between two words of progress. */
const CHUNK = 1000;

/** A question of a set. */
type QuestionOfSet = AnsweredQuestion & { set: SetName };

await runCommand(usage, async () => {
  const path = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      ...{ wice: path, selqa: path, qed: path, qamr: path },
      out: { type: 'string', default: join(import.meta.dirname, '../src/retrieve/query-adapter.json') },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  const out = resolve(values.out);
  if (!existsSync(dirname(out))) {
    throw new UserError(`--out: the folder ${dirname(out)} does not exist; make it, or name another file.`);
  }
  const sets = NAMES.flatMap((name) => {
    const dir = values[name];
    return dir === undefined ? [] : [{ name, ...SETS[name].read(dir) }];
  });
  if (sets.length === 0)
    throw new UsageError(`Give one of ${NAMES.map((name) => `--${name}`).join(', ')}, or several.`);
  const { questions, sentences } = await embedded(sets);
  const { heldOut, others } = parted(questions);
  const unseen = kept(fitTo('what is not held out', others, sentences));
  const provenance = {
    date: values.date,
    sets: sets.map(({ name }) => name),
    ...{ questions: questions.length, sentences: sentences.length },
    heldOut: Object.fromEntries(
      [...Map.groupBy(heldOut, ({ set }) => set)].map(([name, all]) => {
        const some = all.slice(0, MEASURED);
        const [before, after] = [hitsOf(some, sentences), hitsOf(some, sentences, unseen)].map(rounded);
        return [name, { questions: some.length, before, after }];
      }),
    ),
  };
  const packed = pack(fitTo('everything', questions, sentences));
  writeFileSync(out, `${JSON.stringify({ provenance, ...packed }, undefined, 2)}\n`);
  print(JSON.stringify(provenance, undefined, 2));
  print(`Wrote ${out}.`);
  return 0;
});

async function embedded(
  sets: readonly (AnsweredSet & { name: SetName })[],
): Promise<{ questions: QuestionOfSet[]; sentences: Float32Array[] }> {
  const { questions, texts } = joined(sets);
  const vectors = await embed([...questions.map(({ question }) => question), ...texts]);
  const names = sets.flatMap(({ name, questions }) => questions.map(() => name));
  return {
    questions: questions.map(({ page, right, about }, i) => {
      const set = names[i] as SetName;
      const vector = vectors[i] as Float32Array;
      return { set, vector, page, right, about: `${set} ${about}`, weight: SETS[set].weight };
    }),
    sentences: vectors.slice(questions.length),
  };
}

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
