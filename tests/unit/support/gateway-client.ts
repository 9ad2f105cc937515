import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { DiscordServer } from '../../support/discord/index.ts';

/** A payload of the gateway. */
export interface Payload {
  op: number;
  d: Record<string, unknown>;
  t: string | null;
  s: number | null;
}

/** A bare connection to the gateway, which sends what it is told and remembers what it gets. */
export class GatewayClient {
  readonly received: Payload[] = [];
  readonly #socket: WebSocket;
  readonly #closed: Promise<number>;

  constructor(address: string) {
    this.#socket = new WebSocket(address);
    this.#closed = once(this.#socket, 'close').then(([code]) => Number(code));
    this.#socket.on('message', (data) => this.received.push(JSON.parse(data.toString())));
  }

  /** The code that the server closes the connection with. */
  get closed(): Promise<number> {
    return this.#closed;
  }

  send(payload: unknown): void {
    this.#socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload));
  }

  /** The next payload that fits, among those received already and those to come. */
  async next(fits: (payload: Payload) => boolean): Promise<Payload> {
    for (;;) {
      const found = this.received.find(fits);
      if (found !== undefined) return found;
      await once(this.#socket, 'message');
    }
  }

  event(name: string): Promise<Payload> {
    return this.next((payload) => payload.t === name);
  }

  close(code = 1000): void {
    this.#socket.close(code);
  }
}

/** Guilds, guild messages and direct messages. */
export const USUAL_INTENTS = (1 << 0) | (1 << 9) | (1 << 12);

export async function connect(server: DiscordServer, query = 'v=10&encoding=json'): Promise<GatewayClient> {
  const client = new GatewayClient(`${server.apiUrl.replace('http', 'ws')}?${query}`);
  if (query.startsWith('v=10')) await client.next((payload) => payload.op === 10);
  return client;
}

/** A connection that has been told of the server. */
export async function identify(server: DiscordServer, intents = USUAL_INTENTS): Promise<GatewayClient> {
  const client = await connect(server);
  client.send({ op: 2, d: { token: server.token, intents, properties: {} } });
  await client.event('READY');
  return client;
}
