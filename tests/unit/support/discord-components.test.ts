import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DiscordServer, startDiscordServer } from '../../support/discord/index.ts';
import { button, display, laidOut, letters, option, row, select, times } from './payloads.ts';
import { refusedFields, restClient } from './rest-client.ts';

let server: DiscordServer;
let send: (body: unknown) => ReturnType<ReturnType<typeof restClient>>;

beforeAll(async () => {
  server = await startDiscordServer();
  const { id } = server.addChannel('answers');
  send = (body) => restClient(server)('POST', `/channels/${id}/messages`, body);
});
afterAll(() => server.stop());

async function expectRefused(body: unknown, problem: string): Promise<void> {
  const answered = await send(body);
  expect(answered).toMatchObject({ status: 400, body: { code: 50035 } });
  expect(refusedFields(answered.body.errors)).toContain(problem);
}

const below = (...components: object[]) => ({ content: 'x', components });
const linkButton = (change: object = {}) =>
  button({ style: 5, custom_id: null, url: 'https://example.com/a', ...change });
const premium = (change: object = {}) => ({ type: 2, style: 6, sku_id: '1', ...change });
const thumbnail = (change: object = {}) => ({
  type: 11,
  media: { url: 'https://example.com/a.png' },
  ...change,
});
const section = (change: object = {}) => ({
  type: 9,
  components: [display('x')],
  accessory: button(),
  ...change,
});
const picture = { media: { url: 'https://example.com/a.png' } };
const gallery = (items: object[]) => ({ type: 12, items });
const file = (value: unknown) => ({ type: 13, file: value });
const container = (...components: object[]) => ({ type: 17, components });

