import type { Channel, Message, ThreadState } from './model.ts';
import { channelJson } from './payloads.ts';
import { Intent } from './protocol.ts';
import { Refusal } from './refusals.ts';
import type { World } from './world.ts';

/** Opens a thread from a message, whose id it takes. @throws {Refusal} when there is one, or too many are open. */
export function openThread(
  world: World,
  message: Message,
  { name, autoArchive }: { name: string; autoArchive: number },
): Channel {
  if (world.channels.has(message.id)) throw new Refusal('threadExists');
  const parent = world.channels.get(message.channelId);
  const open = [...world.channels.values()].filter(({ thread }) => thread?.archived === false);
  if (open.length >= world.mostThreads) throw new Refusal('tooManyThreads');
  const channel: Channel = {
    ...{ id: message.id, name, deniedToBot: parent?.deniedToBot ?? [] },
    thread: {
      ...{ parentId: message.channelId, ownerId: world.bot.id, createdAt: world.clock.now() },
      ...{ autoArchive, archived: false, locked: false },
    },
  };
  world.channels.set(channel.id, channel);
  world.emit('THREAD_CREATE', Intent.guilds, () => ({ ...channelJson(world, channel), newly_created: true }));
  world.changed();
  return channel;
}

/** Archives, locks or opens a thread again, and tells the bot. */
export function setThread(
  world: World,
  channel: Channel,
  state: Partial<Pick<ThreadState, 'archived' | 'locked'>>,
): void {
  if (channel.thread === undefined) throw new Error(`#${channel.name} is no thread`);
  Object.assign(channel.thread, state);
  world.emit('THREAD_UPDATE', Intent.guilds, () => channelJson(world, channel));
  world.changed();
}

/** Deletes a thread with its messages, and tells the bot. */
export function deleteThread(world: World, { id, thread }: Channel): void {
  world.channels.delete(id);
  for (const message of world.messages.values()) if (message.channelId === id) message.deleted = true;
  world.emit('THREAD_DELETE', Intent.guilds, () => ({
    ...{ id, guild_id: world.guildId, parent_id: thread?.parentId, type: 11 },
  }));
  world.changed();
}
