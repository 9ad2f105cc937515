import type { Channel, Command, Person } from './model.ts';
import { permissionsIn } from './permissions.ts';
import { CommandContext, CommandType, PERMISSIONS } from './protocol.ts';
import type { World } from './world.ts';

/**
 * The command that a person finds in a channel under `name`, which may go on with a group and a sub-command.
 * A command of the server hides a global one of the same name.
 * @throws {Error} when there is none, or it is hidden from the person or not offered there and not asked for
 * `evenIfHidden`.
 */
export function findCommand(
  world: World,
  person: Person,
  name: string,
  channel: Channel,
  evenIfHidden = false,
): { command: Command; path: string[] } {
  const [first = '', ...path] = name.split(' ');
  const offered = evenIfHidden ? world.commands : commandsIn(world, channel);
  const named = offered.filter((it) => it.name === first);
  const command = named.find((it) => it.guild_id !== undefined) ?? named[0];
  if (command === undefined) {
    const place = channel.recipientId === undefined ? 'the server' : 'direct messages';
    const names = offered.map((it) => `/${it.name}`).join(', ') || 'none';
    throw new Error(`There is no command /${first} in ${place}; there are: ${names}`);
  }
  if (!evenIfHidden && isHidden(world, person, command, channel)) {
    throw new Error(`/${first} is hidden from ${person.name}, who lacks the permissions it asks for`);
  }
  return { command, path };
}

function commandsIn(world: World, channel: Channel): Command[] {
  const isDirect = channel.recipientId !== undefined;
  const context = isDirect ? CommandContext.botDm : CommandContext.guild;
  return world.commands
    .filter((it) => it.type === CommandType.slash && !(isDirect && it.guild_id !== undefined))
    .filter((it) => it.contexts?.includes(context) ?? true);
}

/** Members see a command only with all the permissions it asks for; asking for "0" leaves it to administrators. */
function isHidden(world: World, person: Person, command: Command, channel: Channel): boolean {
  if (command.default_member_permissions === null || channel.recipientId !== undefined) return false;
  const granted = permissionsIn(world, person, channel);
  if ((granted & PERMISSIONS.Administrator) !== 0n) return false;
  const needed = BigInt(command.default_member_permissions);
  return needed === 0n || (granted & needed) !== needed;
}
