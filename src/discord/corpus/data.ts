import {
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  ApplicationCommandOptionType as Type,
} from 'discord.js';
import { EVERYWHERE } from '../commands/places.ts';

const article = {
  type: Type.String,
  name: 'article',
  description: 'Its title or id: begin to type and choose',
  required: true,
  autocomplete: true,
} as const;

const add: APIApplicationCommandOption = {
  type: Type.SubcommandGroup,
  name: 'add',
  description: 'Add an article; you see what would be added first',
  options: [
    subcommand('url', 'Add the article at an address', [
      {
        ...{ type: Type.String, name: 'url', required: true, max_length: 2_000 },
        description: 'Its address: https://…',
      },
    ]),
    subcommand('file', 'Add a file: Markdown, text, HTML, PDF, DOCX, JSON, or a ZIP of those', [
      { type: Type.Attachment, name: 'file', description: 'The file', required: true },
    ]),
    subcommand('text', 'Type or paste an article into a form'),
  ],
};

/** What Discord is told of `/corpus`. Whether somebody may use it is asked again whenever they do. */
export const corpusData: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  name: 'corpus',
  description: 'For moderators: what the answers are made of',
  ...EVERYWHERE,
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  options: [
    add,
    subcommand('list', 'The articles there are', [
      {
        ...{ type: Type.String, name: 'publisher', autocomplete: true, max_length: 120 },
        description: 'Only those of this publisher',
      },
      {
        ...{ type: Type.String, name: 'since', max_length: 40 },
        description: 'Only those published on this day or later: 2031-03-04, 2031-03 or 2031',
      },
      {
        ...{ type: Type.String, name: 'before', max_length: 40 },
        description: 'Only those published before this day',
      },
    ]),
    subcommand('show', 'One article: its details, passages and history, and how often it was cited', [
      article,
    ]),
    subcommand('remove', 'Take an article out; you see what can no longer be answered first', [article]),
    subcommand('rename', 'Give an article another title', [
      article,
      { type: Type.String, name: 'title', description: 'The new title', required: true, max_length: 300 },
    ]),
    subcommand('refresh', 'Read the folder and every address again; you see what would change first'),
    {
      type: Type.SubcommandGroup,
      name: 'sources',
      description: 'Feeds whose new articles a refresh takes in',
      options: [
        subcommand('add', 'Follow a feed: RSS, Atom, JSON Feed, or a sitemap', [
          {
            ...{ type: Type.String, name: 'url', required: true, max_length: 2_000 },
            description: 'Its address, or that of a page that names it',
          },
        ]),
        subcommand('remove', 'Follow a feed no longer; its articles stay', [
          {
            ...{ type: Type.String, name: 'url', required: true, autocomplete: true, max_length: 2_000 },
            description: 'Its address',
          },
        ]),
        subcommand('list', 'The feeds that are followed'),
      ],
    },
    subcommand('cards', 'Quiz questions that students reported: keep or drop each'),
    subcommand('history', 'Who changed what when'),
    subcommand('rollback', 'Bring back all articles as they were; you see what would change first', [
      {
        ...{ type: Type.Integer, name: 'generation', required: true, autocomplete: true, min_value: 1 },
        description: 'The state to bring back: /corpus history shows them',
      },
    ]),
  ],
};

function subcommand(
  name: string,
  description: string,
  options: NonNullable<APIApplicationCommandSubcommandOption['options']> = [],
): APIApplicationCommandSubcommandOption {
  return { type: Type.Subcommand, name, description, ...(options.length > 0 && { options }) };
}
