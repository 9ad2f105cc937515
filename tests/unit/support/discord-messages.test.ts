import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Channel, type DiscordServer, startDiscordServer } from '../../support/discord/index.ts';
import { button, display, laidOut, letters, row, times, UNKNOWN_ID } from './payloads.ts';
import { refusedFields, restClient } from './rest-client.ts';

let server: DiscordServer;
let channel: Channel;
let send: (body: unknown) => ReturnType<ReturnType<typeof restClient>>;

beforeAll(async () => {
  server = await startDiscordServer();
  channel = server.addChannel('answers');
  send = (body) => restClient(server)('POST', `/channels/${channel.id}/messages`, body);
});
afterAll(() => server.stop());

/** Sends what breaks a rule and expects Discord's answer to it, on record. */
async function expectRefused(body: unknown, problem: string): Promise<void> {
  const before = server.violations.length;
  const answered = await send(body);
  expect(answered).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
  expect(refusedFields(answered.body.errors)).toContain(problem);
  const where = `POST /channels/${channel.id}/messages`;
  expect(server.violations.slice(before)).toMatchObject([{ code: 50035, where }]);
}

const field = (change: object = {}) => ({ name: 'Name', value: 'Value', ...change });

describe('messages that Discord would refuse', () => {
  test.each<[rule: string, body: unknown, problem: string]>([
    ['a body is required', undefined, 'BASE_TYPE_REQUIRED'],
    ['a body is an object', [], 'DICT_TYPE_CONVERT'],
    ['content of 2,000', { content: letters(2_001) }, 'content BASE_TYPE_MAX_LENGTH'],
    ['content is text', { content: 7 }, 'content STRING_TYPE_CONVERT'],
    ['10 embeds', { embeds: times(11, () => ({ title: 'x' })) }, 'embeds BASE_TYPE_MAX_LENGTH'],
    ['embeds are a list', { embeds: { title: 'x' } }, 'embeds LIST_TYPE_CONVERT'],
    ['nothing is ephemeral in a channel', { content: 'x', flags: 64 }, 'flags FLAGS_NOT_ALLOWED'],
    ['flags are a number', { content: 'x', flags: '4' }, 'flags NUMBER_TYPE_COERCE'],
    ['tts is yes or no', { content: 'x', tts: 1 }, 'tts BOOLEAN_TYPE_CONVERT'],
    ['nonce of 25', { content: 'x', nonce: letters(26) }, 'nonce BASE_TYPE_MAX_LENGTH'],
    ['nonce is whole', { content: 'x', nonce: 1.5 }, 'nonce NUMBER_TYPE_COERCE'],
  ])('%s', (_rule, body, problem) => expectRefused(body, problem));

  test.each<[rule: string, embed: object, problem: string]>([
    ['title of 256', { title: letters(257) }, 'title BASE_TYPE_MAX_LENGTH'],
    ['description of 4,096', { description: letters(4_097) }, 'description BASE_TYPE_MAX_LENGTH'],
    ['25 fields', { fields: times(26, () => field()) }, 'fields BASE_TYPE_MAX_LENGTH'],
    ['field name of 256', { fields: [field({ name: letters(257) })] }, 'fields.0.name BASE_TYPE_BAD_LENGTH'],
    ['field name not empty', { fields: [field({ name: ' ' })] }, 'fields.0.name BASE_TYPE_BAD_LENGTH'],
    ['field name', { fields: [field({ name: null })] }, 'fields.0.name BASE_TYPE_REQUIRED'],
    [
      'field value of 1,024',
      { fields: [field({ value: letters(1_025) })] },
      'fields.0.value BASE_TYPE_BAD_LENGTH',
    ],
    ['field value not empty', { fields: [field({ value: '' })] }, 'fields.0.value BASE_TYPE_BAD_LENGTH'],
    ['field value', { fields: [{ name: 'x' }] }, 'fields.0.value BASE_TYPE_REQUIRED'],
    ['footer of 2,048', { footer: { text: letters(2_049) } }, 'footer.text BASE_TYPE_MAX_LENGTH'],
    ['footer text', { title: 'x', footer: {} }, 'footer.text BASE_TYPE_REQUIRED'],
    ['author of 256', { author: { name: letters(257) } }, 'author.name BASE_TYPE_MAX_LENGTH'],
    ['author name', { title: 'x', author: {} }, 'author.name BASE_TYPE_REQUIRED'],
    ['link scheme', { title: 'x', url: 'javascript:x' }, 'url URL_TYPE_INVALID_SCHEME'],
    ['image address', { image: {} }, 'image.url BASE_TYPE_REQUIRED'],
    ['colour', { title: 'x', color: 0x1000000 }, 'color NUMBER_TYPE_MAX'],
    ['colour not negative', { title: 'x', color: -1 }, 'color NUMBER_TYPE_MIN'],
    ['something to show', { color: 1 }, 'description BASE_TYPE_REQUIRED'],
  ])('embeds: %s', (_rule, embed, problem) => expectRefused({ embeds: [embed] }, `embeds.0.${problem}`));

  test('embeds: 6,000 characters in all', () =>
    expectRefused(
      { embeds: times(2, () => ({ description: letters(3_001) })) },
      'embeds MAX_EMBED_SIZE_EXCEEDED',
    ));

  test.each<[rule: string, allowed: object, problem: string]>([
    ['what is parsed', { parse: ['all'] }, '.parse.0 BASE_TYPE_CHOICES'],
    ['nothing twice', { parse: ['users', 'users'] }, '.parse SET_TYPE_ALREADY_CONTAINS_VALUE'],
    ['people by id', { users: ['Ann'] }, '.users.0 NUMBER_TYPE_COERCE'],
    [
      '100 people',
      { users: times(101, (i) => String(10n ** 17n + BigInt(i))) },
      '.users BASE_TYPE_MAX_LENGTH',
    ],
    ['roles by id', { roles: [7] }, '.roles.0 NUMBER_TYPE_COERCE'],
    ['all or some', { parse: ['users'], users: [UNKNOWN_ID] }, ' MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
    ['yes or no', { replied_user: 'yes' }, '.replied_user BOOLEAN_TYPE_CONVERT'],
  ])('allowed mentions: %s', (_rule, allowed, problem) =>
    expectRefused({ content: 'x', allowed_mentions: allowed }, `allowed_mentions${problem}`),
  );

  test.each<[rule: string, reference: object, problem: string]>([
    ['a target that is there', { message_id: UNKNOWN_ID }, ' REPLIES_UNKNOWN_MESSAGE'],
    ['a target', {}, '.message_id BASE_TYPE_REQUIRED'],
    ['a target by id', { message_id: 'first' }, '.message_id NUMBER_TYPE_COERCE'],
  ])('replies: %s', (_rule, reference, problem) =>
    expectRefused({ content: 'x', message_reference: reference }, `message_reference${problem}`),
  );

  test.each([{}, { content: '' }, { content: ' \n ' }, { content: null, embeds: [], components: [] }])(
    'an empty message has a code of its own: %j',
    async (body) => {
      expect(await send(body)).toMatchObject({ status: 400, body: { code: 50006 } });
    },
  );
});

describe('messages that Discord takes', () => {
  test.each<[what: string, body: object]>([
    ['2,000 characters', { content: letters(2_000) }],
    ['2,000 characters outside the basic plane', { content: '𝒂'.repeat(2_000) }],
    ['space around 2,000 characters', { content: ` ${letters(2_000)}\n` }],
    ['10 embeds with 6,000 characters', { embeds: times(10, () => ({ description: letters(600) })) }],
    ['25 fields', { embeds: [{ fields: times(25, () => field()) }] }],
    ['no mention', { content: '@everyone', allowed_mentions: { parse: [] } }],
    ['a nonce', { content: 'x', nonce: letters(25), enforce_nonce: true }],
    [
      'a reply to nothing',
      { content: 'x', message_reference: { message_id: UNKNOWN_ID, fail_if_not_exists: false } },
    ],
    ['fields that Discord does not know', { content: 'x', whatever: true }],
    [
      'null for nothing',
      { content: 'x', embeds: null, components: null, flags: null, nonce: null, allowed_mentions: null },
    ],
  ])('%s', async (_what, body) => {
    const before = server.violations.length;
    expect((await send(body)).status).toBe(200);
    expect(server.violations).toHaveLength(before);
  });

  test('embeds up to 6,000 characters in all, and not one more', async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(lengths, async (sizes) => {
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const { status } = await send({ embeds: sizes.map((size) => ({ description: letters(size) })) });
        expect(status).toBe(total <= 6_000 ? 200 : 400);
      }),
      { numRuns: 40 },
    );
  });
});

