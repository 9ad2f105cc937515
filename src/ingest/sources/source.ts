import type { Draft } from '../draft.ts';

/** How one type of file is read. */
export interface Source {
  /** Name of the type for a person, e.g. `Markdown`. */
  name: string;
  /** Endings of its files in lower case, with the full stop. */
  extensions: readonly string[];
  /**
   * The articles that a file of this type holds; none when there is no text in it.
   * @param text the decoded file, without invisible characters
   * @throws {UserError} when the file breaks the rules of its type
   */
  read(text: string): Draft[];
}
