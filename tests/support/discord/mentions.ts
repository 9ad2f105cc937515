import type { AllowedMentions, Channel, Message, Notified, Person } from './model.ts';
import { may } from './permissions.ts';
import { ComponentType } from './protocol.ts';
import { flatten } from './rules/components.ts';
import type { World } from './world.ts';

/** Discord reads no mention inside code. */
const CODE = /```[\s\S]*?```|`[^`\n]+`/g;

/** When nothing is said about mentions, everything that is named is notified. */
const EVERYTHING: AllowedMentions = { parse: ['users', 'roles', 'everyone'], replied_user: true };

export const NOBODY: Notified = { users: [], roles: [], everyone: false };

/** Whom a message notifies, given what its sender allowed. */
export function notified(
  world: World,
  author: Person,
  channel: Channel,
  message: Pick<Message, 'content' | 'components' | 'replyTo'>,
  allowed: AllowedMentions = EVERYTHING,
): Notified {
  const text = mentionableText(message);
  const ids = (pattern: RegExp) => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
  const parses = (kind: string) => allowed.parse?.includes(kind) === true;
  const isPresent = (id: string) =>
    channel.recipientId === undefined
      ? world.people.has(id)
      : [channel.recipientId, world.bot.id].includes(id);
  const pingsAll = channel.recipientId === undefined && may(world, author, 'MentionEveryone', channel);

  const users = ids(/<@!?(\d+)>/g).filter((id) => parses('users') || allowed.users?.includes(id));
  const repliedTo = world.message(message.replyTo)?.authorId;
  if (repliedTo !== undefined && allowed.replied_user === true) users.push(repliedTo);
  const roles = ids(/<@&(\d+)>/g)
    .filter((id) => parses('roles') || allowed.roles?.includes(id))
    .filter((id) => world.roles.get(id)?.mentionable === true || (pingsAll && world.roles.has(id)));

  return {
    users: [...new Set(users)].filter((id) => id !== author.id && isPresent(id)),
    roles: [...new Set(roles)],
    everyone: pingsAll && parses('everyone') && /@(everyone|here)\b/.test(text),
  };
}

export function notifiesSomebody({ users, roles, everyone }: Notified): boolean {
  return users.length > 0 || roles.length > 0 || everyone;
}

/** Mentions count in the content and in text displays; never in embeds, labels or code. */
function mentionableText({ content, components }: Pick<Message, 'content' | 'components'>): string {
  const displays = flatten(components).filter((it) => it.type === ComponentType.textDisplay);
  return [content, ...displays.map((it) => it.content ?? '')].join('\n').replace(CODE, '');
}
