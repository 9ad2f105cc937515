import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/**
 * In servers that added the bot and in direct messages with it. It cannot be installed by a user to be taken
 * elsewhere: a community's articles are answered from within that community.
 */
export const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
};
