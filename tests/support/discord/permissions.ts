import type { Channel, Person } from './model.ts';
import { PERMISSIONS, type PermissionName, permissionBits } from './protocol.ts';
import type { World } from './world.ts';

const ALL = permissionBits(Object.keys(PERMISSIONS) as PermissionName[]);
const IN_DIRECT_MESSAGES = permissionBits([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
  'UseApplicationCommands',
]);

/** What somebody may do in a channel, as Discord's bit set. */
export function permissionsIn(world: World, person: Person, channel: Channel): bigint {
  if (channel.recipientId !== undefined) return IN_DIRECT_MESSAGES;
  const granted = person.roleIds.reduce((bits, id) => bits | (world.roles.get(id)?.permissions ?? 0n), 0n);
  if ((granted & PERMISSIONS.Administrator) !== 0n) return ALL;
  return person.bot ? granted & ~permissionBits(channel.deniedToBot) : granted;
}

/** Whether somebody may write in a channel, which is another permission in a thread. */
export function maySend(world: World, person: Person, channel: Channel): boolean {
  return may(world, person, channel.thread === undefined ? 'SendMessages' : 'SendMessagesInThreads', channel);
}

export function may(world: World, person: Person, permission: PermissionName, channel: Channel): boolean {
  return (permissionsIn(world, person, channel) & PERMISSIONS[permission]) !== 0n;
}
