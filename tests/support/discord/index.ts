import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from './clock.ts';
import { Gateway } from './gateway.ts';
import { MessageView } from './message-view.ts';
import type { Channel, Command, Person, Ping, RecordedRequest, Role, Violation } from './model.ts';
import type { PermissionName } from './protocol.ts';
import { type Fault, Rest, type RoutePattern } from './rest.ts';
import { commandsOf } from './routes/commands.ts';
import { deleteThread, setThread } from './threads.ts';
import { hosted, type UploadedFile } from './uploads.ts';
import { User } from './user.ts';
import { World } from './world.ts';

export type { Acknowledgement, Asked, ModalView, Said } from './asked.ts';
export { type Clock, type ManualClock, manualClock, systemClock } from './clock.ts';
export { MessageView } from './message-view.ts';
export type { Channel, Choice, Command, Ping, RecordedRequest, Role, Violation } from './model.ts';
export type { PermissionName } from './protocol.ts';
export type { Fault, RoutePattern } from './rest.ts';
export type { UploadedFile } from './uploads.ts';
export type { CommandPlace, Place, User } from './user.ts';

export interface DiscordServerOptions {
  /** Runs deadlines and token lives; the system's unless given. */
  clock?: Clock;
  /** Refuses the bot's token everywhere (401), or only when it identifies with the gateway (close code 4004). */
  refuseToken?: 'everywhere' | 'gateway';
  /** What the bot may do in the server. Unless given: everything a chat bot is usually invited with, and pinging everyone. */
  botPermissions?: readonly PermissionName[];
  /** Lets the bot declare privileged intents, which otherwise closes its connection with 4014. */
  allowPrivilegedIntents?: boolean;
  /** 41,250 unless given. */
  heartbeatIntervalMs?: number;
}

const USUAL_PERMISSIONS: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'MentionEveryone',
  'UseApplicationCommands',
];

/** A small Discord on 127.0.0.1 with one server, `#general`, and the people a test adds. */
export class DiscordServer {
  /** For `DISCORD_TOKEN`. */
  readonly token = 'MTA5.local.discord-server-token';
  readonly gateway: Gateway;
  readonly #world: World;
  readonly #rest: Rest;
  readonly #people = new Map<string, User>();

