import type { DatabaseSync } from 'node:sqlite';
import type { Card } from '../../model.ts';
import type { CardFilter, CardShelf, MadeOfArticle, SplitArticle } from '../../ports.ts';
import { transaction } from '../sqlite.ts';
import { articleOf, LIVE, newestGeneration, type Row } from './rows.ts';
import { openDatabase } from './schema.ts';

const LIVE_CARD = `card JOIN lifetime ON lifetime.article = card.article AND lifetime.until IS NULL
  JOIN article ON article.row = card.article`;

/** The cards of the library of a data folder. */
export class SqliteCards implements CardShelf {
  readonly #db: DatabaseSync;

  constructor(dataDir: string) {
    this.#db = openDatabase(dataDir);
  }

  get generation(): number {
    return newestGeneration(this.#db)?.id ?? 0;
  }

  get articles(): number {
    return Number(this.#db.prepare(`SELECT count(*) AS n FROM ${LIVE}`).get()?.n);
  }

  withoutCards(count: number): SplitArticle[] {
    const rows = this.#db
      .prepare(
        `SELECT article.* FROM ${LIVE} LEFT JOIN made_cards ON made_cards.article = article.row
         WHERE made_cards.generation IS NULL OR made_cards.generation < since ORDER BY id LIMIT ?`,
      )
      .all(count);
    return rows.map((row) => this.#splitOf(row));
  }

  split(ids: readonly string[]): SplitArticle[] {
    return this.#db
      .prepare(`SELECT article.* FROM ${LIVE} WHERE id IN (SELECT value FROM json_each(?))`)
      .all(JSON.stringify(ids))
      .map((row) => this.#splitOf(row));
  }

  ids(count: number): string[] {
    return this.#db
      .prepare(`SELECT id FROM ${LIVE} ORDER BY id LIMIT ?`)
      .all(count)
      .map(({ id }) => String(id));
  }

  cards(filter: CardFilter): Card[] {
    const { where, values } = askedFor(filter);
    return this.#db
      .prepare(`SELECT card FROM ${LIVE_CARD} WHERE ${where} ORDER BY article.id, card.row`)
      .all(...values)
      .map(cardOf);
  }

  cardIds(filter: CardFilter): string[] {
    const { where, values } = askedFor(filter);
    return this.#db
      .prepare(`SELECT card.id FROM ${LIVE_CARD} WHERE ${where}`)
      .all(...values)
      .map(({ id }) => String(id));
  }

  refused(): Record<string, number> {
    const total: Record<string, number> = {};
    for (const { refused } of this.#db
      .prepare(`SELECT refused FROM ${LIVE} JOIN made_cards ON made_cards.article = article.row`)
      .all()) {
      for (const [reason, n] of Object.entries(JSON.parse(String(refused)) as Record<string, number>)) {
        total[reason] = (total[reason] ?? 0) + n;
      }
    }
    return total;
  }

  card(id: string): { card: Card; isLive: boolean } | undefined {
    const row = this.#db
      .prepare(
        `SELECT card, retired IS NULL AND EXISTS (
           SELECT 1 FROM lifetime WHERE lifetime.article = card.article AND until IS NULL
         ) AS live FROM card WHERE id = ? ORDER BY live DESC, row DESC LIMIT 1`,
      )
      .get(id);
    return row && { card: cardOf(row), isLive: row.live === 1 };
  }

  save(made: readonly MadeOfArticle[], retired: readonly string[]): void {
    transaction(this.#db, () => {
      const { generation } = this;
      const version = this.#db.prepare(
        'SELECT max(row) AS row FROM article WHERE id = ? AND content_hash = ?',
      );
      const mark = this.#db.prepare(
        'INSERT OR REPLACE INTO made_cards (article, generation, refused) VALUES (?, ?, ?)',
      );
      const drop = this.#db.prepare('DELETE FROM card WHERE article = ? AND id = ?');
      const insert = this.#db.prepare('INSERT INTO card (id, article, kind, card) VALUES (?, ?, ?, ?)');
      const retireAll = this.#db.prepare('UPDATE card SET retired = ? WHERE article = ? AND retired IS NULL');
      const retire = this.#db.prepare(
        `UPDATE card SET retired = ? WHERE id = ? AND retired IS NULL
         AND article IN (SELECT article FROM lifetime WHERE until IS NULL)`,
      );
      for (const { articleId, version: hash, cards, refused } of made) {
        const row = Number(version.get(articleId, hash)?.row);
        mark.run(row, generation, JSON.stringify(refused));
        retireAll.run(generation, row);
        for (const card of cards) {
          drop.run(row, card.id);
          insert.run(card.id, row, card.kind, JSON.stringify(card));
        }
      }
      for (const id of retired) retire.run(generation, id);
    });
  }

  close(): void {
    this.#db.close();
  }

  #splitOf(row: Row): SplitArticle {
    const spans = this.#db
      .prepare(
        `SELECT passage.row, passage.start AS "from", passage."end" AS "to", sentence.start, sentence."end" FROM passage
         JOIN sentence ON sentence.passage = passage.row WHERE passage.article = ? ORDER BY ordinal, sentence.row`,
      )
      .all(Number(row.row));
    const passages = Map.groupBy(spans, (span) => Number(span.row));
    return {
      article: articleOf(row),
      passages: [...passages.values()].map((sentences) => ({
        start: Number(sentences[0]?.from),
        end: Number(sentences[0]?.to),
        sentences: sentences.map(({ start, end }) => ({ start: Number(start), end: Number(end) })),
      })),
    };
  }
}

/** The condition of a filter; of what is absent nothing, so that the indexes of what is not are used. */
function askedFor({ articleIds, publisher, kind }: CardFilter): { where: string; values: string[] } {
  const parts: [string, string | undefined][] = [
    ['article.id IN (SELECT value FROM json_each(?))', articleIds && JSON.stringify(articleIds)],
    ['lower(publisher) = lower(?)', publisher],
    ['kind = ?', kind],
  ];
  const given = parts.flatMap(([condition, value]) => (value === undefined ? [] : [{ condition, value }]));
  return {
    where: ['retired IS NULL', ...given.map(({ condition }) => condition)].join(' AND '),
    values: given.map(({ value }) => value),
  };
}

function cardOf({ card }: Row): Card {
  return JSON.parse(String(card)) as Card;
}
