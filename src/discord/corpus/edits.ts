import type { ChatInputCommandInteraction } from 'discord.js';
import { UserError } from '../../errors.ts';
import { MAX_DOCUMENT_BYTES, tooLarge } from '../../ingest/folder.ts';
import type { Progress, Publication } from '../../model.ts';
import type { Button, Context, Form, Menu } from '../commands/command.ts';
import type { Message } from '../message.ts';
import { DETAILS_FORM, TEXT_FORM, typedFile } from './forms.ts';
import { CANCEL, DETAILS, DO } from './render-preview.ts';
import { CONFIRM } from './render-refresh.ts';
import { articleMeant, noSuchArticle } from './suggestions.ts';

type Asked = ChatInputCommandInteraction;

/** A subcommand that changes articles: it shows a preview and stores nothing. */
export interface Proposing {
  /** As in what is said while it is under way. */
  doing: string;
  kind: Publication['kind'];
  propose(asked: Asked, context: Context, onProgress: (progress: Progress) => void): Promise<Message>;
}

/** The subcommands that change articles, by their group and name. */
export const proposals: Record<string, Proposing> = {
  'add url': {
    ...{ kind: 'add', doing: 'Reading the page' },
    async propose({ user, options }, { app, moderation }, onProgress) {
      const file = await app.fetchFile(options.getString('url', true).trim());
      return moderation.propose(user.id, { kind: 'add', files: [file] }, onProgress);
    },
  },
  'add file': {
    ...{ kind: 'add', doing: 'Reading the file' },
    async propose({ user, options }, { app, moderation }, onProgress) {
      const { name, size, url } = options.getAttachment('file', true);
      if (size > MAX_DOCUMENT_BYTES) throw new UserError(`${name} is ${tooLarge(size, MAX_DOCUMENT_BYTES)}.`);
      const file = await app.fetchFile(url, { attachment: { name } });
      return moderation.propose(user.id, { kind: 'add', files: [file] }, onProgress);
    },
  },
  remove: {
    ...{ kind: 'remove', doing: 'Looking at what goes' },
    async propose(asked, { app, moderation }) {
      return moderation.propose(asked.user.id, { kind: 'remove', ids: [await idOf(asked, app)] });
    },
  },
  rename: {
    ...{ kind: 'rename', doing: 'Looking at the article' },
    async propose(asked, { app, moderation }) {
      const title = asked.options.getString('title', true);
      return moderation.propose(asked.user.id, { kind: 'rename', id: await idOf(asked, app), title });
    },
  },
  rollback: {
    ...{ kind: 'rollback', doing: 'Comparing' },
    propose: ({ user, options }, { moderation }) =>
      moderation.propose(user.id, { kind: 'rollback', generation: options.getInteger('generation', true) }),
  },
  refresh: {
    ...{ kind: 'refresh', doing: 'Reading everything again' },
    propose: ({ user }, { moderation }, onProgress) => moderation.proposeRefresh(user.id, onProgress),
  },
};

async function idOf({ options }: Asked, app: Context['app']): Promise<string> {
  const given = options.getString('article', true);
  const article = articleMeant(await app.articles(), given);
  if (article === undefined) throw noSuchArticle(given);
  return article.id;
}

const apply = {
  result: ({ user }, [key = ''], { moderation }) => moderation.pressed(user.id, key),
  run: (press, [key = ''], { moderation }, acknowledged) => moderation.apply(press, key, acknowledged),
} satisfies Button;

const details = {
  result: () => 'reply',
  opens: ({ user }, [key = ''], { moderation }) => moderation.detailsForm(user.id, key),
  run: async () => undefined,
} satisfies Button;

const cancel = {
  result: ({ user }, [key = ''], { moderation }) => (moderation.isOpen(user.id, key) ? 'update' : 'reply'),
  run: async ({ user }, [key = ''], { moderation }) => moderation.cancel(user.id, key),
} satisfies Button;

const confirm = {
  result: ({ user }, [key = ''], { moderation }) => (moderation.isOpen(user.id, key) ? 'update' : 'reply'),
  run: async (choice, [key = ''], { moderation }) => moderation.confirmHeld(choice, key),
} satisfies Menu;

export const editMenus = { [CONFIRM]: confirm };

/** The buttons below a preview. */
export const editButtons = { [DO]: apply, [DETAILS]: details, [CANCEL]: cancel };

const typed = {
  result: () => 'reply',
  run: (form, _parts, { moderation }, acknowledged) =>
    moderation.work.run(form, acknowledged, { kind: 'add', doing: 'Reading the text' }, () =>
      moderation.proposeTyped(form.user.id, typedFile(form)),
    ),
} satisfies Form;

const edited = {
  result: ({ user }, [key = ''], { moderation }) => (moderation.isOpen(user.id, key) ? 'update' : 'reply'),
  run: (form, [key = ''], { moderation }) => moderation.editDetails(form, key),
} satisfies Form;

export const editForms = { [TEXT_FORM]: typed, [DETAILS_FORM]: edited };
