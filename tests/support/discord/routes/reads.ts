import {
  applicationJson,
  channelJson,
  guildChannelsJson,
  guildJson,
  memberJson,
  rolesJson,
  userJson,
} from '../payloads.ts';
import { known, Refusal } from '../refusals.ts';
import { check, object, required, snowflake } from '../rules/shapes.ts';
import type { World } from '../world.ts';
import { ok, route } from './route.ts';

/** @throws {Refusal} unless it is the one server there is. */
export function requireGuild(guildId: string, world: World): void {
  if (guildId !== world.guildId) throw new Refusal('unknownGuild');
}

/** The bot itself, the server, its people, and opening direct messages. */
export const reads = [
  route('GET /gateway/bot', ({ gatewayUrl }) =>
    ok({
      url: gatewayUrl,
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 14_400_000, max_concurrency: 1 },
    }),
  ),
  route('GET /users/@me', ({ world }) => ok(userJson(world.bot))),
  route('GET /applications/@me', ({ world }) => ok(applicationJson(world))),
  route('GET /users/:userId', ({ world, params }) =>
    ok(userJson(known(world.people.get(params.userId), 'unknownUser'))),
  ),
  route('POST /users/@me/channels', ({ world, body }) => {
    check(required(object({ recipient_id: required(snowflake) })), body);
    const { recipient_id: id } = body as { recipient_id: string };
    return ok(channelJson(world, world.directMessages(known(world.people.get(id), 'unknownUser'))));
  }),
  route('GET /guilds/:guildId', ({ world, params }) => {
    requireGuild(params.guildId, world);
    return ok(guildJson(world));
  }),
  route('GET /guilds/:guildId/channels', ({ world, params }) => {
    requireGuild(params.guildId, world);
    return ok(guildChannelsJson(world));
  }),
  route('GET /guilds/:guildId/roles', ({ world, params }) => {
    requireGuild(params.guildId, world);
    return ok(rolesJson(world));
  }),
  route('GET /guilds/:guildId/members/:userId', ({ world, params }) => {
    requireGuild(params.guildId, world);
    return ok(memberJson(world, known(world.people.get(params.userId), 'unknownMember')));
  }),
];
