import type { Refusal } from '../../model.ts';
import type { Draft } from '../draft.ts';

/** How one type of file is read. */
export type Source = TextSource | DocumentSource | ArchiveSource;

interface FileType {
  /** Name of the type for a person, e.g. `Markdown`. */
  name: string;
  /** Endings of its files in lower case, with the full stop. */
  extensions: readonly string[];
}

/** A type whose files are text. */
export interface TextSource extends FileType {
  kind: 'text';
  /**
   * The articles that a file of this type holds; none when there is no text in it.
   * @param text the decoded file, without invisible characters
   * @throws {UserError} when the file breaks the rules of its type
   */
  read(text: string): Draft[];
}

/** A type whose files are told by their first bytes. */
export interface DocumentSource extends FileType {
  kind: 'document';
  /**
   * The articles that a file of this type holds; none when there is no text in it.
   * @throws {UserError} when it is damaged, locked, or holds nothing that can be read
   */
  read(bytes: Uint8Array): Promise<Draft[]>;
}

/** A type whose files hold other files. */
export interface ArchiveSource extends FileType {
  kind: 'archive';
  /**
   * The files of readable types that are packed in it.
   * @throws {UserError} when it is damaged or locked
   */
  unpack(bytes: Uint8Array): Promise<Unpacked>;
}

/** What an archive holds, sorted by path. */
export interface Unpacked {
  files: PackedFile[];
  refused: Refusal[];
}

/** A file in an archive. */
export interface PackedFile {
  /** A name that is safe everywhere: below the archive, with `/` between folders. */
  path: string;
  bytes: Uint8Array;
}
