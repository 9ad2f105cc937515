import type { ChatInputCommandInteraction } from 'discord.js';
import { UserError } from '../../errors.ts';
import { MAX_DOCUMENT_BYTES, tooLarge } from '../../ingest/folder.ts';
import type { Button, Context, Form } from '../commands/command.ts';
import type { Message } from '../message.ts';
import { DETAILS_FORM, TEXT_FORM, typedFile } from './forms.ts';
import { CANCEL, DETAILS, DO } from './render-preview.ts';
import { articleMeant, noSuchArticle } from './suggestions.ts';

type Asked = ChatInputCommandInteraction;

/** The subcommands that change articles: each shows a preview and stores nothing. */

export async function addUrl({ user, options }: Asked, { app, moderation }: Context): Promise<Message> {
  const file = await app.fetchFile(options.getString('url', true).trim());
  return moderation.propose(user.id, { kind: 'add', files: [file] });
}

export async function addFile({ user, options }: Asked, { app, moderation }: Context): Promise<Message> {
  const { name, size, url } = options.getAttachment('file', true);
  if (size > MAX_DOCUMENT_BYTES) throw new UserError(`${name} is ${tooLarge(size, MAX_DOCUMENT_BYTES)}.`);
  const file = await app.fetchFile(url, { attachment: { name } });
  return moderation.propose(user.id, { kind: 'add', files: [file] });
}

export async function remove(asked: Asked, { app, moderation }: Context): Promise<Message> {
  const ids = [await idOf(asked, app)];
  return moderation.propose(asked.user.id, { kind: 'remove', ids });
}

export async function rename(asked: Asked, { app, moderation }: Context): Promise<Message> {
  const title = asked.options.getString('title', true);
  return moderation.propose(asked.user.id, { kind: 'rename', id: await idOf(asked, app), title });
}

export function rollback({ user, options }: Asked, { moderation }: Context): Promise<Message> {
  return moderation.propose(user.id, {
    kind: 'rollback',
    generation: options.getInteger('generation', true),
  });
}

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

/** The buttons below a preview. */
export const editButtons = { [DO]: apply, [DETAILS]: details, [CANCEL]: cancel };

const typed = {
  result: () => 'reply',
  run: (form, _parts, { moderation }) =>
    moderation.propose(form.user.id, { kind: 'add', files: [typedFile(form)] }),
} satisfies Form;

const edited = {
  result: ({ user }, [key = ''], { moderation }) => (moderation.isOpen(user.id, key) ? 'update' : 'reply'),
  run: (form, [key = ''], { moderation }) => moderation.editDetails(form, key),
} satisfies Form;

export const editForms = { [TEXT_FORM]: typed, [DETAILS_FORM]: edited };
