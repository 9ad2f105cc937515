/**
 * A card belongs to one version of an article and is asked while that is live and nothing retired it, so that an
 * article that is brought back brings its cards. `made_cards` says as of which generation the cards of a version were
 * made, and what was refused.
 */
export const CARD_TABLES = `
  CREATE TABLE made_cards (
    article INTEGER PRIMARY KEY REFERENCES article, generation INTEGER NOT NULL, refused TEXT NOT NULL
  );
  CREATE TABLE card (
    row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, article INTEGER NOT NULL REFERENCES article,
    kind TEXT NOT NULL, card TEXT NOT NULL, retired INTEGER
  );
  CREATE UNIQUE INDEX card_by_article ON card (article, id);
  CREATE INDEX card_by_id ON card (id);
`;
