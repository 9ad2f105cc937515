import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { corpus } from './corpus.ts';
import { help } from './help.ts';
import { privacy } from './privacy.ts';
import { quiz } from './quiz.ts';
import { status } from './status.ts';

/** Every slash command: what is registered with Discord and what is dispatched. */
export const commands: readonly Command[] = [ask, corpus, help, privacy, quiz, status];
