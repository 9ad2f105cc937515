import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HnswIndex, type IndexFile, type VectorSource } from '../../../src/adapters/vector-index/index.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { wordVector } from '../../support/vectors.ts';

const texts = Array.from({ length: 60 }, (_, i) => `sentence ${i} about topic ${i % 7}`);

function sourceOf(count: number, from = 0): VectorSource {
  return {
    dimensions: 64,
    labels: Array.from({ length: count - from }, (_, i) => i + from),
    *vectorsOf(labels) {
      for (const label of labels) yield wordVector(texts[label] as string);
    },
  };
}

function written(count = 60): IndexFile {
  return HnswIndex.write(join(temporaryFolder(), '1.hnsw'), sourceOf(count));
}

const damages: Record<string, (file: IndexFile) => void> = {
  truncated: ({ path }) => truncateSync(path, 1_000),
  empty: ({ path }) => truncateSync(path, 0),
  zeroed: ({ path }) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)),
  'one bit flipped': ({ path }) => {
    const bytes = readFileSync(path);
    bytes[100] = (bytes[100] as number) ^ 1;
    writeFileSync(path, bytes);
  },
  'swapped with another': ({ path }) => writeFileSync(path, readFileSync(written(30).path)),
  gone: ({ path }) => unlinkSync(path),
};

test.each(Object.entries(damages))('a file that is %s is not opened', (_, damage) => {
  const file = written();
  expect(HnswIndex.open(file, 64)).toBeDefined();
  damage(file);
  expect(HnswIndex.open(file, 64)).toBeUndefined();
});

test('writing leaves nothing but the file', () => {
  const { path } = written();
  expect(readdirSync(join(path, '..'))).toEqual(['1.hnsw']);
});

test('an index is extended when only new vectors came, and finds old and new', () => {
  const previous = written(40);
  const file = HnswIndex.write(join(temporaryFolder(), '2.hnsw'), sourceOf(60), previous);
  const index = HnswIndex.open(file, 64);
  expect(index?.size).toBe(60);
  for (const label of [3, 39, 40, 59]) {
    expect(index?.search(wordVector(texts[label] as string), 1)[0]?.label).toBe(label);
  }
});

test('an index of which something has gone is built anew, without it', () => {
  const previous = written(40);
  const file = HnswIndex.write(join(temporaryFolder(), '2.hnsw'), sourceOf(40, 10), previous);
  const index = HnswIndex.open(file, 64);
  expect(index?.size).toBe(30);
  expect(index?.search(wordVector(texts[3] as string), 30).map(({ label }) => label)).not.toContain(3);
});

test('a disk that is full leaves no index, and says so', () => {
  const folder = temporaryFolder();
  const script = `
    const { HnswIndex } = await import(process.argv[1]);
    const labels = Array.from({ length: 60 }, (_, i) => i);
    const vectorsOf = (wanted) => wanted.map((i) => Float32Array.from({ length: 64 }, (_, k) => Math.sin(i * 64 + k)));
    HnswIndex.write(process.argv[2], { dimensions: 64, labels, vectorsOf });`;
  const module = new URL('../../../src/adapters/vector-index/index.ts', import.meta.url).href;
  // 8 KiB for each file: the index has 25.
  const limited = [
    '-c',
    'ulimit -f 16; exec "$0" "$@"',
    process.execPath,
    '--input-type=module',
    '-e',
    script,
  ];
  const { status, stderr } = spawnSync('/bin/sh', [...limited, module, join(folder, '1.hnsw')]);
  expect(String(stderr)).toContain('check that the disk is not full');
  expect(status).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that cannot be written is an error, not a silent loss', () => {
  const blocked = join(temporaryFolder(), 'file');
  writeFileSync(blocked, 'in the way');
  expect(() => HnswIndex.write(join(blocked, '1.hnsw'), sourceOf(5))).toThrow();
  expect(existsSync(join(blocked, '1.hnsw'))).toBe(false);
});
