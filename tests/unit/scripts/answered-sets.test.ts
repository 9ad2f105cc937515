import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { joined } from '../../../scripts/train/answered/answered-set.ts';
import { qamrSet } from '../../../scripts/train/answered/qamr.ts';
import { qedSet } from '../../../scripts/train/answered/qed.ts';
import { selqaSet } from '../../../scripts/train/answered/selqa.ts';
import { untokenized } from '../../../scripts/train/answered/untokenized.ts';
import { answeredBy, wiceQuestions, wiceSet } from '../../../scripts/train/answered/wice.ts';
import { wiceSets } from '../../../scripts/train/wice-sets.ts';
import { UserError } from '../../../src/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-answered-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function dirWith(name: string, files: Record<string, string>): string {
  const dir = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(dir, file, '..'), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  return dir;
}

/** A set as long as the one that our questions are about. */
function linesWith(sentence: (i: number) => string) {
  const evidence = Array.from({ length: 400 }, (_, i) => sentence(i));
  return Array.from({ length: 350 }, () => ({
    ...{ label: 'supported' as const, claim: '', evidence, supporting_sentences: [] },
  }));
}

test('WiCE: our questions are read with the sentences of their pages', () => {
  const asked = wiceQuestions();
  const all = answeredBy(
    linesWith((i) => `The ferry sails at ${i} each day.`),
    asked,
  );
  expect(all.questions).toHaveLength(asked.length);
  expect(all.texts).toHaveLength(400 * new Set(asked.map(({ page }) => page)).size);
  for (const { question, page, right } of all.questions) {
    expect(question.split(' ').length).toBeGreaterThan(1);
    expect(right.length).toBeGreaterThan(0);
    expect(page).toEqual(expect.arrayContaining([...right]));
  }
});

