import type { AllowedMentions, Message, MessageBody } from '../model.ts';
import { MessageFlag } from '../protocol.ts';
import { layout, rows } from './components.ts';
import { embeds } from './embeds.ts';
import {
  bitsWithin,
  object,
  oneOf,
  required,
  rule,
  type Shape,
  setOf,
  snowflake,
  text,
  whole,
  yesOrNo,
} from './shapes.ts';

const ids = setOf(snowflake, { max: 100 });
const allowedMentions = object(
  {
    parse: setOf(oneOf('users', 'roles', 'everyone'), { max: 3 }),
    users: ids,
    roles: ids,
    replied_user: yesOrNo,
  },
  ...(['users', 'roles'] as const).map((kind) =>
    rule<AllowedMentions>(
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      (it) => it.parse?.includes(kind) === true && (it[kind]?.length ?? 0) > 0,
    ),
  ),
);

const nonce: Shape = (value) =>
  typeof value === 'string'
    ? text({ max: 25 })(value)
    : whole({ min: 0, max: Number.MAX_SAFE_INTEGER })(value);

/** What Discord takes as the body of a message; `flags` are the bits that may be set here. */
function messageShape(flags: number, usesLayout: boolean): Shape {
  return object(
    {
      content: text({ max: 2_000 }),
      embeds,
      components: usesLayout ? layout : rows,
      allowed_mentions: allowedMentions,
      flags: bitsWithin(flags),
      tts: yesOrNo,
      nonce,
      enforce_nonce: yesOrNo,
      message_reference: object({ message_id: required(snowflake), fail_if_not_exists: yesOrNo }),
    },
    ...(usesLayout ? noLegacyFields : []),
  );
}

/** A message that is laid out in components holds nothing else. */
const noLegacyFields = (['content', 'embeds', 'poll', 'sticker_ids'] as const).map((field) =>
  rule<Record<string, unknown>>(
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    (body) => (Array.isArray(body[field]) ? body[field].length > 0 : Boolean(body[field])),
    [field],
  ),
);

const SENDABLE = MessageFlag.suppressEmbeds | MessageFlag.suppressNotifications | MessageFlag.componentsV2;
const EDITABLE = MessageFlag.suppressEmbeds | MessageFlag.componentsV2;

/** A message in a channel, where nothing can be ephemeral. */
export const newMessage: Shape = (body) => messageShape(SENDABLE, wantsLayout(body))(body);

/** An answer or a follow-up to an interaction. */
export const newReply: Shape = (body) =>
  messageShape(SENDABLE | MessageFlag.ephemeral, wantsLayout(body))(body);

/** An edit may repeat the flags that the message has, and can neither hide a message nor undo its layout. */
export function editOf(message: Message | undefined): Shape {
  const kept = message?.flags ?? 0;
  const hadLayout = (kept & MessageFlag.componentsV2) !== 0;
  return (body) => messageShape(EDITABLE | kept, hadLayout || wantsLayout(body))(merged(message, body));
}

/** A message that turns into a layout must lose its old content and embeds in the same request. */
function merged(message: Message | undefined, body: unknown): unknown {
  if (message === undefined || !wantsLayout(body)) return body;
  return { content: message.content, embeds: message.embeds, ...(body as MessageBody) };
}

/** A deferred answer takes the ephemeral flag and nothing else. */
export const deferral = object({ flags: bitsWithin(MessageFlag.ephemeral) });

function wantsLayout(body: unknown): boolean {
  const flags = (body as MessageBody | undefined)?.flags;
  return typeof flags === 'number' && (flags & MessageFlag.componentsV2) !== 0;
}

/** Whether a message would show nothing at all. */
export function isEmpty(message: Pick<MessageBody, 'content' | 'embeds' | 'components'>): boolean {
  return !message.content?.trim() && !message.embeds?.length && !message.components?.length;
}
