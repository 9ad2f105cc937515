import { messageJson } from '../message-payloads.ts';
import { editMessage, postMessage } from '../messages.ts';
import type { Choice, Interaction, Json, Message, MessageBody, ModalBody } from '../model.ts';
import { ACKNOWLEDGE_WITHIN_MS, Callback, InteractionType, MessageFlag, MessageType } from '../protocol.ts';
import { known, Refusal } from '../refusals.ts';
import { suggestions } from '../rules/autocomplete.ts';
import { deferral, editOf, newReply } from '../rules/messages.ts';
import { modal } from '../rules/modals.ts';
import { byType, check, object, required, type Shape } from '../rules/shapes.ts';
import type { World } from '../world.ts';
import { done, ok, route } from './route.ts';

interface CallbackBody {
  type: number;
  data?: (MessageBody & Partial<ModalBody> & { choices?: Choice[] }) | null;
}

/** How an interaction can be answered: with a message, by working on the message it came from, with a modal, or with suggestions. */
function legalCallbacks(interaction: Interaction): number[] {
  const message = [Callback.message, Callback.deferredMessage];
  const sameMessage = interaction.messageId === undefined ? [] : [Callback.deferredUpdate, Callback.update];
  switch (interaction.type) {
    case InteractionType.autocomplete:
      return [Callback.autocomplete];
    case InteractionType.modal:
      return [...message, ...sameMessage];
    default:
      return [...message, ...sameMessage, Callback.modal];
  }
}

function callbackShape(world: World, interaction: Interaction): Shape {
  const data: Record<number, Shape> = {
    [Callback.message]: required(newReply),
    [Callback.deferredMessage]: deferral,
    [Callback.deferredUpdate]: deferral,
    [Callback.update]: required(editOf(world.message(interaction.messageId))),
    [Callback.autocomplete]: required(suggestions(interaction.focusedType)),
    [Callback.modal]: required(modal),
  };
  const legal = legalCallbacks(interaction).map((type) => [type, object({ data: data[type] as Shape })]);
  return required(byType(Object.fromEntries(legal)));
}

/** Carries out a checked answer; returns the message that came of it. */
function answer(world: World, interaction: Interaction, { type, data }: CallbackBody): Message | undefined {
  const channel = known(world.channels.get(interaction.channelId), 'unknownChannel');
  const body = data ?? {};
  const source = world.message(interaction.messageId);
  const isEphemeral = ((body.flags ?? 0) & MessageFlag.ephemeral) !== 0;
  switch (type) {
    case Callback.message:
    case Callback.deferredMessage:
      return postMessage(
        world,
        {
          author: world.bot,
          channel,
          interaction,
          type: interaction.type === InteractionType.command ? MessageType.command : MessageType.reply,
          loading: type === Callback.deferredMessage,
          ...(isEphemeral ? { ephemeralFor: interaction.userId } : {}),
          ...(source === undefined ? {} : { replyTo: source.id }),
        },
        body,
      );
    case Callback.update:
      editMessage(world, known(source, 'unknownMessage'), body);
      return source;
    case Callback.autocomplete:
      interaction.choices = body.choices ?? [];
      return undefined;
    case Callback.modal:
      interaction.modal = body as ModalBody;
      return undefined;
    default:
      return source;
  }
}

export const interactions = [
  route('POST /interactions/:interactionId/:token/callback', ({ world, params, query, body }) => {
    const interaction = known(world.interactions.get(params.interactionId), 'unknownInteraction');
    if (interaction.token !== params.token) throw new Refusal('unknownInteraction');
    if (interaction.acknowledged !== undefined) throw new Refusal('alreadyAcknowledged');
    const now = world.clock.now();
    if (now - interaction.createdAt > ACKNOWLEDGE_WITHIN_MS) throw new Refusal('unknownInteraction');
    check(callbackShape(world, interaction), body);

    const callback = body as CallbackBody;
    const message = answer(world, interaction, callback);
    interaction.acknowledged = {
      at: now,
      callback: callback.type,
      ephemeral: message?.ephemeralFor !== undefined,
    };
    if (message !== undefined) interaction.originalId = message.id;
    world.changed();
    return query.with_response === 'true'
      ? ok(responseJson(world, interaction, callback.type, message))
      : done;
  }),
];

function responseJson(
  world: World,
  { id, type }: Interaction,
  callback: number,
  message: Message | undefined,
): Json {
  return {
    interaction: {
      id,
      type,
      ...(message === undefined
        ? {}
        : {
            response_message_id: message.id,
            response_message_loading: (message.flags & MessageFlag.loading) !== 0,
            response_message_ephemeral: message.ephemeralFor !== undefined,
          }),
    },
    resource: {
      type: callback,
      ...(message === undefined ? {} : { message: messageJson(world, message) }),
    },
  };
}
