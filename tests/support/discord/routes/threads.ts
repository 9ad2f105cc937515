import { channelJson } from '../payloads.ts';
import { may } from '../permissions.ts';
import { Refusal } from '../refusals.ts';
import { check, object, oneOf, required, text, whole } from '../rules/shapes.ts';
import { openThread } from '../threads.ts';
import { publicMessage, visibleChannel } from './channels.ts';
import { created, route } from './route.ts';

const ONE_DAY = 1_440;

const newThread = object({
  name: required(text({ min: 1, max: 100 })),
  auto_archive_duration: oneOf(60, ONE_DAY, 4_320, 10_080),
  rate_limit_per_user: whole({ min: 0, max: 21_600 }),
});

export const threads = [
  route('POST /channels/:channelId/messages/:messageId/threads', ({ world, params, body }) => {
    const channel = visibleChannel(world, params.channelId);
    if (channel.recipientId !== undefined || channel.thread !== undefined) {
      throw new Refusal('wrongChannelType');
    }
    if (!may(world, world.bot, 'CreatePublicThreads', channel)) throw new Refusal('missingPermissions');
    const message = publicMessage(world, params);
    check(required(newThread), body);
    const { name, auto_archive_duration: autoArchive = ONE_DAY } = body as {
      name: string;
      auto_archive_duration?: number;
    };
    return created(channelJson(world, openThread(world, message, { name: name.trim(), autoArchive })));
  }),
];
