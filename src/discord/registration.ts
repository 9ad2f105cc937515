import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';

type Body = RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * Makes Discord hold exactly these slash commands, in one server or everywhere. Writes only when they differ, as
 * Discord allows few writes a day.
 * @returns whether anything was written.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  commands: readonly Body[],
): Promise<boolean> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = guildId === undefined ? commands : commands.map(forOneServer);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const held = (await rest.get(route, { query })) as APIApplicationCommand[];
  if (sameCommands(held.map(guildId === undefined ? (command) => command : forOneServer), wanted))
    return false;
  await rest.put(route, { body: wanted });
  return true;
}

/** Where commands may be used is said only of those that are registered everywhere. */
function forOneServer<T extends Body | APIApplicationCommand>(command: T) {
  const { contexts: _contexts, integration_types: _types, ...others } = command;
  return others;
}

/** What of a command is ours to say; ids, versions and deprecated fields are Discord's. */
const OURS = new Set([
  'contexts',
  'default_member_permissions',
  'description',
  'description_localizations',
  'integration_types',
  'name',
  'name_localizations',
  'nsfw',
  'options',
  'type',
]);

/** Whether Discord holds what would be sent, in whatever order, and however it spells what is not set. */
export function sameCommands(
  held: readonly { name: string }[],
  wanted: readonly { name: string }[],
): boolean {
  return canonical(held) === canonical(wanted);
}

function canonical(commands: readonly { name: string }[]): string {
  const ours = commands
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((command) => Object.entries({ type: ApplicationCommandType.ChatInput, ...command }))
    .map((fields) => Object.fromEntries(fields.filter(([key]) => OURS.has(key))));
  return JSON.stringify(normalise(ours));
}

/** Keys in order, without those that are not set; numbers in order, as they are sets of choices. */
function normalise(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(normalise);
    return items.every((item) => typeof item === 'number') ? items.sort((a, b) => a - b) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const set = Object.entries(value).filter(([, field]) => !isUnset(field));
  return Object.fromEntries(
    set.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, normalise(field)]),
  );
}

function isUnset(field: unknown): boolean {
  return (
    field === null || field === undefined || field === false || (Array.isArray(field) && field.length === 0)
  );
}
