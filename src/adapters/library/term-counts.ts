import type { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * How many live passages hold each term of a full-text table. A term is counted when it is first asked for; all are
 * when they are walked through, which reads the whole table.
 */
export class TermCounts implements ReadonlyMap<string, number> {
  readonly #one: StatementSync;
  readonly #all: StatementSync;
  readonly #counted = new Map<string, number | undefined>();
  #whole: ReadonlyMap<string, number> | undefined;

  constructor(db: DatabaseSync, table: 'passage_words' | 'passage_trigrams') {
    const vocabulary = `temp.${table}_vocabulary`;
    db.exec(`CREATE VIRTUAL TABLE ${vocabulary} USING fts5vocab('main', '${table}', 'row')`);
    this.#one = db.prepare(`SELECT doc FROM ${vocabulary} WHERE term = ?`);
    this.#all = db.prepare(`SELECT term, doc FROM ${vocabulary}`);
  }

  get(term: string): number | undefined {
    if (this.#whole) return this.#whole.get(term);
    if (!this.#counted.has(term)) {
      const row = this.#one.get(term);
      this.#counted.set(term, row && Number(row.doc));
    }
    return this.#counted.get(term);
  }

  has(term: string): boolean {
    return this.get(term) !== undefined;
  }

  get size(): number {
    return this.#read().size;
  }

  entries(): MapIterator<[string, number]> {
    return this.#read().entries();
  }

  keys(): MapIterator<string> {
    return this.#read().keys();
  }

  values(): MapIterator<number> {
    return this.#read().values();
  }

  forEach(visit: (count: number, term: string, counts: ReadonlyMap<string, number>) => void): void {
    this.#read().forEach(visit);
  }

  [Symbol.iterator](): MapIterator<[string, number]> {
    return this.entries();
  }

  /** Other passages may be live now. */
  forget(): void {
    this.#counted.clear();
    this.#whole = undefined;
  }

  #read(): ReadonlyMap<string, number> {
    this.#whole ??= new Map(this.#all.all().map(({ term, doc }) => [String(term), Number(doc)]));
    return this.#whole;
  }
}

/**
 * The rarest of some terms, as many as stand `most` times in all, but at least one that stands anywhere.
 * @param countOf how many passages hold a term.
 */
export function rarest(terms: readonly string[], countOf: (term: string) => number, most: number): string[] {
  const counted = terms.map((term) => ({ term, count: countOf(term) })).sort((a, b) => a.count - b.count);
  let before = 0;
  return counted
    .filter(({ count }) => {
      const isFirst = before === 0;
      before += count;
      return isFirst || before <= most;
    })
    .map(({ term }) => term);
}
