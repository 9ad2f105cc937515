import type { Interaction, Json, Message } from './model.ts';
import { iso, memberJson, userJson } from './payloads.ts';
import { ChannelType, Intent } from './protocol.ts';
import type { World } from './world.ts';

export function messageJson(world: World, message: Message): Json {
  const author = world.people.get(message.authorId) ?? world.bot;
  const { notified, interaction } = message;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: userJson(author),
    content: message.content,
    embeds: message.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: message.components,
    attachments: message.files.map(({ filename, bytes, description }, i) => ({
      ...{ id: `${BigInt(message.id) + BigInt(i + 1)}`, filename, size: bytes.length },
      ...{ url: `attachment://${filename}`, proxy_url: `attachment://${filename}` },
      ...(description === undefined ? {} : { description }),
    })),
    mentions: notified.users.flatMap((id) => {
      const person = world.people.get(id);
      return person === undefined ? [] : [userJson(person)];
    }),
    mention_roles: notified.roles,
    mention_everyone: notified.everyone,
    timestamp: iso(message.createdAt),
    edited_timestamp: message.editedAt === undefined ? null : iso(message.editedAt),
    flags: message.flags,
    pinned: false,
    tts: false,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.replyTo === undefined ? {} : referenceJson(world, message)),
    ...(interaction === undefined
      ? {}
      : {
          application_id: world.bot.id,
          webhook_id: world.bot.id,
          interaction_metadata: metadataJson(world, interaction),
        }),
  };
}

function referenceJson(world: World, message: Message): Json {
  const original = world.message(message.replyTo);
  return {
    message_reference: { type: 0, channel_id: message.channelId, message_id: message.replyTo },
    referenced_message: original === undefined ? null : messageJson(world, withoutReference(original)),
  };
}

/** Discord repeats the message that is replied to, but not what that one replied to in turn. */
function withoutReference({ replyTo: _, ...message }: Message): Message {
  return message;
}

function metadataJson(world: World, interaction: Interaction): Json {
  const asker = world.people.get(interaction.userId) ?? world.bot;
  return {
    id: interaction.id,
    type: interaction.type,
    user: userJson(asker),
    ...(interaction.commandName === undefined ? {} : { name: interaction.commandName }),
    authorizing_integration_owners: {},
  };
}

/** What MESSAGE_CREATE and MESSAGE_UPDATE carry for a session with these intents. */
export function messageEventJson(world: World, message: Message, intents: number): Json {
  const channel = world.channels.get(message.channelId);
  const author = world.people.get(message.authorId) ?? world.bot;
  const isDirect = channel?.recipientId !== undefined;
  const maySeeContent =
    (intents & Intent.messageContent) !== 0 ||
    isDirect ||
    author === world.bot ||
    message.notified.users.includes(world.bot.id);
  const { user: _, ...member } = memberJson(world, author);
  return {
    ...messageJson(world, message),
    ...(maySeeContent ? {} : { content: '', embeds: [], components: [], attachments: [] }),
    ...(isDirect ? {} : { guild_id: world.guildId, member }),
    channel_type: isDirect
      ? ChannelType.dm
      : channel?.thread === undefined
        ? ChannelType.guildText
        : ChannelType.publicThread,
  };
}
