import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';
import { messageOf, UserError } from '../errors.ts';

const TOKEN_REFUSED =
  'Discord refuses the token: DISCORD_TOKEN is wrong, or was reset since. Copy a new one from the Bot page of your application at https://discord.com/developers/applications';

/** Why Discord ended a connection for good, by its close code. */
const CLOSED: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN_REFUSED,
  [GatewayCloseCodes.InvalidShard]: 'Discord refuses the connection (invalid shard): start Footnote again',
  [GatewayCloseCodes.ShardingRequired]:
    'Discord refuses the connection because the bot is in too many servers for it: start Footnote again',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer supports the version of its API that this Footnote speaks: update Footnote',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know the events that Footnote asks for: update Footnote',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not allow this application the events that Footnote asks for, although they need no approval: check the Bot page of your application at https://discord.com/developers/applications',
};

/** The error for a connection that Discord closed with a code after which it may not be tried again. */
export function closedForGood(code: number): UserError {
  return new UserError(
    CLOSED[code] ?? `Discord closed the connection for good (code ${code}): start Footnote again`,
  );
}

/**
 * The error for a login that failed, in words that name the remedy.
 * @param api the address of Discord's API that was used.
 */
export function loginFailed(error: unknown, api: string): UserError {
  if (error instanceof UserError) return error;
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new UserError(TOKEN_REFUSED);
  }
  if (error instanceof DiscordAPIError) {
    return new UserError(
      `Discord at ${api} refuses the login (${error.status}: ${error.message}): check DISCORD_API_URL`,
    );
  }
  const code = error instanceof Error && 'code' in error ? `${error.code}` : messageOf(error);
  return new UserError(
    `Discord cannot be reached at ${api} (${code}): check the network connection and DISCORD_API_URL`,
  );
}
