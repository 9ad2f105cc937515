import { UserError } from '../errors.ts';
import type { Edit, Preview } from '../model.ts';
import type { Changes, LibraryWriter } from '../ports.ts';
import { planAdd } from './add.ts';
import { changesOf } from './changes.ts';
import type { Read } from './packed.ts';
import { renamed } from './rename.ts';
import { sentenceTexts, splitArticle } from './split.ts';

/** What planning an edit asks the library. */
export type EditedLibrary = Pick<
  LibraryWriter,
  'generation' | 'live' | 'liveArticle' | 'withBody' | 'copiesOf' | 'restoration' | 'addresses'
>;

/** What an edit comes to: what a moderator is shown of it, and what is to be published. */
export interface PlannedEdit {
  preview: Omit<Preview, 'base' | 'toEmbed'>;
  publication: Changes | { restore: number };
  /** Every sentence of the articles to put, each text once. */
  sentences: string[];
}

const FOLDER_STAYS =
  'Its file stays in the corpus folder; an ingest leaves the article as it is now until that file gives something else.';

/**
 * Tells what an edit would do, and changes nothing.
 * @param read reads one file
 * @throws {UserError} when it cannot be done, or would change nothing, for a reason that concerns all of it.
 */
export async function planEdit(edit: Edit, library: EditedLibrary, read: Read): Promise<PlannedEdit> {
  switch (edit.kind) {
    case 'add': {
      const { put, addresses, forgetAddresses, ...told } = await planAdd(edit.files, library, read);
      const publication: Changes = { put, remove: [], origin: 'added', addresses, forgetAddresses };
      return { preview: { ...told, notes: [] }, publication, sentences: sentenceTexts(put) };
    }
    case 'remove':
      return planRemove(edit.ids, library);
    case 'rename':
      return planRename(edit.id, edit.title, library);
    case 'rollback':
      return planRollback(edit.generation, library);
  }
}

function planRemove(ids: readonly string[], library: EditedLibrary): PlannedEdit {
  const live = new Map(library.live().map((article) => [article.id, article]));
  const remove = [...new Set(ids)];
  const changes = remove.flatMap((id) => changesOf(found(id, library), undefined));
  const notes = remove.flatMap((id) => {
    const article = found(id, library);
    const copies = library.copiesOf(article).filter((copy) => !remove.includes(copy.id));
    return [
      ...copies
        .slice(0, 1)
        .map((copy) => `"${copy.title}" says nearly the same as "${article.title}" and stays.`),
      ...(live.get(id)?.origin === 'folder' ? [`"${article.title}" comes from a file. ${FOLDER_STAYS}`] : []),
    ];
  });
  return {
    preview: { changes, articles: [], refused: [], notes },
    publication: { put: [], remove, origin: 'added' },
    sentences: [],
  };
}

function planRename(id: string, title: string, library: EditedLibrary): PlannedEdit {
  const before = found(id, library);
  const article = renamed(before, title);
  const origin = library.live().find((other) => other.id === id)?.origin ?? 'added';
  const put = [{ article, passages: splitArticle(article) }];
  // What its address says later is given this title too.
  const addresses = library
    .addresses()
    .filter(({ articleId }) => articleId === id)
    .map((address) => ({ ...address, details: { ...address.details, title: article.title } }));
  return {
    preview: {
      changes: changesOf(before, article),
      articles: [],
      refused: [],
      notes: origin === 'folder' ? [`"${article.title}" comes from a file. ${FOLDER_STAYS}`] : [],
    },
    publication: { put, remove: [], origin, addresses },
    sentences: sentenceTexts(put),
  };
}

function planRollback(generation: number, library: EditedLibrary): PlannedEdit {
  const newest = library.generation?.id ?? 0;
  if (!Number.isInteger(generation) || generation < 1 || generation > newest) {
    const which =
      newest === 0 ? 'nothing was published yet' : `generations 1 to ${newest} can be brought back`;
    throw new UserError(`There is no generation ${generation}: ${which}.`);
  }
  const changes = library.restoration(generation);
  if (changes.length === 0) {
    throw new UserError(
      `Generation ${generation} has exactly the articles that are there now: nothing to bring back.`,
    );
  }
  const notes = [
    `The articles of generation ${generation} come back as generation ${newest + 1}; the history keeps all that was done since.`,
    'The corpus folder stays as it is. An ingest of it leaves these articles alone, also those whose file is gone, and takes in again only what its files give otherwise than at the last ingest.',
  ];
  return {
    preview: { changes, articles: [], refused: [], notes },
    publication: { restore: generation },
    sentences: [],
  };
}

function found(id: string, library: EditedLibrary) {
  const article = library.liveArticle(id);
  if (!article) throw new UserError(`There is no article "${id}": the list of articles has the ids.`);
  return article;
}
