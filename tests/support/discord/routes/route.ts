import type { World } from '../world.ts';

/** The names after colons: `'/guilds/:guildId/roles'` has `guildId`. */
type ParamNames<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

/** A request on its way to the handler of its route. */
export interface Call<Param extends string = string> {
  world: World;
  params: Record<Param, string>;
  query: Record<string, string>;
  body: unknown;
  /** Address of the gateway, which only the route that hands it out needs. */
  gatewayUrl: string;
}

/** What is sent back: a status, and a body unless it is 204. */
export interface Answer {
  status: number;
  body?: unknown;
}

export interface Route<Pattern extends string = string> {
  /** Method and path below `/api/v10`, such as `GET /channels/:channelId`. */
  pattern: Pattern;
  path: RegExp;
  handle: (call: Call) => Answer;
}

/** A route and its handler, which throws a Refusal for what Discord would not do. */
export function route<const Pattern extends string>(
  pattern: Pattern,
  handle: (call: Call<ParamNames<Pattern>>) => Answer,
): Route<Pattern> {
  const path = new RegExp(`^${pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
  return { pattern, path, handle };
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const done: Answer = { status: 204 };
