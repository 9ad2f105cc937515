import { messageJson } from '../message-payloads.ts';
import { deleteMessage, editMessage, postMessage } from '../messages.ts';
import type { Channel, Message, MessageBody } from '../model.ts';
import { channelJson } from '../payloads.ts';
import { may, maySend } from '../permissions.ts';
import { MessageType } from '../protocol.ts';
import { known, Refusal } from '../refusals.ts';
import { editOf, newMessage } from '../rules/messages.ts';
import { check, object, required, whole } from '../rules/shapes.ts';
import { setThread } from '../threads.ts';
import type { World } from '../world.ts';
import { done, ok, route } from './route.ts';

/** The channel, if the bot can see it. @throws {Refusal} */
export function visibleChannel(world: World, id: string): Channel {
  const channel = known(world.channels.get(id), 'unknownChannel');
  if (!may(world, world.bot, 'ViewChannel', channel)) throw new Refusal('missingAccess');
  return channel;
}

/** A message that everybody in the channel sees: an ephemeral one cannot be reached this way. @throws {Refusal} */
export function publicMessage(world: World, params: { channelId: string; messageId: string }): Message {
  const channel = visibleChannel(world, params.channelId);
  const message = world.message(params.messageId);
  const isHere = message?.channelId === channel.id && message.ephemeralFor === undefined;
  return known(isHere ? message : undefined, 'unknownMessage');
}

function requirePermissions(world: World, channel: Channel, body: MessageBody): void {
  if (world.people.get(channel.recipientId ?? '')?.closed) throw new Refusal('cannotMessageUser');
  if (!maySend(world, world.bot, channel)) throw new Refusal('missingPermissions');
  if (channel.thread?.archived && channel.thread.locked) throw new Refusal('threadArchived');
  if (body.embeds?.length && !may(world, world.bot, 'EmbedLinks', channel))
    throw new Refusal('missingPermissions');
  if (body.message_reference && !may(world, world.bot, 'ReadMessageHistory', channel)) {
    throw new Refusal('replyNeedsHistory');
  }
}

/** The message that is replied to; nothing when it is gone and the bot said that this does not matter. @throws {Refusal} */
function repliedTo(
  world: World,
  channel: Channel,
  reference: MessageBody['message_reference'],
): string | undefined {
  if (!reference) return undefined;
  const original = world.message(reference.message_id);
  if (original?.channelId === channel.id && original.ephemeralFor === undefined) return original.id;
  if (reference.fail_if_not_exists === false) return undefined;
  throw new Refusal('invalidForm', [
    { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
  ]);
}

/** With `enforce_nonce` the same message is not sent twice. */
function alreadySent(world: World, channel: Channel, body: MessageBody): Message | undefined {
  if (!body.enforce_nonce || body.nonce === undefined || body.nonce === null) return undefined;
  return [...world.messages.values()].find(
    (message) =>
      message.channelId === channel.id && message.authorId === world.bot.id && message.nonce === body.nonce,
  );
}

export const channels = [
  route('GET /channels/:channelId', ({ world, params }) =>
    ok(channelJson(world, visibleChannel(world, params.channelId))),
  ),
  route('POST /channels/:channelId/typing', ({ world, params }) => {
    const channel = visibleChannel(world, params.channelId);
    if (!maySend(world, world.bot, channel)) throw new Refusal('missingPermissions');
    world.typing.push({ channelId: channel.id, at: world.clock.now() });
    world.changed();
    return done;
  }),
  route('GET /channels/:channelId/messages', ({ world, params, query }) => {
    const channel = visibleChannel(world, params.channelId);
    check(object({ limit: whole({ min: 1, max: 100 }) }), { limit: Number(query.limit ?? 50) });
    const readable = may(world, world.bot, 'ReadMessageHistory', channel);
    const messages = [...world.messages.values()]
      .filter((it) => readable && it.channelId === channel.id && !it.deleted && it.ephemeralFor === undefined)
      .filter((it) => query.before === undefined || BigInt(it.id) < BigInt(query.before))
      .filter((it) => query.after === undefined || BigInt(it.id) > BigInt(query.after));
    const newestFirst = messages.reverse().slice(0, Number(query.limit ?? 50));
    return ok(newestFirst.map((message) => messageJson(world, message)));
  }),
  route('GET /channels/:channelId/messages/:messageId', ({ world, params }) => {
    const message = publicMessage(world, params);
    if (!may(world, world.bot, 'ReadMessageHistory', visibleChannel(world, params.channelId))) {
      throw new Refusal('missingPermissions');
    }
    return ok(messageJson(world, message));
  }),
  route('POST /channels/:channelId/messages', ({ world, params, body }) => {
    const channel = visibleChannel(world, params.channelId);
    check(required(newMessage), body);
    const sent = body as MessageBody;
    requirePermissions(world, channel, sent);
    const before = alreadySent(world, channel, sent);
    if (before !== undefined) return ok(messageJson(world, before));
    const replyTo = repliedTo(world, channel, sent.message_reference);
    const type = replyTo === undefined ? MessageType.plain : MessageType.reply;
    if (channel.thread?.archived) setThread(world, channel, { archived: false });
    const draft = { author: world.bot, channel, type, ...(replyTo === undefined ? {} : { replyTo }) };
    return ok(messageJson(world, postMessage(world, draft, sent)));
  }),
  route('PATCH /channels/:channelId/messages/:messageId', ({ world, params, body }) => {
    const message = publicMessage(world, params);
    if (message.authorId !== world.bot.id) throw new Refusal('notYourMessage');
    if (visibleChannel(world, params.channelId).thread?.archived) throw new Refusal('threadArchived');
    check(required(editOf(message)), body);
    editMessage(world, message, body as MessageBody);
    return ok(messageJson(world, message));
  }),
  route('DELETE /channels/:channelId/messages/:messageId', ({ world, params }) => {
    const message = publicMessage(world, params);
    const channel = visibleChannel(world, params.channelId);
    if (message.authorId !== world.bot.id && !may(world, world.bot, 'ManageMessages', channel)) {
      throw new Refusal('missingPermissions');
    }
    deleteMessage(world, message);
    return done;
  }),
];