describe('components that Discord would refuse', () => {
  test.each<[rule: string, body: object, problem: string]>([
    [
      '5 rows',
      below(...times(6, (i) => row(button({ custom_id: `${i}` })))),
      'components BASE_TYPE_MAX_LENGTH',
    ],
    ['buttons stand in rows', below(button()), 'components.0.type UNION_TYPE_CHOICES'],
    ['a layout needs its flag', below(display('x')), 'components.0.type UNION_TYPE_CHOICES'],
    ['custom ids differ', below(row(button(), button())), 'components COMPONENT_CUSTOM_ID_DUPLICATED'],
    [
      'ids differ',
      below(row(button({ id: 1 }), linkButton({ id: 1 }))),
      'components COMPONENT_ID_DUPLICATED',
    ],
  ])('%s', (_rule, body, problem) => expectRefused(body, problem));

  test.each<[rule: string, components: object[] | null, problem: string]>([
    ['5 buttons', times(6, (i) => button({ custom_id: `${i}` })), ' BASE_TYPE_BAD_LENGTH'],
    ['not empty', [], ' BASE_TYPE_BAD_LENGTH'],
    ['components', null, ' BASE_TYPE_REQUIRED'],
    ['no text inputs', [{ type: 4, custom_id: 'x', style: 1 }], '.0.type UNION_TYPE_CHOICES'],
    ['a menu alone', [button(), select()], ' COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ])('rows: %s', (_rule, components, problem) =>
    expectRefused(below({ type: 1, components }), `components.0.components${problem}`),
  );

  const ONE_OF_BOTH = 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE';
  test.each<[rule: string, control: object, problem: string]>([
    ['label of 80', button({ label: letters(81) }), '.label BASE_TYPE_MAX_LENGTH'],
    ['a label or emoji', button({ label: '' }), ' BUTTON_COMPONENT_INVALID_LABEL'],
    ['emoji name of 100', button({ emoji: { name: letters(101) } }), '.emoji.name BASE_TYPE_MAX_LENGTH'],
    ['custom id of 100', button({ custom_id: letters(101) }), '.custom_id BASE_TYPE_BAD_LENGTH'],
    ['custom id not empty', button({ custom_id: '' }), '.custom_id BASE_TYPE_BAD_LENGTH'],
    ['custom id', button({ custom_id: null }), '.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED'],
    ['style', button({ style: null }), '.style BASE_TYPE_REQUIRED'],
    ['known style', button({ style: 9 }), '.style BASE_TYPE_CHOICES'],
    ['id in range', button({ id: 2 ** 31 }), '.id NUMBER_TYPE_MAX'],
    ['a link has a url', linkButton({ url: null }), '.url BASE_TYPE_REQUIRED'],
    ['a link has no custom id', linkButton({ custom_id: 'x' }), `.custom_id ${ONE_OF_BOTH}`],
    ['url of 512', linkButton({ url: `https://e.org/${letters(499)}` }), '.url BASE_TYPE_MAX_LENGTH'],
    ['url scheme', linkButton({ url: 'ftp://example.com' }), '.url URL_TYPE_INVALID_SCHEME'],
    ['something to buy', premium({ sku_id: null }), '.sku_id BASE_TYPE_REQUIRED'],
  ])('buttons: %s', (_rule, control, problem) =>
    expectRefused(below(row(control)), `components.0.components.0${problem}`),
  );

  test.each<[rule: string, control: object, problem: string]>([
    ['custom id', select({ custom_id: null }), 'custom_id BASE_TYPE_REQUIRED'],
    ['placeholder of 150', select({ placeholder: letters(151) }), 'placeholder BASE_TYPE_MAX_LENGTH'],
    ['options', select({ options: null }), 'options BASE_TYPE_REQUIRED'],
    ['25 options', select({ options: times(26, option) }), 'options BASE_TYPE_BAD_LENGTH'],
    ['1 option', select({ options: [] }), 'options BASE_TYPE_BAD_LENGTH'],
    [
      'label of 100',
      select({ options: [{ ...option(0), label: letters(101) }] }),
      'options.0.label BASE_TYPE_BAD_LENGTH',
    ],
    ['label', select({ options: [{ value: 'x' }] }), 'options.0.label BASE_TYPE_REQUIRED'],
    [
      'label not empty',
      select({ options: [{ ...option(0), label: '' }] }),
      'options.0.label BASE_TYPE_BAD_LENGTH',
    ],
    ['value', select({ options: [{ label: 'x' }] }), 'options.0.value BASE_TYPE_REQUIRED'],
    [
      'description of 100',
      select({ options: [{ ...option(0), description: letters(101) }] }),
      'options.0.description BASE_TYPE_MAX_LENGTH',
    ],
    [
      'values differ',
      select({ options: [option(1), option(1)] }),
      'options SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    ['as many options as max_values', select({ max_values: 3 }), 'options BASE_TYPE_BAD_LENGTH'],
    [
      'as many defaults as max_values',
      select({ options: times(2, (i) => ({ ...option(i), default: true })) }),
      'options SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
    ],
    [
      'min_values up to max_values',
      select({ min_values: 2 }),
      'max_values SELECT_COMPONENT_MAX_LESS_THAN_MIN',
    ],
    ['min_values of 25', { type: 5, custom_id: 'who', min_values: 26 }, 'min_values NUMBER_TYPE_MAX'],
    ['max_values of 25', { type: 5, custom_id: 'who', max_values: 26 }, 'max_values NUMBER_TYPE_MAX'],
    ['max_values of 1', { type: 5, custom_id: 'who', max_values: 0 }, 'max_values NUMBER_TYPE_MIN'],
    [
      'people up to max_values',
      { type: 5, custom_id: 'who', min_values: 3, max_values: 2 },
      'max_values SELECT_COMPONENT_MAX_LESS_THAN_MIN',
    ],
  ])('menus: %s', (_rule, control, problem) =>
    expectRefused(below(row(control)), `components.0.components.0.${problem}`),
  );

  test.each<[rule: string, components: object[], problem: string]>([
    ['40 components', times(41, () => display('x')), ' BASE_TYPE_MAX_LENGTH'],
    [
      '40, nested ones too',
      [container(...times(40, () => display('x')))],
      ' COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      '4,000 characters',
      [display(letters(2_001)), display(letters(2_000))],
      ' COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    ['4,000 characters in one', [display(letters(4_001))], '.0.content BASE_TYPE_BAD_LENGTH'],
    ['text', [display(null)], '.0.content BASE_TYPE_REQUIRED'],
    ['text not empty', [display('')], '.0.content BASE_TYPE_BAD_LENGTH'],
    ['no bare buttons', [button()], '.0.type UNION_TYPE_CHOICES'],
    ['sections have an accessory', [section({ accessory: null })], '.0.accessory BASE_TYPE_REQUIRED'],
    ['sections have a text', [section({ components: [] })], '.0.components BASE_TYPE_BAD_LENGTH'],
    ['sections have components', [section({ components: null })], '.0.components BASE_TYPE_REQUIRED'],
    [
      'sections have 3 texts',
      [section({ components: times(4, () => display('x')) })],
      '.0.components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'thumbnails have a picture',
      [section({ accessory: thumbnail({ media: null }) })],
      '.0.accessory.media BASE_TYPE_REQUIRED',
    ],
    [
      'pictures have an address',
      [section({ accessory: thumbnail({ media: {} }) })],
      '.0.accessory.media.url BASE_TYPE_REQUIRED',
    ],
    [
      'descriptions of 1,024',
      [gallery([{ ...picture, description: letters(1_025) }])],
      '.0.items.0.description BASE_TYPE_MAX_LENGTH',
    ],
    ['galleries have pictures', [gallery([{}])], '.0.items.0.media BASE_TYPE_REQUIRED'],
    ['galleries are not empty', [gallery([])], '.0.items BASE_TYPE_BAD_LENGTH'],
    ['galleries have 10 pictures', [gallery(times(11, () => picture))], '.0.items BASE_TYPE_BAD_LENGTH'],
    ['files have a file', [file(null)], '.0.file BASE_TYPE_REQUIRED'],
    ['files have an address', [file({})], '.0.file.url BASE_TYPE_REQUIRED'],
    ['files are uploads', [file({ url: 'https://example.com' })], '.0.file.url URL_TYPE_INVALID_SCHEME'],
    ['separators', [{ type: 14, spacing: 3 }], '.0.spacing BASE_TYPE_CHOICES'],
    ['containers have components', [{ type: 17 }], '.0.components BASE_TYPE_REQUIRED'],
    ['containers are not empty', [container()], '.0.components BASE_TYPE_BAD_LENGTH'],
    [
      'containers have 40 components',
      [container(...times(41, () => display('x')))],
      '.0.components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'containers do not nest',
      [container(container(display('x')))],
      '.0.components.0.type UNION_TYPE_CHOICES',
    ],
  ])('layouts: %s', (_rule, components, problem) =>
    expectRefused(laidOut(components), `components${problem}`),
  );

  test.each([
    ['content', 'x'],
    ['embeds', [{ title: 'x' }]],
    ['poll', { question: {} }],
    ['sticker_ids', ['1']],
  ])('layouts: no %s beside them', (field, value) =>
    expectRefused(
      laidOut([display('x')], { [field]: value }),
      `${field} MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2`,
    ),
  );
});

describe('components that Discord takes', () => {
  test.each<[what: string, body: object]>([
    ['25 buttons', below(...times(5, (i) => row(...times(5, (j) => button({ custom_id: `${i}${j}` })))))],
    ['buttons alone', { components: [row(button())] }],
    ['a link', below(row(linkButton({ url: `https://e.org/${letters(498)}` })))],
    ['an emoji for a label', below(row(button({ label: null, emoji: { name: '📚' } })))],
    ['something to buy', below(row(premium()))],
    ['25 options', below(row(select({ options: times(25, option), max_values: 25 })))],
    ['a choice of people', below(row({ type: 5, custom_id: 'who', max_values: 25 }))],
    ['40 components', laidOut(times(40, () => display('x')))],
    ['4,000 characters', laidOut([display(letters(4_000))])],
    ['a section in a container', laidOut([container(section(), { type: 14, spacing: 2 }, row(select()))])],
    ['pictures', laidOut([gallery(times(10, () => picture)), section({ accessory: thumbnail() })])],
  ])('%s', async (_what, body) => {
    expect((await send(body)).status).toBe(200);
    expect(server.violations.filter((violation) => violation.code !== 50035)).toEqual([]);
  });
});
