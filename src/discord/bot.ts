import { once } from 'node:events';
import { type Client, DiscordAPIError, Events, RESTEvents, RESTJSONErrorCodes } from 'discord.js';
import type { ScheduledRefresh } from '../app/schedule.ts';
import type { App } from '../app.ts';
import type { DiscordConfig } from '../config/discord.ts';
import { createClient } from './client.ts';
import type { Context } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { closedForGood, loginFailed } from './connection-error.ts';
import { Announcer } from './corpus/announce.ts';
import { Moderation } from './corpus/moderation.ts';
import { Desk } from './desk.ts';
import { Dispatcher } from './dispatcher.ts';
import { failureLine } from './failure.ts';
import { inviteLink } from './invite.ts';
import { answerMention } from './mention.ts';
import { Reminding } from './quiz/reminding.ts';
import { Rounding } from './quiz/rounding.ts';
import { registerCommands } from './registration.ts';

export interface BotDeps {
  /** Takes one line for whoever runs the bot; never words of members, never secrets. */
  log: (line: string) => void;
  now: () => Date;
  /** Does something again and again, so many milliseconds apart; gives what ends it. Unless given: by the system's clock. */
  every?: (ms: number, work: () => Promise<void>) => () => void;
  /** Milliseconds from one edit of an answer that grows to the next; as Discord takes them unless given. */
  editEveryMs?: number;
  /** Milliseconds that a command waits until everything is read again; as long as Discord lets it unless given. */
  refreshWaitMs?: number;
}

export interface Bot {
  /** Resolves once the bot was stopped. Rejects with a `UserError` when Discord ends the connection for good. */
  readonly done: Promise<void>;
  /** Tells moderators what a scheduled refresh did, in the channel that is set for it. Never rejects. */
  announce(refresh: ScheduledRefresh): Promise<void>;
  /** Takes no more questions, answers those being answered and disconnects. */
  stop(): Promise<void>;
}

/** What Discord answers about a server that the bot was not added to. */
const NOT_A_MEMBER: readonly (number | string)[] = [
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.UnknownGuild,
];

/** How often is looked for reminders that are to be sent, in milliseconds. */
const REMIND_EVERY = 60_000;
/** How often is looked for group rounds whose time has come. */
const ROUNDS_EVERY = 500;

/** How long `stop` waits for answers that are under way, in milliseconds. */
const STOP_TIMEOUT = 5_000;

/**
 * Logs in, registers the slash commands when they changed, and answers; resolves when the bot is ready.
 * @throws {UserError} when Discord refuses the login or cannot be reached.
 */
export async function startBot(config: DiscordConfig, app: App, deps: BotDeps): Promise<Bot> {
  const { log, now, every = everyInterval } = deps;
  const client = createClient(config.apiUrl);
  const closed = watchConnection(client, log);
  const moderation = new Moderation(app, { settings: config, ...deps });
  const rounding = new Rounding(app, deps);
  const { answerIn } = config;
  const desk = new Desk(app, deps);
  const underWay = serve(client, { app, desk, moderation, rounding, answerIn, now }, log);

  const ready = await login(client, config, closed);
  await register(ready, config.guildId, log);
  const servers = ready.guilds.cache.size;
  log(`Add the bot to a server: ${inviteLink(ready.application.id)}`);
  log(`Ready as ${ready.user.tag} in ${servers} ${servers === 1 ? 'server' : 'servers'}.`);

  await moderation.waiting.tellAll(ready);

  const announcer = new Announcer(ready, config.moderationChannelId, log);
  const reminding = new Reminding(app, deps);
  const endReminding = every(REMIND_EVERY, () => reminding.look(ready));
  void reminding.look(ready);
  await rounding.resume(ready);
  const endRounds = every(ROUNDS_EVERY, () => rounding.look(ready));

  const stopped = Promise.withResolvers<void>();
  const done = Promise.race([closed, stopped.promise]);
  done.catch(() => undefined);
  return {
    done,
    announce: (refresh) => announcer.announce(refresh),
    async stop() {
      endReminding();
      endRounds();
      client.removeAllListeners(Events.InteractionCreate).removeAllListeners(Events.MessageCreate);
      const timeout = AbortSignal.timeout(STOP_TIMEOUT);
      await Promise.race([
        Promise.allSettled([...underWay, reminding.underWay, rounding.underWay]),
        once(timeout, 'abort'),
      ]);
      await client.destroy();
      stopped.resolve();
    },
  };
}

function everyInterval(ms: number, work: () => Promise<void>): () => void {
  const timer = setInterval(() => void work(), ms);
  return () => clearInterval(timer);
}

/** Logs what goes wrong with the connection. @returns a promise that rejects when it was closed for good. */
function watchConnection(client: Client, log: (line: string) => void): Promise<never> {
  client.on(Events.Error, (error) => log(failureLine('Discord', error)));
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count }) =>
    log(`Discord refused ${count} requests within 10 minutes; at 10,000 it blocks this address.`),
  );
  const { promise, reject } = Promise.withResolvers<never>();
  let ended = false;
  // Emitted only for the codes after which Discord must not be tried again.
  client.on(Events.ShardDisconnect, ({ code }) => {
    ended = true;
    reject(closedForGood(code));
  });
  client.on(Events.ShardError, (error) => {
    if (!ended) log(failureLine('Connection to Discord', error));
  });
  promise.catch(() => undefined);
  return promise;
}

/** Answers interactions and mentions. @returns the answers under way. */
function serve(client: Client, context: Context, log: (line: string) => void): ReadonlySet<Promise<void>> {
  const dispatcher = new Dispatcher(commands, context, log);
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  client.on(Events.InteractionCreate, (interaction) => track(dispatcher.handle(interaction)));
  client.on(Events.MessageCreate, (message) => track(answerMention(message, context, log)));
  return underWay;
}

async function login(client: Client, config: DiscordConfig, closed: Promise<never>): Promise<Client<true>> {
  try {
    const ready = once(client, Events.ClientReady);
    await Promise.race([Promise.all([client.login(config.token), ready]), closed]);
    if (client.isReady()) return client;
    throw new Error('the connection was lost at once');
  } catch (error) {
    await client.destroy();
    throw loginFailed(error, config.apiUrl);
  }
}

/** Registers the commands now and, with a server of their own, whenever the bot is added to it. */
async function register(
  client: Client<true>,
  guildId: string | undefined,
  log: (line: string) => void,
): Promise<void> {
  const bodies = commands.map(({ data }) => data);
  const registerNow = async () => {
    try {
      const written = await registerCommands(client.rest, client.application.id, guildId, bodies);
      log(written ? 'Slash commands registered.' : 'Slash commands are up to date.');
    } catch (error) {
      log(
        error instanceof DiscordAPIError && NOT_A_MEMBER.includes(error.code)
          ? `The bot is not in the server ${guildId} (DISCORD_GUILD_ID) yet: its slash commands come when it is added.`
          : failureLine('The slash commands could not be registered, mentions still work', error),
      );
    }
  };
  client.on(Events.GuildCreate, (guild) => {
    if (guild.id === guildId) void registerNow();
  });
  await registerNow();
}
