import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { applicationJson, guildCreateJson, userJson } from './payloads.ts';
import { API_VERSION, CloseCode, Intent, KNOWN_INTENTS, Opcode, PRIVILEGED_INTENTS } from './protocol.ts';
import type { GatewayEvent, World } from './world.ts';

export interface GatewayOptions {
  /** The one token that is taken; none when absent. */
  token: string | undefined;
  /** Where a lost connection is taken up again. */
  url: () => string;
  heartbeatIntervalMs: number;
  allowPrivilegedIntents: boolean;
}

/** A payload that the bot sent. */
interface Received {
  op?: unknown;
  d?: unknown;
}

interface Identify {
  token?: unknown;
  intents?: unknown;
  shard?: unknown;
}

interface Resume {
  token?: unknown;
  session_id?: unknown;
  seq?: unknown;
}

/** What Discord remembers of a bot across connections. */
interface Session {
  id: string;
  intents: number;
  /** Everything that was sent: the last one's number is the length. */
  events: { t: string; d: unknown }[];
  socket: WebSocket | undefined;
}

const SENDS_PER_MINUTE = 120;
const MAX_PAYLOAD_BYTES = 4_096;

/** Discord's gateway: one bot, one shard, JSON over a web socket. */
export class Gateway {
  /** Tells how often the bot started a session anew, and how often it took one up again. */
  readonly seen = { identifies: 0, resumes: 0, heartbeats: 0 };
  /** Set to false to leave the bot's heartbeats without an answer. */
  acknowledgeHeartbeats = true;
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #sockets = new WebSocketServer({ noServer: true });
  #sessions: Session[] = [];

