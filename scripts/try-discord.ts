import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { startBot } from '../src/discord/bot.ts';
import { messageOf } from '../src/errors.ts';
import { ingestVisibly } from '../src/terminal/ingest.ts';
import { type MessageView, startDiscordServer } from '../tests/support/discord/index.ts';
import { commonOptions, runCommand, withApp } from './support/command.ts';
import { print } from './support/print.ts';

const usage = `Usage: npm run try:discord [-- --corpus DIR --data DIR]

Starts a local Discord with the bot in it and prints what a member sees. Type a question to use /ask, or:
  /name option:value  the other commands, such as /help, /quiz start count:3 or /corpus list; Ann may moderate
  @ question          mention the bot in #general
  dm question         write to the bot directly
  press LABEL         press a button of the last message, for one: press Sources
  quit`;

await runCommand(usage, async () => {
  const { corpus, data } = commonOptions;
  const { values } = parseArgs({ options: { corpus, data } });
  return withApp(values, async (app) => {
    await ingestVisibly(app, process.stderr);
    const server = await startDiscordServer();
    const config = {
      ...{ token: server.token, apiUrl: server.apiUrl, guildId: undefined },
      ...{ moderatorRoleIds: [], moderationChannelId: undefined, answerIn: 'channel' as const },
    };
    const bot = await startBot(config, app, { log: print, now: () => new Date() });
    const ann = server.user('Ann', { permissions: ['ManageGuild'] });
    let last: MessageView | undefined;

    const act = (line: string): Promise<MessageView> => {
      const [, verb = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
      if (verb.startsWith('/')) {
        const { name, options } = readCommand(line);
        return ann.slash(name, options).reply();
      }
      if (verb === '@') return ann.mention('general', rest).answer();
      if (verb === 'dm') return ann.dm(rest).answer();
      if (verb === 'press' && last) return ann.click(last, rest).reply();
      return ann.slash('ask', { question: line }).reply();
    };

    print(`\n${usage}\n`);
    // Not readline's own prompt: piped input may have ended while an answer is being made.
    const prompt = () => process.stderr.write('Ann> ');
    try {
      prompt();
      for await (const line of createInterface({ input: process.stdin })) {
        if (line.trim() === 'quit') break;
        if (line.trim() !== '') {
          try {
            last = await act(line.trim());
            print(`\n${last.ephemeral ? '(only Ann sees this)\n' : ''}${last.text}\n`);
          } catch (error) {
            print(messageOf(error));
          }
        }
        prompt();
      }
    } finally {
      await bot.stop();
      await server.stop();
    }
    for (const violation of server.violations)
      print(`Discord would have refused: ${JSON.stringify(violation)}`);
    return server.violations.length === 0 ? 0 : 1;
  });
});

/** `/quiz start count:3` as a command with its sub-commands, and its options; a value goes on to the next option. */
function readCommand(line: string): { name: string; options: Record<string, string | number | boolean> } {
  const [name = '', ...parts] = line.slice(1).split(/\s+(?=[\w-]+:)/);
  const options = parts.map((part): [string, string | number | boolean] => {
    const [, option = '', value = ''] = /^([\w-]+):\s*(.*)$/.exec(part) ?? [];
    if (/^(?:true|false)$/i.test(value)) return [option, value.toLowerCase() === 'true'];
    return [option, /^\d{1,9}$/.test(value) ? Number(value) : value];
  });
  return { name: name.trim(), options: Object.fromEntries(options) };
}
