import { DiscordAPIError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { closedForGood, loginFailed } from '../../../src/discord/connection-error.ts';
import { apology, failureLine } from '../../../src/discord/failure.ts';
import { QuestionError, UserError } from '../../../src/errors.ts';

const API = 'https://discord.com/api';

const refused = (status: number, code: number, message: string) =>
  new DiscordAPIError({ code, message }, code, status, 'PATCH', `${API}/webhooks/1/s3cret-token`, {
    files: undefined,
    body: { content: 'private words' },
  });

describe('a member is told', () => {
  test('what to do about a question that cannot be asked', () => {
    expect(apology(new QuestionError('The question is empty.'))).toBe('The question is empty.');
  });

  test('nothing of what broke inside', () => {
    expect(apology(new TypeError('x is not a function'))).not.toContain('function');
  });
});

describe('a line in the log', () => {
  test('names the failure and what Discord answered, without addresses or contents', () => {
    const line = failureLine('/ask failed', refused(404, 10008, 'Unknown Message'));
    expect(line).toBe('/ask failed: DiscordAPIError (404, code 10008): Unknown Message');
  });

  test('is one line without the words of members', () => {
    const line = failureLine('/ask failed', new Error('cannot parse\n"who am I" here'), ['who am I', '']);
    expect(line).toBe('/ask failed: Error: cannot parse "…" here');
  });
});

describe('whoever runs the bot is told', () => {
  test.each([4004, 4010, 4011, 4012, 4013, 4014, 4999])('what to do when Discord closes with %i', (code) => {
    const error = closedForGood(code);
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toMatch(/: (?:DISCORD_TOKEN|start|update|check) /);
  });

  test('that Discord refuses the address', () => {
    expect(loginFailed(refused(404, 0, 'Not Found'), API).message).toContain('check DISCORD_API_URL');
  });

  test('that Discord cannot be reached', () => {
    const error = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    expect(loginFailed(error, API).message).toBe(
      `Discord cannot be reached at ${API} (ENOTFOUND): check the network connection and DISCORD_API_URL`,
    );
  });

  test('what was already put in words', () => {
    const error = closedForGood(4004);
    expect(loginFailed(error, API)).toBe(error);
  });
});