describe('edits', () => {
  const edit = async (first: object, change: object) => {
    const { body } = await send(first);
    return restClient(server)('PATCH', `/channels/${channel.id}/messages/${body.id}`, change);
  };
  const LEGACY = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';

  test.each([
    ['limits hold', { content: 'x' }, { content: letters(2_001) }, 'content BASE_TYPE_MAX_LENGTH'],
    ['nothing is hidden afterwards', { content: 'x' }, { flags: 64 }, 'flags FLAGS_NOT_ALLOWED'],
    ['a layout stays a layout', laidOut([display('x')]), { content: 'y' }, `content ${LEGACY}`],
    ['a new layout drops the content', { content: 'x' }, laidOut([display('y')]), `content ${LEGACY}`],
  ])('%s', async (_rule, first, change, problem) => {
    const answered = await edit(first, change);
    expect(answered).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(refusedFields(answered.body.errors)).toContain(problem);
  });

  test('a message cannot be emptied', async () => {
    expect(await edit({ content: 'x' }, { content: '' })).toMatchObject({
      status: 400,
      body: { code: 50006 },
    });
  });

  test('what is not named stays', async () => {
    const { body } = await edit({ content: 'x', components: [row(button())] }, { content: 'y' });
    expect(body).toMatchObject({ content: 'y', components: [{ components: [{ label: 'Sources' }] }] });
    expect(body.edited_timestamp).toEqual(expect.any(String));
  });

  test('flags that the message has can be repeated', async () => {
    expect((await edit({ content: 'x', flags: 4_096 }, { content: 'y', flags: 4_096 })).status).toBe(200);
  });

  test('content becomes a layout when it is cleared in the same request', async () => {
    expect((await edit({ content: 'x' }, laidOut([display('y')], { content: null }))).status).toBe(200);
  });
});
