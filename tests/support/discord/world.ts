import type { Clock } from './clock.ts';
import type {
  Channel,
  Command,
  Interaction,
  Message,
  Person,
  Ping,
  RecordedRequest,
  Role,
  Violation,
} from './model.ts';
import { type PermissionName, permissionBits } from './protocol.ts';
import type { HostedFile } from './uploads.ts';

/** Something that the gateway tells the bot. */
export interface GatewayEvent {
  name: string;
  /** The payload, for a session with these intents. */
  data: (intents: number) => unknown;
  /** Sent to sessions that declared one of these intents; 0 means to all. */
  intents: number;
}

/** What members of a server can usually do. */
const MEMBER_PERMISSIONS: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseApplicationCommands',
];

/** Discord's ids count milliseconds from 2015 in their upper bits. */
const EPOCH = 1_420_070_400_000;

/** Everything there is: one server, its people and channels, and what was said and done. */
export class World {
  readonly clock: Clock;
  readonly guildId: string;
  readonly guildName = 'Test server';
  readonly bot: Person;
  readonly people = new Map<string, Person>();
  readonly roles = new Map<string, Role>();
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, Message>();
  readonly interactions = new Map<string, Interaction>();
  readonly commands: Command[] = [];
  readonly requests: RecordedRequest[] = [];
  readonly violations: Violation[] = [];
  readonly pings: Ping[] = [];
  readonly typing: { channelId: string; at: number }[] = [];
  /** What people attached, by its path on the content host. */
  readonly files = new Map<string, HostedFile>();
  /** Threads that may be open at the same time. */
  mostThreads = 1_000;
  /** Address of the content host; known once the server listens. */
  contentUrl = '';
  /** Where events for the bot go. */
  onEvent: (event: GatewayEvent) => void = () => {};

  readonly #memberRoleId: string;
  readonly #watchers = new Set<() => void>();
  #lastId = 0n;

  constructor(clock: Clock, botPermissions: readonly PermissionName[]) {
    this.clock = clock;
    this.guildId = this.nextId();
    this.roles.set(this.guildId, {
      id: this.guildId,
      name: '@everyone',
      permissions: 0n,
      mentionable: false,
    });
    this.#memberRoleId = this.addRole('Members', MEMBER_PERMISSIONS).id;
    const botRole = this.addRole('Footnote', botPermissions);
    this.bot = { id: this.nextId(), name: 'Footnote', bot: true, locale: 'en-US', roleIds: [botRole.id] };
    this.people.set(this.bot.id, this.bot);
    this.addChannel('general');
  }

  nextId(): string {
    const byTime = BigInt(this.clock.now() - EPOCH) << 22n;
    this.#lastId = byTime > this.#lastId ? byTime : this.#lastId + 1n;
    return String(this.#lastId);
  }

  addRole(name: string, permissions: readonly PermissionName[] = [], mentionable = false): Role {
    const role = { id: this.nextId(), name, permissions: permissionBits(permissions), mentionable };
    this.roles.set(role.id, role);
    return role;
  }

  addPerson(name: string, roles: readonly Role[], locale: string): Person {
    const roleIds = [this.#memberRoleId, ...roles.map((role) => role.id)];
    const person = { id: this.nextId(), name, bot: false, locale, roleIds };
    this.people.set(person.id, person);
    return person;
  }

  addChannel(name: string, deniedToBot: readonly PermissionName[] = []): Channel {
    const channel = { id: this.nextId(), name, deniedToBot };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The direct messages between the bot and a person. */
  directMessages(person: Person): Channel {
    const known = [...this.channels.values()].find((channel) => channel.recipientId === person.id);
    if (known !== undefined) return known;
    const channel = { id: this.nextId(), name: person.name, recipientId: person.id, deniedToBot: [] };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The message, unless it is unknown or was deleted. */
  message(id: string | undefined): Message | undefined {
    const message = id === undefined ? undefined : this.messages.get(id);
    return message?.deleted ? undefined : message;
  }

  emit(name: string, intents: number, data: (sessionIntents: number) => unknown): void {
    this.onEvent({ name, intents, data });
  }

  /** Notes something that Discord would have refused or a member would have seen fail. */
  violate(where: string, code: number, message: string, problems: string[] = []): void {
    this.violations.push({ at: this.clock.now(), where, code, message, problems });
    this.changed();
  }

  /** Lets everyone who waits look again. */
  changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  /**
   * Resolves as soon as `look` returns something; looks after every change.
   * @throws {Error} naming `what` after `within` milliseconds of real time, or whatever `look` throws.
   */
  until<T>(what: string, look: () => T | undefined, within = 120_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(timer);
        this.#watchers.delete(watcher);
        end();
      };
      const watcher = () => {
        try {
          const found = look();
          if (found !== undefined) settle(() => resolve(found));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const timer = setTimeout(() => {
        const refused = this.violations.map(
          (it) => `\n  ${it.where}: ${it.message} ${it.problems.join(' ')}`,
        );
        settle(() => reject(new Error(`Waited ${within} ms in vain for ${what}.${refused.join('')}`)));
      }, within);
      timer.unref();
      this.#watchers.add(watcher);
      watcher();
    });
  }
}
