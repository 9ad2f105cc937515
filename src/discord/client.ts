import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';

/**
 * A client that holds little in memory and pings nobody. It asks for no privileged intent: without message content
 * Discord still sends what is written to the bot, and what mentions it.
 * @param api base address of Discord's API without the version.
 */
export function createClient(api: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // The channel of a first direct message is not known yet.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    // A question may have been deleted by the time it is answered.
    failIfNotExists: false,
    shards: 'auto',
    // An interaction cannot wait longer for servers that are down.
    waitGuildTimeout: 1_000,
    rest: { api, invalidRequestWarningInterval: 100 },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ...NOT_KEPT,
      GuildMemberManager: { maxSize: 100, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 500, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    sweepers: { threads: { interval: 3_600, lifetime: 3_600 } },
  });
}

const NOT_KEPT = {
  AutoModerationRuleManager: 0,
  DMMessageManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
};
