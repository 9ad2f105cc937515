import type { Button } from '../commands/command.ts';
import { replyStage } from './stage.ts';

/** Ends what the chat model is saying: `stop:KEY`. */
export const stop = {
  result: () => 'update',
  async run({ user }, [key = ''], { desk }) {
    desk.stop(key, user.id);
    return undefined;
  },
} satisfies Button;

/** Has an answer worded once more in its message: `again:KEY`. */
export const again = {
  result: () => 'update',
  async run(interaction, [key = ''], { desk }, acknowledged) {
    await desk.again(key, interaction.user.id, replyStage(interaction, acknowledged));
    return undefined;
  },
} satisfies Button;
