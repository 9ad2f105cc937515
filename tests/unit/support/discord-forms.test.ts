import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Asked, type DiscordServer, startDiscordServer } from '../../support/discord/index.ts';
import { identify } from './gateway-client.ts';
import { button, display, input, label, letters, modal, row, select, times } from './payloads.ts';
import { refusedFields, restClient } from './rest-client.ts';

let server: DiscordServer;
let api: ReturnType<typeof restClient>;

beforeEach(async () => {
  server = await startDiscordServer();
  api = restClient(server);
  const question = { type: 3, name: 'question', description: 'What to ask', autocomplete: true };
  await api('PUT', `/applications/${server.bot.id}/commands`, [
    { name: 'ask', description: 'Asks the articles', options: [question] },
  ]);
});
afterEach(() => server.stop());

const ask = () => server.user('Ann').slash('ask', { question: 'Who signed it?' });
const callback = (asked: Asked, body: unknown) =>
  api('POST', `/interactions/${asked.interaction.id}/${asked.interaction.token}/callback`, body);

describe('modals that Discord would refuse', () => {
  const refused = async (data: unknown) => {
    const { status, body } = await callback(ask(), { type: 9, data });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 50035 });
    return refusedFields(body.errors);
  };
  const inputs = (...changes: object[]) => changes.map((change) => row(input(change)));

  test.each<[rule: string, data: unknown, problem: string]>([
    ['a body', undefined, ' BASE_TYPE_REQUIRED'],
    ['title of 45', modal(inputs({}), { title: letters(46) }), '.title BASE_TYPE_BAD_LENGTH'],
    ['title', modal(inputs({}), { title: null }), '.title BASE_TYPE_REQUIRED'],
    ['title not empty', modal(inputs({}), { title: '' }), '.title BASE_TYPE_BAD_LENGTH'],
    ['custom id', modal(inputs({}), { custom_id: null }), '.custom_id BASE_TYPE_REQUIRED'],
    ['components', modal([], { components: null }), '.components BASE_TYPE_REQUIRED'],
    ['not empty', modal([]), '.components BASE_TYPE_BAD_LENGTH'],
    [
      '5 components',
      modal(inputs(...times(6, (i) => ({ custom_id: `${i}` })))),
      '.components BASE_TYPE_BAD_LENGTH',
    ],
    ['custom ids differ', modal(inputs({}, {})), '.components COMPONENT_CUSTOM_ID_DUPLICATED'],
    ['no bare inputs', modal([input()]), '.components.0.type UNION_TYPE_CHOICES'],
  ])('%s', async (_rule, data, problem) => {
    expect(await refused(data)).toContain(`data${problem}`);
  });

  test.each<[rule: string, components: object[] | null, problem: string]>([
    ['1 input', [input(), input({ custom_id: 'b' })], ' BASE_TYPE_BAD_LENGTH'],
    ['an input', [], ' BASE_TYPE_BAD_LENGTH'],
    ['components', null, ' BASE_TYPE_REQUIRED'],
    ['no buttons', [button()], '.0.type UNION_TYPE_CHOICES'],
  ])('rows: %s', async (_rule, components, problem) => {
    expect(await refused(modal([{ type: 1, components }]))).toContain(
      `data.components.0.components${problem}`,
    );
  });

  test.each<[rule: string, change: object, problem: string]>([
    ['label of 45', { label: letters(46) }, 'label BASE_TYPE_MAX_LENGTH'],
    ['label', { label: null }, 'label BASE_TYPE_REQUIRED'],
    ['custom id', { custom_id: null }, 'custom_id BASE_TYPE_REQUIRED'],
    ['style', { style: null }, 'style BASE_TYPE_REQUIRED'],
    ['known style', { style: 3 }, 'style BASE_TYPE_CHOICES'],
    ['input of 4,000', { max_length: 4_001 }, 'max_length NUMBER_TYPE_MAX'],
    ['room for input', { max_length: 0 }, 'max_length NUMBER_TYPE_MIN'],
    ['min_length of 4,000', { min_length: 4_001 }, 'min_length NUMBER_TYPE_MAX'],
    [
      'min_length up to max_length',
      { min_length: 9, max_length: 5 },
      'min_length TEXT_INPUT_MIN_GREATER_THAN_MAX',
    ],
    ['value of 4,000', { value: letters(4_001) }, 'value BASE_TYPE_MAX_LENGTH'],
    ['value up to max_length', { value: 'abc', max_length: 2 }, 'value BASE_TYPE_MAX_LENGTH'],
    ['placeholder of 100', { placeholder: letters(101) }, 'placeholder BASE_TYPE_MAX_LENGTH'],
  ])('inputs: %s', async (_rule, change, problem) => {
    expect(await refused(modal([row(input(change))]))).toContain(`data.components.0.components.0.${problem}`);
  });

  test.each<[rule: string, change: object, problem: string]>([
    ['text of 45', { label: letters(46) }, 'label BASE_TYPE_BAD_LENGTH'],
    ['text', { label: null }, 'label BASE_TYPE_REQUIRED'],
    ['text not empty', { label: '' }, 'label BASE_TYPE_BAD_LENGTH'],
    ['description of 100', { description: letters(101) }, 'description BASE_TYPE_MAX_LENGTH'],
    ['an input', { component: null }, 'component BASE_TYPE_REQUIRED'],
    ['no button', { component: button() }, 'component.type UNION_TYPE_CHOICES'],
  ])('labels: %s', async (_rule, change, problem) => {
    expect(await refused(modal([label(change)]))).toContain(`data.components.0.${problem}`);
  });
});

