import type { Command, CommandOption, Json } from './model.ts';
import { OptionType } from './protocol.ts';
import { isUpload, type UploadedFile } from './uploads.ts';

/** What a person types into the options of a command. */
export type OptionValues = Readonly<Record<string, string | number | boolean | UploadedFile>>;

/** The options of a command or sub-command, and how to wrap typed values for it. */
interface Target {
  label: string;
  options: CommandOption[];
  wrap: (typed: Json[]) => Json[];
}

/** Reads `/corpus sources add` as a command with its group and sub-command. @throws {Error} naming what there is. */
function targetOf(command: Command, path: readonly string[]): Target {
  let options = command.options ?? [];
  const steps: CommandOption[] = [];
  for (const name of path) {
    const step = options.find((option) => isSubcommand(option) && option.name === name);
    if (step === undefined) {
      throw new Error(`/${command.name} has no sub-command "${name}"; it has: ${namesOf(options)}`);
    }
    steps.push(step);
    options = step.options ?? [];
  }
  if (options.some(isSubcommand)) {
    throw new Error(`/${[command.name, ...path].join(' ')} needs a sub-command: ${namesOf(options)}`);
  }
  return {
    label: `/${[command.name, ...path].join(' ')}`,
    options,
    wrap: (typed) =>
      steps.reduceRight<Json[]>((inner, { name, type }) => [{ name, type, options: inner }], typed),
  };
}

/**
 * The options of a finished command as Discord sends them.
 * @throws {Error} for an unknown option, a missing required one, or a value that Discord's client would not take.
 */
export function typedOptions(command: Command, path: readonly string[], values: OptionValues): Json[] {
  const { label, options, wrap } = targetOf(command, path);
  refuseUnknown(label, options, values);
  const missing = options.find((option) => option.required && values[option.name] === undefined);
  if (missing !== undefined) throw new Error(`${label} requires the option "${missing.name}"`);
  const given = options.filter((option) => values[option.name] !== undefined);
  return wrap(given.map((option) => typedOption(label, option, values[option.name])));
}

/** The options of a command that is still being typed; the last one has the cursor. @throws {Error} as `typedOptions`. */
export function optionsBeingTyped(
  command: Command,
  path: readonly string[],
  values: OptionValues,
): { options: Json[]; focusedType: number } {
  const { label, options, wrap } = targetOf(command, path);
  refuseUnknown(label, options, values);
  const focusedName = Object.keys(values).at(-1);
  const focused = options.find((option) => option.name === focusedName);
  if (focused?.autocomplete !== true) throw new Error(`${label} does not autocomplete "${focusedName}"`);
  const given = options.filter((option) => values[option.name] !== undefined);
  const typed = given.map((option) => ({
    name: option.name,
    type: option.type,
    value: values[option.name],
    ...(option === focused ? { focused: true } : {}),
  }));
  return { options: wrap(typed), focusedType: focused.type };
}

function refuseUnknown(label: string, options: readonly CommandOption[], values: OptionValues): void {
  const unknown = Object.keys(values).find((name) => !options.some((option) => option.name === name));
  if (unknown !== undefined)
    throw new Error(`${label} has no option "${unknown}"; it has: ${namesOf(options)}`);
}

function typedOption(label: string, option: CommandOption, value: OptionValues[string] | undefined): Json {
  const problem = problemWith(option, value);
  if (problem !== undefined) throw new Error(`${label}: the option "${option.name}" ${problem}`);
  return { name: option.name, type: option.type, value };
}

function problemWith(option: CommandOption, value: OptionValues[string] | undefined): string | undefined {
  const {
    type,
    choices = [],
    min_value: least = Number.NEGATIVE_INFINITY,
    max_value: most = Infinity,
  } = option;
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    return `takes one of ${choices.map((choice) => choice.value).join(', ')}, not "${value}"`;
  }
  switch (type) {
    case OptionType.string: {
      const { min_length: shortest = 0, max_length: longest = 6_000 } = option;
      if (typeof value !== 'string') return `takes text, not ${value}`;
      const { length } = [...value];
      return length < shortest || length > longest ? `takes ${shortest} to ${longest} characters` : undefined;
    }
    case OptionType.integer:
    case OptionType.number:
      if (typeof value !== 'number' || (type === OptionType.integer && !Number.isInteger(value))) {
        return `takes a number, not "${value}"`;
      }
      if (value < least) return `takes ${least} or more`;
      return value > most ? `takes ${most} or less` : undefined;
    case OptionType.attachment:
      return isUpload(value) ? undefined : `takes a file, not "${value}"`;
    case OptionType.boolean:
      return typeof value === 'boolean' ? undefined : `takes true or false, not "${value}"`;
    default:
      return `has type ${type}, which this local server does not offer to its users`;
  }
}

function isSubcommand({ type }: CommandOption): boolean {
  return type === OptionType.subcommand || type === OptionType.group;
}

function namesOf(options: readonly CommandOption[]): string {
  return options.map((option) => option.name).join(', ') || 'none';
}
