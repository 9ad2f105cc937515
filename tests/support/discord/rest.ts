import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { MessageBody, RecordedRequest } from './model.ts';
import { API_VERSION } from './protocol.ts';
import { Refusal } from './refusals.ts';
import { channels } from './routes/channels.ts';
import { commands } from './routes/commands.ts';
import { interactions } from './routes/interactions.ts';
import { reads } from './routes/reads.ts';
import type { Answer } from './routes/route.ts';
import { threads } from './routes/threads.ts';
import { webhooks } from './routes/webhooks.ts';
import { partsOf, type Sent, withFiles } from './sent-files.ts';
import type { World } from './world.ts';

const ROUTES = [...reads, ...commands, ...channels, ...threads, ...interactions, ...webhooks];

/** A route by its method and path, such as `POST /channels/:channelId/messages`. */
export type RoutePattern = (typeof ROUTES)[number]['pattern'];

/** How a route fails, on purpose, for its next requests. */
export interface Fault {
  /** HTTP status, such as 500 or 429. */
  status: number;
  /** How many requests fail; 1 unless told. */
  times?: number;
  /** Seconds, for a 429. */
  retryAfter?: number;
  /** The request has its effect, and only the answer is lost. */
  afterEffect?: boolean;
}

export interface RestOptions {
  /** The one token that is taken; none when absent. */
  token: string | undefined;
  gatewayUrl: () => string;
}

/** Discord's REST API over HTTP: finds the route, checks who asks, records, and answers in Discord's shapes. */
export class Rest {
  readonly server: Server;
  readonly #world: World;
  readonly #options: RestOptions;
  readonly #faults: { pattern: RoutePattern; fault: Fault; left: number }[] = [];

  constructor(world: World, options: RestOptions) {
    this.#world = world;
    this.#options = options;
    this.server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
  }

  fail(pattern: RoutePattern, fault: Fault): void {
    this.#faults.push({ pattern, fault, left: fault.times ?? 1 });
  }

  clearFaults(): void {
    this.#faults.length = 0;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (/^\/(?:attachments\/|robots\.txt$)/.test(url.pathname)) return this.#handOut(url.pathname, response);
    const sent = await sentWith(request);
    const record: RecordedRequest = {
      at: this.#world.clock.now(),
      method: request.method ?? 'GET',
      path: decodeURIComponent(url.pathname).replace(`/api/v${API_VERSION}`, ''),
      query: Object.fromEntries(url.searchParams),
      body: undefined,
      status: 0,
    };
    this.#world.requests.push(record);
    const { status, body } = this.#answerOrRefuse(record, request, sent);
    record.status = status;
    const retryAfter = (body as { retry_after?: number } | undefined)?.retry_after;
    response.writeHead(status, {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    });
    response.end(body === undefined ? undefined : JSON.stringify(body));
    this.#world.changed();
  }

  /** Discord's content host, which knows no tokens. */
  #handOut(path: string, response: ServerResponse): void {
    const file = this.#world.files.get(path);
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': file?.contentType ?? 'text/plain',
    });
    response.end(file?.bytes);
  }

  #answerOrRefuse(record: RecordedRequest, request: IncomingMessage, sent: Sent): Answer {
    try {
      return this.#answer(record, request, sent);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        this.#world.violate(record.path, 500, `The local Discord server itself failed: ${error}`);
        return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
      }
      const problems = error.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
      // Nobody can know beforehand whose direct messages are closed.
      if (error.reason !== 'cannotMessageUser') {
        this.#world.violate(`${record.method} ${record.path}`, error.code, error.message, problems);
      }
      return { status: error.status, body: error };
    }
  }

  #answer(record: RecordedRequest, request: IncomingMessage, sent: Sent): Answer {
    const target = `${record.method} ${record.path}`;
    const route = ROUTES.find((candidate) => candidate.path.test(target));
    if (route === undefined) throw new Refusal('unknownRoute');
    this.#authorize(target, request.headers.authorization);
    record.body = parse(sent);

    const fault = this.#dueFault(route.pattern);
    if (fault !== undefined && fault.afterEffect !== true) return failure(fault);
    const answer = route.handle({
      world: this.#world,
      params: { ...route.path.exec(target)?.groups },
      query: record.query,
      body: record.body,
      gatewayUrl: this.#options.gatewayUrl(),
    });
    return fault === undefined ? answer : failure(fault);
  }

  /** Interactions are answered with their own token; everything else needs the bot's. */
  #authorize(target: string, authorization: string | undefined): void {
    const carriesItsToken = /^\w+ \/(interactions|webhooks)\//.test(target);
    const { token } = this.#options;
    if (!carriesItsToken && (token === undefined || authorization !== `Bot ${token}`)) {
      throw new Refusal('unauthorized');
    }
  }

  #dueFault(pattern: RoutePattern): Fault | undefined {
    const due = this.#faults.find((entry) => entry.pattern === pattern && entry.left > 0);
    if (due !== undefined) due.left -= 1;
    return due?.fault;
  }
}

function failure({ status, retryAfter = 0 }: Fault): Answer {
  return status === 429
    ? { status, body: { message: 'You are being rate limited.', retry_after: retryAfter, global: false } }
    : { status, body: { message: `${status}: failed on purpose`, code: 0 } };
}

async function sentWith(request: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const contentType = request.headers['content-type'] ?? '';
  return contentType.startsWith('multipart/')
    ? partsOf(bytes, contentType)
    : { json: bytes.toString('utf8'), files: [] };
}

function parse({ json, files }: Sent): unknown {
  if (json === '') return undefined;
  const body = parseJson(json);
  return files.length === 0 ? body : withFiles(body as MessageBody, files);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalidJson');
  }
}
