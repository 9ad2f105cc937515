import type { Settings } from './settings.ts';

const SNOWFLAKE = /^\d{17,20}$/;
const DISCORD_API = 'https://discord.com/api';

export interface DiscordConfig {
  token: string;
  /** Server whose slash commands are registered; global commands when absent. */
  guildId: string | undefined;
  /** Base address of Discord's API without the version, e.g. `https://discord.com/api`. */
  apiUrl: string;
  /** Roles whose members may change the articles, beside those who may manage the server. */
  moderatorRoleIds: readonly string[];
  /** Channel that scheduled refreshes are told in. */
  moderationChannelId: string | undefined;
  /** Where members are answered who do not choose. */
  answerIn: 'channel' | 'thread';
}

/** Present when the bot shall run. */
export function readDiscordConfig(settings: Settings): DiscordConfig | undefined {
  const token = settings.text('DISCORD_TOKEN');
  const guildId = settings.text('DISCORD_GUILD_ID');
  const roles = settings.list('MODERATOR_ROLE_IDS');
  const moderationChannelId = settings.text('MODERATION_CHANNEL_ID');
  const apiUrl = settings.address('DISCORD_API_URL', DISCORD_API) ?? DISCORD_API;

  if (guildId !== undefined && !SNOWFLAKE.test(guildId)) {
    settings.problems.push(
      `DISCORD_GUILD_ID must be a server id of 17 to 20 digits (in Discord: Settings, Advanced, Developer Mode; then right-click the server, Copy Server ID), not "${guildId}"`,
    );
  }
  const wrongRoles = roles.filter((id) => !SNOWFLAKE.test(id) || id === guildId);
  if (wrongRoles.length > 0) {
    settings.problems.push(
      `MODERATOR_ROLE_IDS must list role ids of 17 to 20 digits, separated by commas (in Discord, with Developer Mode on: Server Settings, Roles, right-click the role, Copy Role ID), and not ${wrongRoles.map((id) => (id === guildId ? `"${id}", which is everyone` : `"${id}"`)).join(', ')}`,
    );
  }
  if (moderationChannelId !== undefined && !SNOWFLAKE.test(moderationChannelId)) {
    settings.problems.push(
      `MODERATION_CHANNEL_ID must be a channel id of 17 to 20 digits (in Discord, with Developer Mode on: right-click the channel, Copy Channel ID), not "${moderationChannelId}"`,
    );
  }
  const answerIn = settings.text('ANSWER_IN')?.toLowerCase() ?? 'channel';
  if (answerIn !== 'channel' && answerIn !== 'thread') {
    settings.problems.push(`ANSWER_IN must be channel or thread, not "${answerIn}"`);
  }
  if (token === undefined) return undefined;
  // The token itself is a secret: the message says what is wrong without repeating it.
  if (/\s/.test(token)) {
    settings.problems.push(
      'DISCORD_TOKEN must be the bot token alone, one word without "Bot" before it: copy it from the Bot page of your application at https://discord.com/developers/applications',
    );
  }
  return {
    token,
    guildId,
    apiUrl,
    moderatorRoleIds: roles,
    moderationChannelId,
    answerIn: answerIn === 'thread' ? answerIn : 'channel',
  };
}
