import {
  type APILabelComponent,
  type APITextInputComponent,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { AddedArticle, AddedFile, Detail } from '../../model.ts';
import type { Modal } from '../commands/command.ts';
import { cleanLine } from '../inert.ts';

/** Names of the forms. */
export const TEXT_FORM = 'corpus-text';
export const DETAILS_FORM = 'corpus-edit';

type Details = NonNullable<AddedFile['details']>;
type Typed = Partial<Record<Detail, string>>;

interface Field {
  label: string;
  description?: string;
  longest: number;
}

/** What becomes of a field without a description of its own that is left empty. */
const LEFT_EMPTY = { typed: 'Left empty: what the text itself says', edited: 'Left empty: none' };

const FIELDS: Record<Detail, Field> = {
  title: { label: 'Title', longest: 300 },
  publisher: { label: 'Publisher', longest: 120 },
  author: { label: 'Author', longest: 120 },
  publishedAt: { label: 'Date', description: 'As 2031-03-04, 2031-03 or 2031', longest: 40 },
  url: { label: 'Address', description: 'Where members can read it: http:// or https://', longest: 2_000 },
};
const ALL = Object.keys(FIELDS) as Detail[];
const OF_TEXT: readonly Detail[] = ['title', 'publisher', 'publishedAt', 'url'];
const BODY = 'body';

/** The form of `/corpus add text`. */
export function textForm(): Modal {
  return {
    custom_id: TEXT_FORM,
    title: 'Add an article',
    components: [
      ...OF_TEXT.map((detail) => input(detail, { empty: LEFT_EMPTY.typed })),
      labelled('Text', 'Up to 4,000 characters; a longer one goes in with /corpus add file', {
        type: ComponentType.TextInput,
        custom_id: BODY,
        style: TextInputStyle.Paragraph,
        max_length: 4_000,
        required: true,
      }),
    ],
  };
}

/** The article that was typed into the form, as a file that is called after its title. */
export function typedFile(form: ModalSubmitInteraction): AddedFile {
  const details = filledIn(form, OF_TEXT);
  const name = cleanLine(details.title ?? '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const text = form.fields.getTextInputValue(BODY);
  // Text that somebody wrote is read as it is; that of a page would be searched for menus and the like.
  return { name: `${name || 'article'}.md`, bytes: Buffer.from(text), details };
}

/** The form that changes what was found of an article. */
export function detailsForm(id: string, article: AddedArticle): Modal {
  return {
    custom_id: id,
    title: 'Edit details',
    components: ALL.map((detail) =>
      input(detail, { value: shown(article, detail), empty: LEFT_EMPTY.edited }),
    ),
  };
}

/** What was changed in the form, beside what had been changed before. A field that was emptied stays empty. */
export function changedDetails(
  form: ModalSubmitInteraction,
  article: AddedArticle,
  before: Details,
): Details {
  const given = filledIn(form, ALL);
  const changed = ALL.filter((detail) => (given[detail] ?? '') !== (shown(article, detail) ?? ''));
  // What was put in the place of what the file says cannot tell what that was.
  const emptied = (detail: Detail) => ({
    without: before[detail] === undefined ? (article[detail] ?? '') : '',
  });
  return {
    ...before,
    ...Object.fromEntries(changed.map((detail) => [detail, given[detail] ?? emptied(detail)])),
  };
}

function filledIn({ fields }: ModalSubmitInteraction, details: readonly Detail[]): Typed {
  return Object.fromEntries(
    details.flatMap((detail) => {
      const value = fields.getTextInputValue(detail).trim();
      return value === '' ? [] : [[detail, value]];
    }),
  );
}

/** As the form shows it: without what cannot be seen, and as long as it may be. */
function shown(article: AddedArticle, detail: Detail): string | undefined {
  const value = cleanLine(article[detail] ?? '').trim();
  return value.slice(0, FIELDS[detail].longest).toWellFormed().trim() || undefined;
}

function input(
  detail: Detail,
  { value, empty }: { value?: string | undefined; empty: string },
): APILabelComponent {
  const required = detail === 'title';
  const { label, description = required ? undefined : empty, longest } = FIELDS[detail];
  return labelled(label, description, {
    type: ComponentType.TextInput,
    custom_id: detail,
    style: TextInputStyle.Short,
    max_length: longest,
    required,
    ...(value === undefined ? {} : { value }),
  });
}

function labelled(
  label: string,
  description: string | undefined,
  component: APITextInputComponent,
): APILabelComponent {
  return { type: ComponentType.Label, label, ...(description !== undefined && { description }), component };
}
