import { type Interaction, PermissionsBitField } from 'discord.js';
import { expect, test } from 'vitest';
import { moderatorRefusal } from '../../../../src/discord/corpus/moderators.ts';

const GUILD = '100';
const EDITORS = '200';

/** As Discord tells of a member that is not cached. */
function somebody(permissions: bigint, roles: string[], guildId: string | undefined = GUILD): Interaction {
  return {
    inGuild: () => guildId !== undefined,
    guildId: guildId ?? null,
    memberPermissions: new PermissionsBitField(permissions),
    member: { roles },
  } as unknown as Interaction;
}

const MANAGE = PermissionsBitField.Flags.ManageGuild;
const refusalOf = (who: Interaction, guildId?: string, moderatorRoleIds = [EDITORS]) =>
  moderatorRefusal(who, { guildId, moderatorRoleIds });

test('who manages the server or has a moderator role may change its articles', () => {
  expect(refusalOf(somebody(MANAGE, []))).toBeUndefined();
  expect(refusalOf(somebody(PermissionsBitField.Flags.Administrator, []))).toBeUndefined();
  expect(refusalOf(somebody(0n, ['300', EDITORS]))).toBeUndefined();
  expect(refusalOf(somebody(0n, ['300']))).toContain('Only moderators');
});

test('the role that everybody has makes nobody a moderator', () => {
  expect(refusalOf(somebody(0n, [GUILD]), undefined, [GUILD])).toContain('Only moderators');
});

test('whoever manages another server may do nothing here', () => {
  expect(refusalOf(somebody(MANAGE, [EDITORS], '101'), GUILD)).toContain('in the server that they belong to');
  expect(refusalOf(somebody(MANAGE, [EDITORS]), GUILD)).toBeUndefined();
});