  constructor(world: World, server: Server, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    world.onEvent = (event) => this.#broadcast(event);
    server.on('upgrade', (request: IncomingMessage, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection, request));
    });
  }

  /** Whether a bot is connected and has been told of the server. */
  get isReady(): boolean {
    return this.#sessions.some((session) => session.socket !== undefined);
  }

  /** Cuts every connection without a word, as a failing network does. The sessions can be resumed. */
  drop(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  /** Closes every connection with a code such as 4000 (resume) or 4004 (fatal). */
  close(code: number, reason = ''): void {
    for (const socket of this.#sockets.clients) socket.close(code, reason);
  }

  /** Asks the bot to connect again and resume, as Discord does before a restart. */
  reconnect(): void {
    for (const socket of this.#sockets.clients) send(socket, Opcode.reconnect, null);
  }

  stop(): void {
    this.drop();
    this.#sockets.close();
  }

  #welcome(socket: WebSocket, request: IncomingMessage): void {
    const { searchParams } = new URL(request.url ?? '/', 'ws://127.0.0.1');
    if (searchParams.get('v') !== String(API_VERSION) || searchParams.get('encoding') !== 'json') {
      this.#refuse(socket, CloseCode.decodeError, `connected with ${searchParams}, not v=10&encoding=json`);
      return;
    }
    let recentSends: number[] = [];
    socket.on('message', (data) => {
      const now = this.#world.clock.now();
      recentSends = [...recentSends.filter((at) => now - at < 60_000), now];
      if (recentSends.length > SENDS_PER_MINUTE)
        this.#refuse(socket, CloseCode.rateLimited, '120 sends a minute');
      else this.#receive(socket, data);
    });
    socket.on('close', (code) => this.#farewell(socket, code));
    send(socket, Opcode.hello, { heartbeat_interval: this.#options.heartbeatIntervalMs });
  }

  /** A session outlives its connection, unless the bot itself said goodbye. */
  #farewell(socket: WebSocket, code: number): void {
    const session = this.#sessionOf(socket);
    if (session === undefined) return;
    session.socket = undefined;
    if (code === 1000 || code === 1001) this.#sessions = this.#sessions.filter((other) => other !== session);
    this.#world.changed();
  }

  #receive(socket: WebSocket, data: RawData): void {
    const payload = decode(data);
    if (payload === undefined) {
      this.#refuse(socket, CloseCode.decodeError, `payload is not JSON or over ${MAX_PAYLOAD_BYTES} bytes`);
      return;
    }
    const details = payload.d ?? {};
    switch (payload.op) {
      case Opcode.heartbeat:
        this.seen.heartbeats += 1;
        if (this.acknowledgeHeartbeats) send(socket, Opcode.heartbeatAck, null);
        this.#world.changed();
        return;
      case Opcode.identify:
        this.#identify(socket, details as Identify);
        return;
      case Opcode.resume:
        this.#resume(socket, details as Resume);
        return;
      case Opcode.presenceUpdate:
      case Opcode.voiceStateUpdate:
      case Opcode.requestGuildMembers:
        if (this.#sessionOf(socket) === undefined)
          this.#refuse(socket, CloseCode.notAuthenticated, 'not identified');
        return;
      default:
        this.#refuse(socket, CloseCode.unknownOpcode, `unknown opcode ${String(payload.op)}`);
    }
  }

  #identify(socket: WebSocket, { token, intents, shard = [0, 1] }: Identify): void {
    if (this.#sessionOf(socket) !== undefined) {
      this.#refuse(socket, CloseCode.alreadyAuthenticated, 'Already authenticated.');
    } else if (!this.#isOurToken(token)) {
      this.#refuse(socket, CloseCode.authenticationFailed, 'Authentication failed.');
    } else if (String(shard) !== '0,1') {
      this.#refuse(socket, CloseCode.invalidShard, 'Invalid shard.');
    } else if (typeof intents !== 'number' || (intents & ~KNOWN_INTENTS) !== 0) {
      this.#refuse(socket, CloseCode.invalidIntents, 'Invalid intent(s).');
    } else if ((intents & PRIVILEGED_INTENTS) !== 0 && !this.#options.allowPrivilegedIntents) {
      this.#refuse(socket, CloseCode.disallowedIntents, 'Disallowed intent(s).');
    } else {
      this.#start(socket, intents);
    }
  }

  #start(socket: WebSocket, intents: number): void {
    const session: Session = { id: randomBytes(16).toString('hex'), intents, events: [], socket };
    this.#sessions.push(session);
    this.seen.identifies += 1;
    const { id, flags } = applicationJson(this.#world);
    this.#tell(session, 'READY', {
      v: API_VERSION,
      user: userJson(this.#world.bot),
      guilds: [{ id: this.#world.guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: this.#options.url(),
      shard: [0, 1],
      application: { id, flags },
    });
    if ((intents & Intent.guilds) !== 0) this.#tell(session, 'GUILD_CREATE', guildCreateJson(this.#world));
    this.#world.changed();
  }

  #resume(socket: WebSocket, { token, session_id: id, seq }: Resume): void {
    if (!this.#isOurToken(token)) {
      this.#refuse(socket, CloseCode.authenticationFailed, 'Authentication failed.');
      return;
    }
    const session = this.#sessions.find((candidate) => candidate.id === id);
    if (session === undefined || typeof seq !== 'number' || seq > session.events.length) {
      send(socket, Opcode.invalidSession, false);
      return;
    }
    this.seen.resumes += 1;
    session.socket = socket;
    session.events.slice(seq).forEach(({ t, d }, index) => {
      send(socket, Opcode.dispatch, d, t, seq + index + 1);
    });
    this.#tell(session, 'RESUMED', {});
    this.#world.changed();
  }

  #broadcast({ name, intents, data }: GatewayEvent): void {
    for (const session of this.#sessions) {
      if (intents === 0 || (session.intents & intents) !== 0)
        this.#tell(session, name, data(session.intents));
    }
  }

  #tell(session: Session, t: string, d: unknown): void {
    session.events.push({ t, d });
    if (session.socket !== undefined) send(session.socket, Opcode.dispatch, d, t, session.events.length);
  }

  #refuse(socket: WebSocket, code: number, reason: string): void {
    this.#world.violate('gateway', code, reason);
    socket.close(code, reason);
  }

  #isOurToken(token: unknown): boolean {
    return this.#options.token !== undefined && token === this.#options.token;
  }

  #sessionOf(socket: WebSocket): Session | undefined {
    return this.#sessions.find((session) => session.socket === socket);
  }
}

function send(
  socket: WebSocket,
  op: number,
  d: unknown,
  t: string | null = null,
  s: number | null = null,
): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ op, d, t, s }));
}

function decode(data: RawData): Received | undefined {
  const text = data.toString();
  if (Buffer.byteLength(text) > MAX_PAYLOAD_BYTES) return undefined;
  try {
    const payload: unknown = JSON.parse(text);
    return typeof payload === 'object' && payload !== null ? payload : undefined;
  } catch {
    return undefined;
  }
}