test('WiCE: no question is asked twice of a page', () => {
  const keys = wiceQuestions().map(({ page, question }) => `${page} ${question.toLowerCase()}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('WiCE: what is no sentence answers nothing', () => {
  const lines = linesWith((i) => (i < 20 ? 'News' : `It sails at ${i} each day.`));
  const asked = [
    { question: 'When does the ferry sail?', page: 4, sentences: [3, 22] },
    { question: 'What is new?', page: 4, sentences: [3] },
  ];
  const { questions, texts } = answeredBy(lines, asked);
  expect(questions.map(({ question }) => question)).toEqual(['When does the ferry sail?']);
  expect(questions[0]?.right.map((number) => texts[number])).toEqual(['It sails at 22 each day.']);
});

test('WiCE: a set that lacks a page is refused', () => {
  expect(() => answeredBy(linesWith(String).slice(0, 20), wiceQuestions())).toThrow(UserError);
});

test('WiCE: an adapter and weights are fitted to questions about different pages', () => {
  const evidence = [
    '(meta data) TITLE: Ferries',
    'Menu',
    ...Array.from({ length: 398 }, (_, i) => `It sails at ${i} each day.`),
  ];
  const line = JSON.stringify({ label: 'supported', claim: '', evidence, supporting_sentences: [] });
  const dir = dirWith('wice', {});
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'claim-dev.jsonl.gz'), gzipSync(Array(350).fill(line).join('\n')));
  const forAdapter = new Set(wiceSet(dir).questions.map(({ question, about }) => `${about} ${question}`));
  const [all, half] = wiceSets(dir, join(dir, 'corpora'));
  const forWeights = all?.questions.map(({ id }) => id) ?? [];
  expect(forWeights.length).toBeGreaterThan(500);
  expect(forWeights.filter((id) => forAdapter.has(id))).toEqual([]);
  const asked = half?.questions ?? [];
  expect(asked.map(({ id }) => id)).toEqual(forWeights);
  const files = new Set(readdirSync(half?.corpusDir ?? ''));
  for (const { id, kind, label } of asked) {
    const file = `page-${String(id.split(' ')[0]).padStart(3, '0')}.md`;
    expect(files.has(file)).toBe(label !== undefined);
    if (!label) expect(kind).toBe('off-topic');
  }
  const text = readFileSync(join(all?.corpusDir ?? '', 'page-003.md'), 'utf8');
  expect(text).toMatch(/^# Ferries\n\nMenu\n\nIt sails at 0 each day\. It sails/);
});

const SECTION = ['The ferry runs daily.', 'It was built in 1902.', 'Fares are low.'];

test('SelQA: sections with the numbers of what answers; what nothing answers is left out', () => {
  const dir = dirWith('selqa', {
    'selqa-ass-dev.json': JSON.stringify([
      { question: 'How old is the ferry?', article: 'Ferry', candidates: SECTION, answers: [1] },
      { question: 'Who paid for the ferry?', article: 'Ferry', candidates: SECTION, answers: [] },
    ]),
    'selqa-ass-test.json': JSON.stringify([
      { question: 'What does it cost?', article: 'Ferry', candidates: SECTION.toReversed(), answers: [0] },
    ]),
  });
  expect(selqaSet(dir)).toEqual({
    texts: SECTION,
    questions: [
      { question: 'How old is the ferry?', about: 'Ferry', page: [0, 1, 2], right: [1] },
      { question: 'What does it cost?', about: 'Ferry', page: [2, 1, 0], right: [2] },
    ],
  });
});

/** A line of QED about a paragraph of two sentences. */
function qedLine(type: string, start: number): string {
  return JSON.stringify({
    ...{ title_text: 'Ferry', question_text: 'when was the ferry built', sentence_starts: [0, 23] },
    paragraph_text: 'The ferry runs daily . It was built in 1902 ( by hand ) . ',
    annotation: { explanation_type: type, selected_sentence: { start } },
  });
}

test('QED: a paragraph and the one sentence of it that answers; where it takes more the question is left out', () => {
  const dir = dirWith('qed', {
    'qed-train.jsonlines': `${qedLine('single_sentence', 23)}\n${qedLine('multi_sentence', 23)}\n`,
    'qed-dev.jsonlines': `${qedLine('none', 0)}\n${qedLine('single_sentence', 7)}\n`,
  });
  expect(qedSet(dir)).toEqual({
    texts: ['The ferry runs daily.', 'It was built in 1902 (by hand).'],
    questions: [{ question: 'when was the ferry built', about: 'Ferry', page: [0, 1], right: [1] }],
  });
});

const QAMR = {
  'wiki-sentences.tsv':
    "Wiki1k:wikinews:7:0:0\tThe ferry , `` Anna '' , sank .\nWiki1k:wikinews:7:1:0\tNobody drowned .\nWiki1k:wikinews:8:0:0\tIt rained .\n",
  'filtered/dev.tsv': [
    ['Wiki1k:wikinews:7:0:0', 'What was the ferry called?'],
    ['Wiki1k:wikinews:7:0:0', 'What was the ferry called?'],
    ['Wiki1k:wikinews:7:0:0', 'What sank?'],
    ['Wiki1k:wikinews:7:0:0', 'Who was called by someone?'],
  ]
    .map(([id, question]) => [id, '', '', '', '', question].join('\t'))
    .join('\n'),
};

test('QAMR: a sentence among those of its page, and its telling questions once each', () => {
  expect(qamrSet(dirWith('qamr', QAMR))).toEqual({
    texts: ['The ferry, "Anna", sank.', 'Nobody drowned.', 'It rained.'],
    questions: [
      { question: 'What was the ferry called?', about: 'Wiki1k:wikinews:7', page: [0, 1], right: [0] },
    ],
  });
});

test('QAMR: at most twelve questions of a sentence, the same each time', () => {
  const rows = Array.from({ length: 40 }, (_, i) =>
    ['Wiki1k:wikinews:8:0:0', '', '', '', '', `How much did it rain on day ${i}?`].join('\t'),
  );
  const dir = dirWith('qamr-many', { ...QAMR, 'filtered/dev.tsv': rows.join('\n') });
  const { questions } = qamrSet(dir);
  expect(new Set(questions.map(({ question }) => question)).size).toBe(12);
  expect(qamrSet(dir).questions).toEqual(questions);
});

test.each([
  [
    'SelQA',
    () => selqaSet(dirWith('none', { 'readme.txt': '' })),
    /--selqa: .*none of selqa-ass-train\.json/,
  ],
  ['QED', () => qedSet(dirWith('none', { 'readme.txt': '' })), /--qed: .*none of qed-train\.jsonlines/],
  ['QAMR', () => qamrSet(dirWith('none', { 'readme.txt': '' })), /--qamr: .*none of filtered/],
  [
    'QAMR without its sentences',
    () => qamrSet(dirWith('bare', { 'filtered/dev.tsv': QAMR['filtered/dev.tsv'] })),
    /There is no .*wiki-sentences\.tsv/,
  ],
  [
    'QAMR with other sentences',
    () =>
      qamrSet(dirWith('other', { ...QAMR, 'wiki-sentences.tsv': 'Wiki1k:wikinews:1:0:0\tIt rained .\n' })),
    /lacks Wiki1k:wikinews:7:0:0/,
  ],
  [
    'a SelQA file cut short',
    () => selqaSet(dirWith('cut', { 'selqa-ass-dev.json': '[{"question": ' })),
    /selqa-ass-dev\.json is not JSON/,
  ],
  [
    'a QED line that is none',
    () => qedSet(dirWith('broken', { 'qed-dev.jsonlines': `${qedLine('none', 0)}\n{}\n` })),
    /qed-dev\.jsonlines, item 2/,
  ],
])('%s: a folder that is not the published set is refused', (_, read, said) => {
  expect(read).toThrow(UserError);
  expect(read).toThrow(said);
});

test('sets are joined: numbers go on behind those before, and a page stays one page', () => {
  const set = (name: string) => {
    const page = [0, 1];
    return {
      texts: [`${name} 0`, `${name} 1`],
      questions: [1, 0].map((i) => ({ question: `${name}?`, about: name, page, right: [i] })),
    };
  };
  const all = joined([set('a'), set('b')]);
  expect(all.texts).toEqual(['a 0', 'a 1', 'b 0', 'b 1']);
  expect(all.questions.map(({ page, right }) => [page, right])).toEqual([
    [[0, 1], [1]],
    [[0, 1], [0]],
    [[2, 3], [3]],
    [[2, 3], [2]],
  ]);
  expect(all.questions[2]?.page).toBe(all.questions[3]?.page);
});

test.each([
  ["It did n't rain , he said .", "It didn't rain, he said."],
  ["The Government 's law ( 2 % ) costs $ 5 .", "The Government's law (2%) costs $5."],
  ["`` Of late , '' she said", '"Of late," she said'],
  ['1916 -- 1942 ; Jean - Paul', '1916 – 1942; Jean-Paul'],
])('words and marks set apart are set together: %s', (text, together) => {
  expect(untokenized(text)).toBe(together);
});
