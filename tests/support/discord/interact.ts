import { randomBytes } from 'node:crypto';
import { Asked } from './asked.ts';
import { messageJson } from './message-payloads.ts';
import type { Channel, Interaction, Json, Person } from './model.ts';
import { interactionJson } from './payloads.ts';
import { may } from './permissions.ts';
import { ACKNOWLEDGE_WITHIN_MS } from './protocol.ts';
import type { World } from './world.ts';

/** Sends an interaction to the bot and starts the time that it has to respond. */
export function interact(
  world: World,
  person: Person,
  type: number,
  channel: Channel,
  data: Json,
  details: Pick<Interaction, 'label'> & Partial<Interaction>,
): Asked {
  if (!may(world, person, 'ViewChannel', channel))
    throw new Error(`${person.name} cannot see #${channel.name}`);
  const interaction: Interaction = {
    id: world.nextId(),
    token: randomBytes(48).toString('base64url'),
    type,
    createdAt: world.clock.now(),
    userId: person.id,
    channelId: channel.id,
    unanswered: false,
    followUpIds: [],
    ...details,
  };
  world.interactions.set(interaction.id, interaction);
  world.clock.after(ACKNOWLEDGE_WITHIN_MS + 1, () => {
    if (interaction.acknowledged !== undefined) return;
    interaction.unanswered = true;
    world.violate(interaction.label, 0, 'The application did not respond');
  });

  const asked = new Asked(world, interaction);
  const source = world.message(interaction.messageId);
  world.emit('INTERACTION_CREATE', 0, () => ({
    ...interactionJson(world, interaction, person, channel),
    data,
    ...(source === undefined ? {} : { message: messageJson(world, source) }),
  }));
  return asked;
}
