import type { CommandOption } from '../model.ts';
import { CommandContext, CommandType, OptionType } from '../protocol.ts';
import { choiceOf } from './autocomplete.ts';
import {
  byType,
  hasDuplicates,
  listOf,
  matching,
  numeric,
  object,
  oneOf,
  required,
  rule,
  type Shape,
  setOf,
  sound,
  text,
  whole,
  yesOrNo,
} from './shapes.ts';

/** A command as it is sent, once it has been checked. */
export interface CommandBody {
  type?: number | null;
  name: string;
  description?: string | null;
  options?: CommandOption[] | null;
  contexts?: number[] | null;
  integration_types?: number[] | null;
  default_member_permissions?: string | null;
}

const slashName = sound(
  matching(
    /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u,
    'APPLICATION_COMMAND_INVALID_NAME',
    'Command name is invalid',
  ),
  rule<string>(
    'APPLICATION_COMMAND_INVALID_NAME',
    'Command name is invalid',
    (name) => name !== name.toLowerCase(),
  ),
);
const description = text({ min: 1, max: 100 });

const CHOOSABLE: readonly number[] = [OptionType.string, OptionType.integer, OptionType.number];
const takesChoices = (option: CommandOption) => CHOOSABLE.includes(option.type);
const length = whole({ min: 0, max: 6_000 });

const valueOption: Shape = (value) =>
  object(
    {
      name: required(slashName),
      description: required(description),
      required: yesOrNo,
      autocomplete: yesOrNo,
      choices: listOf(choiceOf((value as CommandOption).type), { max: 25 }),
      min_length: length,
      max_length: length,
      min_value: numeric,
      max_value: numeric,
      channel_types: listOf(whole({ min: 0, max: 16 }), { max: 25 }),
    },
    rule<CommandOption>(
      'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
      'Choices are not allowed for this option type',
      (it) => !takesChoices(it) && Boolean(it.choices?.length),
      ['choices'],
    ),
    rule<CommandOption>(
      'APPLICATION_COMMAND_AUTOCOMPLETE_INVALID_TYPE',
      'Autocomplete is not allowed for this option type',
      (it) => !takesChoices(it) && it.autocomplete === true,
      ['autocomplete'],
    ),
    rule<CommandOption>(
      'APPLICATION_COMMAND_AUTOCOMPLETE_INVALID_CHOICES',
      'Autocomplete may not be set to true if choices are present',
      (it) => it.autocomplete === true && Boolean(it.choices?.length),
      ['autocomplete'],
    ),
    rule<CommandOption>(
      'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
      'Option choice name already exists',
      (it) => hasDuplicates(it.choices?.map((choice) => choice.name) ?? []),
      ['choices'],
    ),
    rule<CommandOption>(
      'APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX',
      'The minimum must be less than or equal to the maximum',
      (it) =>
        (it.min_length ?? 0) > (it.max_length ?? 6_000) ||
        (it.min_value ?? Number.NEGATIVE_INFINITY) > (it.max_value ?? Number.POSITIVE_INFINITY),
    ),
  )(value);

const listRules = [
  rule<CommandOption[]>(
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    'Required options must be placed before non-required options',
    (options) =>
      options.some((it, i) => it.required && options.slice(0, i).some((before) => !before.required)),
  ),
  rule<CommandOption[]>(
    'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    'Option name already exists',
    (options) => hasDuplicates(options.map((it) => it.name)),
  ),
  rule<CommandOption[]>(
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    'Sub-command and sub-command group option types are mutually exclusive to all other types',
    (options) => options.some(isSubcommand) && !options.every(isSubcommand),
  ),
];
const isSubcommand = (option: CommandOption) =>
  option.type === OptionType.subcommand || option.type === OptionType.group;

const valueOptions = Object.fromEntries(
  Object.values(OptionType)
    .filter((type) => type !== OptionType.subcommand && type !== OptionType.group)
    .map((type) => [type, valueOption]),
);
const named = { name: required(slashName), description: required(description) };
const subcommand = object({
  ...named,
  options: sound(listOf(byType(valueOptions), { max: 25 }), ...listRules),
});
const group = object({
  ...named,
  options: required(
    sound(listOf(byType({ [OptionType.subcommand]: subcommand }), { min: 1, max: 25 }), ...listRules),
  ),
});
const options = sound(
  listOf(byType({ ...valueOptions, [OptionType.subcommand]: subcommand, [OptionType.group]: group }), {
    max: 25,
  }),
  ...listRules,
);

const everyCommand = {
  contexts: setOf(oneOf(...Object.values(CommandContext)), { min: 1, max: 3 }),
  integration_types: setOf(oneOf(0, 1), { min: 1, max: 2 }),
  default_member_permissions: matching(/^\d+$/, 'NUMBER_TYPE_COERCE', 'Value is not int.'),
  nsfw: yesOrNo,
};
const nothing = (field: string) =>
  rule<Record<string, unknown>>(
    'APPLICATION_COMMAND_CONTEXT_MENU_FIELD_CANNOT_EXIST',
    `Context menu commands cannot have ${field}`,
    (it) => Boolean((it[field] as { length: number } | undefined)?.length),
    [field],
  );
const slashCommand = object(
  { ...everyCommand, name: required(slashName), description: required(description), options },
  rule<CommandBody>(
    'APPLICATION_COMMAND_TOO_LARGE',
    'Command exceeds maximum size (8000)',
    (it) => sizeOf(it) > 8_000,
  ),
);
const menuCommand = object(
  { ...everyCommand, name: required(text({ min: 1, max: 32 })) },
  nothing('description'),
  nothing('options'),
);
const byCommandType = byType({
  [CommandType.slash]: slashCommand,
  [CommandType.user]: menuCommand,
  [CommandType.message]: menuCommand,
});

/** One command; without a type it is a slash command. */
export const command: Shape = (value) => {
  const type = (value as CommandBody | null)?.type ?? CommandType.slash;
  return typeof value === 'object' ? byCommandType({ ...value, type }) : slashCommand(value);
};

/** All commands of a place at once. */
export const commandList = sound(
  required(listOf(command, { max: 130 })),
  rule<CommandBody[]>(
    'APPLICATION_COMMANDS_DUPLICATE_NAME',
    'Application command names must be unique',
    (all) => hasDuplicates(all.map((it) => `${it.type ?? CommandType.slash} ${it.name}`)),
  ),
  rule<CommandBody[]>(
    'MAX_APPLICATION_COMMANDS',
    'Maximum number of application commands reached (100)',
    (all) => all.filter((it) => (it.type ?? CommandType.slash) === CommandType.slash).length > 100,
  ),
);

/** Characters of all names, descriptions and values. */
function sizeOf(it: { name: string; description?: string | null; options?: CommandOption[] | null }): number {
  const own = it.name.length + (it.description?.length ?? 0);
  return (it.options ?? []).reduce((sum, option) => {
    const choices =
      option.choices?.reduce((all, one) => all + one.name.length + String(one.value).length, 0) ?? 0;
    return sum + sizeOf(option) + choices;
  }, own);
}
