import { type Interaction, PermissionFlagsBits } from 'discord.js';

/** Who may change the articles, beside those who may manage the server. */
export interface ModeratorSettings {
  /** The only server it may be done in; any that has the bot when absent. */
  guildId: string | undefined;
  moderatorRoleIds: readonly string[];
}

/**
 * Why somebody may not change the articles here; `undefined` when they may. Discord hides commands from members, but a
 * server can set that otherwise, and roles are taken away: what counts is what this very interaction says of them.
 */
export function moderatorRefusal(
  interaction: Interaction,
  { guildId, moderatorRoleIds }: ModeratorSettings,
): string | undefined {
  if (!interaction.inGuild() || (guildId !== undefined && interaction.guildId !== guildId)) {
    return 'Articles are changed in the server that they belong to, not in direct messages or elsewhere: use /corpus there.';
  }
  if (interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild)) return undefined;
  const { roles } = interaction.member;
  const held = Array.isArray(roles) ? roles : [...roles.cache.keys()];
  // Everybody has the role whose id is the server's.
  const isModerator = held.some((id) => id !== interaction.guildId && moderatorRoleIds.includes(id));
  return isModerator ? undefined : NOT_A_MODERATOR;
}

const NOT_A_MODERATOR =
  'Only moderators may change the articles: members with the permission Manage Server, or with a role that is set as moderator role (MODERATOR_ROLE_IDS). Ask an administrator of this server.';