  constructor(options: DiscordServerOptions) {
    const { clock = systemClock, refuseToken, botPermissions = USUAL_PERMISSIONS } = options;
    this.#world = new World(clock, botPermissions);
    const url = () => `ws://127.0.0.1:${this.#port}`;
    this.#rest = new Rest(this.#world, {
      token: refuseToken === 'everywhere' ? undefined : this.token,
      gatewayUrl: url,
    });
    this.gateway = new Gateway(this.#world, this.#rest.server, {
      token: refuseToken === undefined ? this.token : undefined,
      url,
      heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
      allowPrivilegedIntents: options.allowPrivilegedIntents ?? false,
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#rest.server.listen(0, '127.0.0.1', resolve));
    this.#world.contentUrl = `http://${this.contentHost}`;
  }

  /** Ends every connection. */
  async stop(): Promise<void> {
    this.gateway.stop();
    this.#rest.server.closeAllConnections();
    await new Promise((resolve) => this.#rest.server.close(resolve));
  }

  /** For `DISCORD_API_URL`. */
  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  /** Host and port of the files that people attach: for `FETCH_ALLOW_HOSTS`. */
  get contentHost(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** For `DISCORD_GUILD_ID`. */
  get guildId(): string {
    return this.#world.guildId;
  }

  get bot(): Readonly<Person> {
    return this.#world.bot;
  }

  /** The person of this name; the first call adds them to the server, with extra permissions and roles. */
  user(
    name: string,
    {
      permissions = [],
      roles = [],
      locale = 'en-US',
    }: { permissions?: PermissionName[]; roles?: Role[]; locale?: string } = {},
  ): User {
    const known = this.#people.get(name);
    if (known !== undefined) return known;
    const own = permissions.length > 0 ? [this.#world.addRole(`${name}'s own`, permissions)] : [];
    const user = new User(this.#world, this.#world.addPerson(name, [...own, ...roles], locale));
    this.#people.set(name, user);
    return user;
  }

  /** Adds a role before the bot connects; anybody may ping a mentionable one. */
  addRole(
    name: string,
    { permissions = [], mentionable = false }: { permissions?: PermissionName[]; mentionable?: boolean } = {},
  ): Role {
    return this.#world.addRole(name, permissions, mentionable);
  }

  /** Adds a text channel before the bot connects, in which the bot lacks the given permissions. */
  addChannel(name: string, { deniedToBot = [] }: { deniedToBot?: PermissionName[] } = {}): Channel {
    return this.#world.addChannel(name, deniedToBot);
  }

  /** A channel of the server by its name. @throws {Error} when there is none */
  channel(name: string): Channel {
    const found = [...this.#world.channels.values()].find(
      (it) => it.name === name && it.recipientId === undefined,
    );
    if (found === undefined) throw new Error(`There is no channel #${name}`);
    return found;
  }

  channelById(id: string): Channel | undefined {
    return this.#world.channels.get(id);
  }

  /** The threads of a channel, oldest first. */
  threadsIn({ id }: Channel): Channel[] {
    return [...this.#world.channels.values()].filter(({ thread }) => thread?.parentId === id);
  }

  /** Archives, locks or opens a thread again. */
  setThread(thread: Channel, state: { archived?: boolean; locked?: boolean }): void {
    setThread(this.#world, thread, state);
  }

  deleteThread(thread: Channel): void {
    deleteThread(this.#world, thread);
  }

  /** How many threads may be open from now on. */
  set mostThreads(count: number) {
    this.#world.mostThreads = count;
  }

  /** Puts a file on the content host; gives its address. */
  host(file: UploadedFile): string {
    return hosted(this.#world, this.#world.nextId(), file);
  }

  /** What a channel shows to everybody, oldest first. */
  messagesIn(channel: Channel): MessageView[] {
    return [...this.#world.messages.values()]
      .filter((it) => it.channelId === channel.id && !it.deleted && it.ephemeralFor === undefined)
      .map((message) => new MessageView(message));
  }

  /** Makes the next requests to a route fail, which is no violation. */
  fail(route: RoutePattern, fault: Fault): void {
    this.#rest.fail(route, fault);
  }

  /** Ends all failures that were asked for. */
  clearFaults(): void {
    this.#rest.clearFaults();
  }

  /** The registered commands: of the server when its id is given, else the global ones. */
  commands(guildId?: string): readonly Command[] {
    return commandsOf(this.#world, guildId);
  }

  /** Every REST request so far, oldest first. */
  get requests(): readonly RecordedRequest[] {
    return this.#world.requests;
  }

  /** Everything that Discord would have refused, or a member would have seen fail; empty for a correct bot. */
  get violations(): readonly Violation[] {
    return this.#world.violations;
  }

  /** Forgets the violations that a test asked for. */
  forgive(): void {
    this.#world.violations.length = 0;
  }

  /** The bot's messages that really notified somebody. */
  get pings(): readonly Ping[] {
    return this.#world.pings;
  }

  /** When and where the bot showed that it was typing. */
  get typing(): readonly { channelId: string; at: number }[] {
    return this.#world.typing;
  }

  /** Resolves once a bot is connected and knows the server. */
  async waitUntilReady(within?: number): Promise<void> {
    await this.waitUntil('a bot to connect', () => this.gateway.isReady, within);
  }

  /** Resolves with a registered command, of the server or global. */
  waitForCommand(name: string, within?: number): Promise<Command> {
    const find = () => this.#world.commands.find((command) => command.name === name);
    return this.#world.until(`the command /${name} to be registered`, find, within);
  }

  /** Resolves when a condition holds, looking after every change. @param within milliseconds of real time, 120,000 unless told */
  async waitUntil(what: string, condition: () => boolean, within?: number): Promise<void> {
    await this.#world.until(what, () => condition() || undefined, within);
  }

  get #port(): number {
    return (this.#rest.server.address() as AddressInfo).port;
  }
}

/**
 * Starts a local Discord on a free port of 127.0.0.1.
 *
 * ```ts
 * const server = await startDiscordServer(); // the bot gets server.apiUrl and server.token
 * await server.waitForCommand('ask');
 * const ann = server.user('Ann');
 * const reply = await ann.slash('ask', { question: 'Who signed it?' }).reply();
 * const sources = await ann.click(reply, 'Sources').reply();
 * const answer = await ann.mention('general', 'Who signed it?').answer();
 * server.violations; // empty: everything the bot sent is what Discord takes
 * await server.stop();
 * ```
 */
export async function startDiscordServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const server = new DiscordServer(options);
  await server.start();
  return server;
}
