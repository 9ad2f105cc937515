import type { DiscordServer } from '../../support/discord/index.ts';

/** An answer of the server as it went over the wire. */
export interface Answered {
  status: number;
  body: { code?: number; message?: string; errors?: unknown; [key: string]: unknown };
}

/** Sends requests as the bot would, without a client that could put them right first. */
export function restClient(server: DiscordServer, token = server.token) {
  return async (method: string, path: string, body?: unknown): Promise<Answered> => {
    const response = await fetch(`${server.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
}

/** The codes of a refusal's nested errors, each with its place: `embeds.0.title BASE_TYPE_MAX_LENGTH`. */
export function refusedFields(errors: unknown, path: string[] = []): string[] {
  return Object.entries((errors ?? {}) as Record<string, unknown>).flatMap(([key, value]) =>
    key === '_errors'
      ? (value as { code: string }[]).map(({ code }) => `${path.join('.')} ${code}`.trim())
      : refusedFields(value, [...path, key]),
  );
}
