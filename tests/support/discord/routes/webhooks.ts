import { messageJson } from '../message-payloads.ts';
import { deleteMessage, editMessage, postMessage } from '../messages.ts';
import type { Interaction, Message, MessageBody } from '../model.ts';
import { INTERACTION_TOKEN_LIFE_MS, MessageFlag, MessageType } from '../protocol.ts';
import { known, Refusal } from '../refusals.ts';
import { editOf, newReply } from '../rules/messages.ts';
import { check, required } from '../rules/shapes.ts';
import type { World } from '../world.ts';
import { done, ok, route } from './route.ts';

interface Params {
  applicationId: string;
  token: string;
}

/** The acknowledged interaction whose token this is, for a quarter of an hour. @throws {Refusal} */
function interactionOf(world: World, { applicationId, token }: Params): Interaction {
  const interaction = [...world.interactions.values()].find((it) => it.token === token);
  if (interaction?.acknowledged === undefined || applicationId !== world.bot.id)
    throw new Refusal('unknownWebhook');
  if (world.clock.now() - interaction.createdAt > INTERACTION_TOKEN_LIFE_MS)
    throw new Refusal('invalidWebhookToken');
  return interaction;
}

/** The interaction's answer (`@original`) or one of its follow-ups. @throws {Refusal} */
function messageOf(world: World, params: Params & { messageId: string }): Message {
  const { originalId, followUpIds } = interactionOf(world, params);
  const id = params.messageId === '@original' ? originalId : params.messageId;
  const isOurs = id !== undefined && [originalId, ...followUpIds].includes(id);
  return known(isOurs ? world.message(id) : undefined, 'unknownMessage');
}

function isLoading({ flags }: Message): boolean {
  return (flags & MessageFlag.loading) !== 0;
}

/** A follow-up takes the place of a deferred answer that is still "thinking…"; its other flags then count for nothing. */
function followUp(world: World, interaction: Interaction, body: MessageBody): Message {
  const original = world.message(interaction.originalId);
  if (original !== undefined && isLoading(original)) {
    editMessage(world, original, { ...body, flags: (body.flags ?? 0) & MessageFlag.componentsV2 });
    return original;
  }
  const isEphemeral = ((body.flags ?? 0) & MessageFlag.ephemeral) !== 0;
  const message = postMessage(
    world,
    {
      author: world.bot,
      channel: known(world.channels.get(interaction.channelId), 'unknownChannel'),
      interaction,
      type: MessageType.reply,
      ...(original === undefined ? {} : { replyTo: original.id }),
      ...(isEphemeral ? { ephemeralFor: interaction.userId } : {}),
    },
    body,
  );
  interaction.followUpIds.push(message.id);
  world.changed();
  return message;
}

export const webhooks = [
  route('POST /webhooks/:applicationId/:token', ({ world, params, body }) => {
    const interaction = interactionOf(world, params);
    check(required(newReply), body);
    return ok(messageJson(world, followUp(world, interaction, body as MessageBody)));
  }),
  route('GET /webhooks/:applicationId/:token/messages/:messageId', ({ world, params }) =>
    ok(messageJson(world, messageOf(world, params))),
  ),
  route('PATCH /webhooks/:applicationId/:token/messages/:messageId', ({ world, params, body }) => {
    const message = messageOf(world, params);
    check(required(editOf(message)), body);
    editMessage(world, message, body as MessageBody);
    return ok(messageJson(world, message));
  }),
  route('DELETE /webhooks/:applicationId/:token/messages/:messageId', ({ world, params }) => {
    deleteMessage(world, messageOf(world, params));
    return done;
  }),
];
