import type { Channel, Interaction, Json, Person, ThreadState } from './model.ts';
import { permissionsIn } from './permissions.ts';
import { ChannelType, permissionBits } from './protocol.ts';
import type { World } from './world.ts';

/** What the server keeps, as Discord writes it. */

export const iso = (ms: number): string => new Date(ms).toISOString();

export function userJson(person: Person): Json {
  return {
    id: person.id,
    username: person.name.toLowerCase().replace(/[^a-z0-9._]/g, '_'),
    global_name: person.bot ? null : person.name,
    discriminator: person.bot ? '0001' : '0',
    avatar: null,
    bot: person.bot,
    public_flags: 0,
  };
}

export function memberJson(world: World, person: Person): Json {
  return {
    user: userJson(person),
    nick: null,
    avatar: null,
    roles: person.roleIds,
    joined_at: iso(world.clock.now()),
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
  };
}

export function applicationJson(world: World): Json {
  return {
    id: world.bot.id,
    name: world.bot.name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    owner: null,
    team: null,
    bot: userJson(world.bot),
    approximate_guild_count: 1,
  };
}

export function channelJson(world: World, channel: Channel): Json {
  const recipient = channel.recipientId === undefined ? undefined : world.people.get(channel.recipientId);
  if (recipient !== undefined) {
    return {
      id: channel.id,
      type: ChannelType.dm,
      flags: 0,
      last_message_id: null,
      recipients: [userJson(recipient)],
    };
  }
  if (channel.thread !== undefined) return threadJson(world, channel, channel.thread);
  const deny = String(permissionBits(channel.deniedToBot));
  return {
    id: channel.id,
    type: ChannelType.guildText,
    guild_id: world.guildId,
    name: channel.name,
    position: 0,
    flags: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    permission_overwrites: deny === '0' ? [] : [{ id: world.bot.id, type: 1, allow: '0', deny }],
  };
}

function threadJson(world: World, { id, name }: Channel, thread: ThreadState): Json {
  return {
    id,
    type: ChannelType.publicThread,
    guild_id: world.guildId,
    name,
    parent_id: thread.parentId,
    owner_id: thread.ownerId,
    flags: 0,
    rate_limit_per_user: 0,
    last_message_id: null,
    message_count: 0,
    total_message_sent: 0,
    member_count: 1,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchive,
      archive_timestamp: iso(thread.createdAt),
      create_timestamp: iso(thread.createdAt),
    },
  };
}

export function rolesJson(world: World): Json[] {
  return [...world.roles.values()].map((role, position) => ({
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: world.bot.roleIds.includes(role.id),
    mentionable: role.mentionable,
    flags: 0,
  }));
}

export function guildChannelsJson(world: World): Json[] {
  const channels = [...world.channels.values()].filter(
    ({ recipientId, thread }) => recipientId === undefined && thread === undefined,
  );
  return channels.map((channel) => channelJson(world, channel));
}

export function guildJson(world: World): Json {
  return {
    id: world.guildId,
    name: world.guildName,
    icon: null,
    splash: null,
    description: null,
    features: [],
    owner_id: world.guildId,
    afk_timeout: 300,
    afk_channel_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    premium_tier: 0,
    nsfw_level: 0,
    preferred_locale: 'en-US',
    roles: rolesJson(world),
    emojis: [],
    stickers: [],
  };
}

/** What a session gets after READY; other members are listed only to bots that see presences. */
export function guildCreateJson(world: World): Json {
  return {
    ...guildJson(world),
    joined_at: iso(world.clock.now()),
    large: false,
    unavailable: false,
    member_count: world.people.size,
    members: [memberJson(world, world.bot)],
    channels: guildChannelsJson(world),
    threads: [...world.channels.values()]
      .filter(({ thread }) => thread?.archived === false)
      .map((channel) => channelJson(world, channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
  };
}

/** The part of INTERACTION_CREATE that every interaction has. */
export function interactionJson(
  world: World,
  interaction: Interaction,
  person: Person,
  channel: Channel,
): Json {
  const isDirect = channel.recipientId !== undefined;
  const permissions = String(permissionsIn(world, person, channel));
  return {
    id: interaction.id,
    application_id: world.bot.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    channel_id: channel.id,
    channel: { ...channelJson(world, channel), permissions },
    app_permissions: String(permissionsIn(world, world.bot, channel)),
    locale: person.locale,
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
    context: isDirect ? 1 : 0,
    authorizing_integration_owners: { 0: isDirect ? '0' : world.guildId },
    ...(isDirect
      ? { user: userJson(person) }
      : {
          guild_id: world.guildId,
          guild_locale: 'en-US',
          member: { ...memberJson(world, person), permissions },
        }),
  };
}
