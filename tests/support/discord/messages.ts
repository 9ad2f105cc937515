import { NOBODY, notified, notifiesSomebody } from './mentions.ts';
import { messageEventJson } from './message-payloads.ts';
import type { Channel, Interaction, Message, MessageBody, Person } from './model.ts';
import { Intent, MessageFlag } from './protocol.ts';
import { Refusal } from './refusals.ts';
import { renderMessage } from './render.ts';
import { isEmpty } from './rules/messages.ts';
import type { World } from './world.ts';

/** What becomes a message, besides its body. */
export interface Draft {
  author: Person;
  channel: Channel;
  type: number;
  replyTo?: string;
  interaction?: Interaction;
  ephemeralFor?: string;
  /** Shown as "thinking…" until it is edited. */
  loading?: boolean;
}

/** Posts a checked message. @throws {Refusal} when it would show nothing. */
export function postMessage(world: World, draft: Draft, body: MessageBody): Message {
  const { author, channel, loading = false, ephemeralFor, ...rest } = draft;
  if (!loading && isEmpty(body)) throw new Refusal('emptyMessage');
  const message: Message = {
    ...rest,
    id: world.nextId(),
    channelId: channel.id,
    authorId: author.id,
    content: '',
    embeds: [],
    components: [],
    files: [],
    flags: (body.flags ?? 0) | (loading ? MessageFlag.loading : 0),
    createdAt: world.clock.now(),
    deleted: false,
    notified: NOBODY,
    shown: [],
    ...(ephemeralFor === undefined ? {} : { ephemeralFor }),
    ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
  };
  world.messages.set(message.id, message);
  if (!loading) fill(world, message, body);
  announce(world, 'MESSAGE_CREATE', message);
  return message;
}

/** Applies a checked edit; the first edit of a deferred answer ends its "thinking…". @throws {Refusal} when nothing would be left. */
export function editMessage(world: World, message: Message, body: MessageBody): void {
  const { content = message.content, embeds = message.embeds, components = message.components } = body;
  if (isEmpty({ content, embeds, components })) throw new Refusal('emptyMessage');
  const wasLoading = (message.flags & MessageFlag.loading) !== 0;
  if (!wasLoading) message.editedAt = world.clock.now();
  const kept = message.flags & ~(MessageFlag.loading | MessageFlag.suppressEmbeds);
  const suppressed = (body.flags ?? message.flags) & MessageFlag.suppressEmbeds;
  message.flags = kept | suppressed | ((body.flags ?? 0) & MessageFlag.componentsV2);
  fill(world, message, body, wasLoading);
  announce(world, 'MESSAGE_UPDATE', message);
}

export function deleteMessage(world: World, message: Message): void {
  message.deleted = true;
  const isDirect = world.channels.get(message.channelId)?.recipientId !== undefined;
  if (message.ephemeralFor === undefined) {
    world.emit('MESSAGE_DELETE', isDirect ? Intent.directMessages : Intent.guildMessages, () => ({
      id: message.id,
      channel_id: message.channelId,
      ...(isDirect ? {} : { guild_id: world.guildId }),
    }));
  }
  world.changed();
}

/** Sets what a message shows. Only a message that is new to its readers notifies anybody: an edit never does. */
function fill(world: World, message: Message, body: MessageBody, isNew = true): void {
  const author = world.people.get(message.authorId) ?? world.bot;
  const channel = world.channels.get(message.channelId);
  if (body.content !== undefined) message.content = (body.content ?? '').trim();
  if (body.embeds !== undefined) message.embeds = body.embeds ?? [];
  if (body.components !== undefined) message.components = body.components ?? [];
  if (body.files !== undefined) message.files = body.files;
  if (channel !== undefined) {
    message.notified = notified(world, author, channel, message, body.allowed_mentions ?? undefined);
  }
  message.shown.push({ at: world.clock.now(), text: renderMessage(message) });
  const isPublic = message.ephemeralFor === undefined;
  if (isNew && isPublic && author === world.bot && notifiesSomebody(message.notified)) {
    world.pings.push({ messageId: message.id, ...message.notified });
  }
}

/** Tells the bot, which never hears of ephemeral messages this way. */
function announce(world: World, name: string, message: Message): void {
  const isDirect = world.channels.get(message.channelId)?.recipientId !== undefined;
  if (message.ephemeralFor === undefined) {
    world.emit(name, isDirect ? Intent.directMessages : Intent.guildMessages, (intents) =>
      messageEventJson(world, message, intents),
    );
  }
  world.changed();
}
