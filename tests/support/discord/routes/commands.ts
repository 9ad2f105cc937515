import type { Command } from '../model.ts';
import { CommandType } from '../protocol.ts';
import { known, Refusal } from '../refusals.ts';
import { type CommandBody, command, commandList } from '../rules/commands.ts';
import { check } from '../rules/shapes.ts';
import type { World } from '../world.ts';
import { requireGuild } from './reads.ts';
import { created, done, ok, route } from './route.ts';

/** Where a command is registered: one server, or everywhere. */
interface Place {
  applicationId: string;
  guildId?: string;
}

/** Commands registered for a server, or globally without one. */
export function commandsOf(world: World, guildId?: string): Command[] {
  return world.commands.filter((it) => it.guild_id === guildId);
}

function requirePlace(world: World, place: Place): void {
  if (place.applicationId !== world.bot.id) throw new Refusal('unknownApplication');
  if (place.guildId !== undefined) requireGuild(place.guildId, world);
}

function listCommands(world: World, place: Place): Command[] {
  requirePlace(world, place);
  return commandsOf(world, place.guildId);
}

function replaceCommands(world: World, place: Place, body: unknown): Command[] {
  requirePlace(world, place);
  check(commandList, body);
  const before = commandsOf(world, place.guildId);
  for (const old of before) world.commands.splice(world.commands.indexOf(old), 1);
  return (body as CommandBody[]).map((one) => store(world, place, one, namesake(before, one)));
}

/** Registers a command in place of the one with the same name and type. */
function upsertCommand(world: World, place: Place, body: unknown): { command: Command; isNew: boolean } {
  requirePlace(world, place);
  check(command, body);
  const before = namesake(commandsOf(world, place.guildId), body as CommandBody);
  return { command: store(world, place, body as CommandBody, before), isNew: before === undefined };
}

function changeCommand(world: World, place: Place, id: string, body: unknown): Command {
  const before = findCommand(world, place, id);
  const after = { ...before, ...(body as object) };
  check(command, after);
  return store(world, place, after, before);
}

function deleteCommand(world: World, place: Place, id: string): void {
  world.commands.splice(world.commands.indexOf(findCommand(world, place, id)), 1);
  world.changed();
}

function findCommand(world: World, place: Place, id: string): Command {
  return known(
    listCommands(world, place).find((it) => it.id === id),
    'unknownCommand',
  );
}

function namesake(commands: readonly Command[], body: CommandBody): Command | undefined {
  return commands.find((it) => it.name === body.name && it.type === (body.type ?? CommandType.slash));
}

function store(world: World, place: Place, body: CommandBody, before: Command | undefined): Command {
  const after: Command = {
    id: before?.id ?? world.nextId(),
    application_id: world.bot.id,
    version: world.nextId(),
    type: body.type ?? CommandType.slash,
    name: body.name,
    description: body.description ?? '',
    contexts: body.contexts ?? null,
    integration_types: body.integration_types ?? [0],
    default_member_permissions: body.default_member_permissions ?? null,
    ...(body.options ? { options: body.options } : {}),
    ...(place.guildId === undefined ? {} : { guild_id: place.guildId }),
  };
  const index = before === undefined ? -1 : world.commands.indexOf(before);
  if (index === -1) world.commands.push(after);
  else world.commands[index] = after;
  world.changed();
  return after;
}

export const commands = [
  route('GET /applications/:applicationId/commands', ({ world, params }) => ok(listCommands(world, params))),
  route('PUT /applications/:applicationId/commands', ({ world, params, body }) =>
    ok(replaceCommands(world, params, body)),
  ),
  route('POST /applications/:applicationId/commands', ({ world, params, body }) => {
    const { command, isNew } = upsertCommand(world, params, body);
    return isNew ? created(command) : ok(command);
  }),
  route('GET /applications/:applicationId/commands/:commandId', ({ world, params }) =>
    ok(findCommand(world, params, params.commandId)),
  ),
  route('PATCH /applications/:applicationId/commands/:commandId', ({ world, params, body }) =>
    ok(changeCommand(world, params, params.commandId, body)),
  ),
  route('DELETE /applications/:applicationId/commands/:commandId', ({ world, params }) => {
    deleteCommand(world, params, params.commandId);
    return done;
  }),
  route('GET /applications/:applicationId/guilds/:guildId/commands', ({ world, params }) =>
    ok(listCommands(world, params)),
  ),
  route('PUT /applications/:applicationId/guilds/:guildId/commands', ({ world, params, body }) =>
    ok(replaceCommands(world, params, body)),
  ),
  route('POST /applications/:applicationId/guilds/:guildId/commands', ({ world, params, body }) => {
    const { command, isNew } = upsertCommand(world, params, body);
    return isNew ? created(command) : ok(command);
  }),
  route('GET /applications/:applicationId/guilds/:guildId/commands/:commandId', ({ world, params }) =>
    ok(findCommand(world, params, params.commandId)),
  ),
  route('PATCH /applications/:applicationId/guilds/:guildId/commands/:commandId', ({ world, params, body }) =>
    ok(changeCommand(world, params, params.commandId, body)),
  ),
  route('DELETE /applications/:applicationId/guilds/:guildId/commands/:commandId', ({ world, params }) => {
    deleteCommand(world, params, params.commandId);
    return done;
  }),
];