describe('modals', () => {
  const open = async (components?: object[]) => {
    const asked = ask();
    expect((await callback(asked, { type: 9, data: modal(components) })).status).toBe(204);
    return asked;
  };

  test('are filled in and answered', async () => {
    const asked = await open();
    const form = await asked.modal();
    expect(form.text).toBe('Form\nBody []');
    await expect(asked.reply()).rejects.toThrow('opened a modal');
    const sent = server.user('Ann').submit(form, { Body: 'text' });
    await callback(sent, { type: 4, data: { content: 'Thanks' } });
    expect((await sent.reply()).content).toBe('Thanks');
  });

  test('reach the bot as they were filled in', async () => {
    const menu = label({ label: 'Kind', component: select({ required: false }) });
    const form = await (
      await open([
        row(input()),
        label({ label: 'Title', component: input({ custom_id: 'title', label: null, value: 'Draft' }) }),
        menu,
        display('Note'),
      ])
    ).modal();
    expect(form.text.split('\n')).toEqual([
      'Form',
      'Body []',
      'Title',
      '[Draft]',
      'Kind',
      '[Select ▾ Option 0 | Option 1]',
      'Note',
    ]);
    const bot = await identify(server);
    server.user('Ann').submit(form, { body: 'text', Kind: '1' });
    const { d } = await bot.event('INTERACTION_CREATE');
    expect(d.data).toEqual({
      custom_id: 'form',
      components: [
        { type: 1, components: [{ type: 4, custom_id: 'body', value: 'text' }] },
        { type: 18, component: { type: 4, custom_id: 'title', value: 'Draft' } },
        { type: 18, component: { type: 3, custom_id: 'menu', values: ['1'] } },
        { type: 10 },
      ],
    });
  });

  test.each([
    ['an empty field', {}, 'The field "Body" is required'],
    ['an unknown field', { Title: 'x' }, 'no field "Title"'],
    ['too little', { Body: 'ab' }, 'takes 3 to 5 characters, not 2'],
    ['too much', { Body: 'abcdef' }, 'takes 3 to 5 characters, not 6'],
  ])('do not take %s', async (_what, values, message) => {
    const form = await (await open([row(input({ min_length: 3, max_length: 5 }))])).modal();
    expect(() => server.user('Ann').submit(form, values)).toThrow(message);
  });

  test('cannot follow a defer or answer a modal', async () => {
    const deferred = ask();
    await callback(deferred, { type: 5 });
    expect((await callback(deferred, { type: 9, data: modal() })).body.code).toBe(40060);
    await expect(deferred.modal()).rejects.toThrow('opened no modal');

    const sent = server.user('Ann').submit(await (await open()).modal(), { Body: 'text' });
    expect((await callback(sent, { type: 9, data: modal() })).body.code).toBe(50035);
  });
});

describe('suggestions', () => {
  const choice = (change: object = {}) => ({ name: 'Jaitapur', value: 'jaitapur', ...change });
  const suggest = async (choices: object[] | null) => {
    const bot = await identify(server);
    const suggested = server.user('Ann').autocomplete('ask', { question: 'Wh' });
    suggested.catch(() => {});
    const { d } = await bot.event('INTERACTION_CREATE');
    const response = await api('POST', `/interactions/${d.id}/${d.token}/callback`, {
      type: 8,
      data: { choices },
    });
    return { data: d.data, response, suggested };
  };

  test('reach the one who types', async () => {
    const { data, suggested } = await suggest([choice()]);
    expect(data).toMatchObject({ options: [{ name: 'question', value: 'Wh', focused: true }] });
    expect(await suggested).toEqual([choice()]);
  });

  test.each([
    ['names', [choice({ name: null })], 'data.choices.0.name BASE_TYPE_REQUIRED'],
    ['names not empty', [choice({ name: '' })], 'data.choices.0.name BASE_TYPE_BAD_LENGTH'],
    ['values', [choice({ value: null })], 'data.choices.0.value BASE_TYPE_REQUIRED'],
    ['choices', null, 'data.choices BASE_TYPE_REQUIRED'],
    ['25 choices', Array.from({ length: 26 }, () => choice()), 'data.choices BASE_TYPE_MAX_LENGTH'],
    ['names of 100', [choice({ name: letters(101) })], 'data.choices.0.name BASE_TYPE_BAD_LENGTH'],
    ['values of 100', [choice({ value: letters(101) })], 'data.choices.0.value BASE_TYPE_MAX_LENGTH'],
    ['values of the type of the option', [choice({ value: 7 })], 'data.choices.0.value STRING_TYPE_CONVERT'],
  ])('%s', async (_rule, choices, problem) => {
    const { response } = await suggest(choices);
    expect(response).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(refusedFields(response.body.errors)).toEqual([problem]);
  });
});
