import { describe, expect, test } from 'vitest';
import { commands } from '../../../src/discord/commands/index.ts';
import { sameCommands } from '../../../src/discord/registration.ts';

const wanted = commands.map(({ data }) => data);

/** The commands as Discord gives them back: with what it adds, and with what is not set spelled out or left out. */
const held = wanted
  .map((command, i) => ({
    id: `10000000000000000${i}`,
    application_id: '200000000000000000',
    version: '300000000000000000',
    type: 1,
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    ...command,
    options: command.options?.map((option) => ({ ...option, name_localizations: null })) ?? [],
    contexts: command.contexts?.toReversed() ?? null,
  }))
  .reverse();

describe('commands that Discord holds', () => {
  test('are the same however Discord spells them', () => {
    expect(sameCommands(held, wanted)).toBe(true);
  });

  test.each([
    ['one is missing', held.slice(1)],
    ['one is left over', [...held, { ...held[0], name: 'old' }]],
    ['a description differs', held.map((command) => ({ ...command, description: 'Other' }))],
    ['an option became required', changedOption({ required: true })],
    ['an option has another limit', changedOption({ max_length: 100 })],
    ['it is hidden from members', held.map((command) => ({ ...command, default_member_permissions: '32' }))],
    ['it may be used in other places', held.map((command) => ({ ...command, contexts: [0] }))],
    ['it is age-restricted', held.map((command) => ({ ...command, nsfw: true }))],
  ])('are not the same when %s', (_how, changed) => {
    expect(sameCommands(changed, wanted)).toBe(false);
  });
});

function changedOption(change: object) {
  return held.map((command) => ({
    ...command,
    options: command.options.map((option) => ({ ...option, ...change })),
  }));
}
