import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Generation } from '../../model.ts';
import { transaction } from '../sqlite.ts';
import { HnswIndex, hnswlib, type IndexFile, type VectorSource } from '../vector-index/index.ts';
import { LIVE, newestGeneration, vectorOf } from './rows.ts';
import { openDatabase } from './schema.ts';

/** An unfinished file that was not written to for so long has no process any more. */
const LEFTOVER_MS = 60 * 60 * 1000;
/** Vectors fetched by one query. */
const CHUNK = 1_000;

/** The live sentence vectors of the generation that `db` sees, under their sentence's row. */
export function vectorSource(db: DatabaseSync, { model, dimensions }: Generation): VectorSource {
  const rows = db
    .prepare(
      `SELECT sentence.row AS row FROM ${LIVE}
       JOIN passage ON passage.article = article.row JOIN sentence ON sentence.passage = passage.row ORDER BY 1`,
    )
    .all();
  return {
    dimensions,
    labels: rows.map(({ row }) => Number(row)),
    vectorsOf: (labels) => vectorsOf(db, model, labels),
  };
}

/** The vectors of some sentences, in their order. */
export function* vectorsOf(
  db: DatabaseSync,
  model: string,
  sentences: readonly number[],
): Generator<Float32Array> {
  const select = db.prepare(
    `SELECT vector.value AS value FROM json_each(?) AS wanted JOIN sentence ON sentence.row = wanted.value
     JOIN vector ON vector.model = ? AND vector.text_key = sentence.text_key ORDER BY wanted.key`,
  );
  for (let i = 0; i < sentences.length; i += CHUNK) {
    const chunk = select.all(JSON.stringify(sentences.slice(i, i + CHUNK)), model);
    for (const row of chunk) yield vectorOf(row.value);
  }
}

/** The index of a generation, if one was written and is whole. */
export function openCachedIndex(
  dataDir: string,
  db: DatabaseSync,
  generation: Generation,
): HnswIndex | undefined {
  const file = cachedFile(dataDir, db, 'generation = ?', generation.id);
  const index = file && HnswIndex.open(file, generation.dimensions);
  return index?.size === generation.sentences ? index : undefined;
}

/**
 * Writes the index of the newest generation to the cache folder, unless it is there and whole; older ones go.
 * @returns false when there is nothing to index, or no native library to do it with.
 */
export function cacheIndex(dataDir: string): boolean {
  const db = openDatabase(dataDir);
  try {
    const generation = newestGeneration(db);
    if (!hnswlib || !generation) return false;
    if (openCachedIndex(dataDir, db, generation)) return true;
    const previous = cachedFile(
      dataDir,
      db,
      `generation < ?1 AND EXISTS (SELECT 1 FROM generation AS made JOIN generation AS newest USING (model)
       WHERE made.id = index_cache.generation AND newest.id = ?1) ORDER BY generation DESC LIMIT 1`,
      generation.id,
    );
    const name = `${generation.id}.hnsw`;
    const { sha256 } = HnswIndex.write(join(indexDir(dataDir), name), vectorSource(db, generation), previous);
    transaction(db, () => {
      db.prepare('DELETE FROM index_cache WHERE generation <= ?').run(generation.id);
      db.prepare('INSERT INTO index_cache (generation, file, sha256) VALUES (?, ?, ?)').run(
        generation.id,
        name,
        sha256,
      );
    });
    removeOlder(dataDir, generation.id);
    return true;
  } finally {
    db.close();
  }
}

function cachedFile(dataDir: string, db: DatabaseSync, where: string, id: number): IndexFile | undefined {
  const row = db.prepare(`SELECT file, sha256 FROM index_cache WHERE ${where}`).get(id);
  return row && { path: join(indexDir(dataDir), String(row.file)), sha256: String(row.sha256) };
}

/** Removes the indexes of older generations, and what processes that were killed left unfinished. */
function removeOlder(dataDir: string, newest: number): void {
  for (const name of readdirSync(indexDir(dataDir))) {
    const path = join(indexDir(dataDir), name);
    const isOlder = name.endsWith('.hnsw') && Number.parseInt(name, 10) < newest;
    // Another process may be renaming it at this moment.
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    const isLeftover = name.endsWith('.tmp') && Date.now() - changedAt > LEFTOVER_MS;
    if (isOlder || isLeftover) rmSync(path, { force: true });
  }
}

function indexDir(dataDir: string): string {
  return join(dataDir, 'index');
}
