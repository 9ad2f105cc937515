import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** A rule about who may import what; every breach is listed with the reason. */
interface Rule {
  reason: string;
  /** Files below src/ that the rule speaks of. */
  from: RegExp;
  /** What they must not import: a file below src/, or a package. */
  never: RegExp;
}

const ENGINES = /^(@tensorflow\/|@energetic-ai\/|hnswlib-node|node:sqlite|langchain|@langchain\/)/;

const RULES: Rule[] = [
  { reason: 'the nouns depend on nothing', from: /^(model(\/.+)?|errors)\.ts$/, never: /^(?!model\/)/ },
  {
    reason: 'ports name nouns only',
    from: /^ports(\/.+)?\.ts$/,
    never: /^(?!model\.ts$|errors\.ts$|ports\/|@langchain\/core\/)/,
  },
  {
    reason: 'only discord/ talks to Discord',
    from: /^(?!discord\/)/,
    never: /^discord\.js$|^@discordjs\/|^discord-api-types/,
  },
  {
    reason: 'nobody but main imports a face',
    from: /^(?!main\.ts$|discord\/|terminal\/)/,
    never: /^(discord|terminal)\//,
  },
  { reason: 'faces do not know each other', from: /^discord\//, never: /^terminal\// },
  { reason: 'faces do not know each other', from: /^terminal\//, never: /^discord\// },
  { reason: 'only adapters import engines', from: /^(?!adapters\/|ports\/)/, never: ENGINES },
  {
    reason: 'only their adapters make models',
    from: /^(?!adapters\/(chat|embeddings)\/)/,
    never: /^(langchain|@langchain\/(?!core\/))/,
  },
  {
    reason: 'only the fetcher opens connections',
    from: /^(?!adapters\/fetcher\/)/,
    never: /^(node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises)$|^undici$|^ipaddr\.js$/,
  },
  {
    reason: 'rooms do not know adapters',
    from: /^(ingest|retrieve|answer|quiz|discord|terminal)\//,
    never: /^(adapters|workers)\//,
  },
  {
    reason: 'rooms do not know who joins them',
    from: /^(ingest|retrieve|answer|quiz|adapters)\//,
    never: /^app(\/|\.ts$)/,
  },
  {
    reason: 'ingest is the first room',
    from: /^ingest\//,
    never: /^(retrieve|answer|quiz|discord|terminal)\//,
  },
  {
    reason: 'retrieve comes before answer',
    from: /^retrieve\//,
    never: /^(ingest|answer|quiz|discord|terminal)\//,
  },
  {
    reason: 'answer reads what retrieve found',
    from: /^answer\//,
    never: /^(ingest|quiz|discord|terminal)\//,
  },
  { reason: 'quiz comes after answer', from: /^quiz\//, never: /^(ingest|discord|terminal)\// },
];

const SOURCE = join(import.meta.dirname, '..', 'src');
const files = globSync('**/*.ts', { cwd: SOURCE }).map((file) => file.replaceAll('\\', '/'));

function importsOf(file: string): string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] as string,
  );
  return specifiers.map((specifier) =>
    specifier.startsWith('.') ? relative(SOURCE, join(SOURCE, dirname(file), specifier)) : specifier,
  );
}

test('the folders import each other in the direction of the flow', () => {
  expect(files.length).toBeGreaterThan(20);
  const breaches = files.flatMap((file) =>
    RULES.filter(({ from }) => from.test(file)).flatMap(({ reason, never }) =>
      importsOf(file)
        .filter((imported) => never.test(imported))
        .map((imported) => `${file} imports ${imported}: ${reason}`),
    ),
  );
  expect(breaches).toEqual([]);
});

test('only the entry hands out the environment, and only the settings read it', () => {
  const readers = files.filter((file) => readFileSync(join(SOURCE, file), 'utf8').includes('process.env'));
  expect(readers.filter((file) => file !== 'main.ts' && file !== 'config.ts')).toEqual([]);
});
