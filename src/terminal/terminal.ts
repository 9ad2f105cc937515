import { type CompleterResult, createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { App } from '../app.ts';
import { messageOf } from '../errors.ts';
import { renderBanner } from './banner.ts';
import { completionsOf, type Reply, reply, type Session } from './commands.ts';
import { type Screen, screenOf, wrap } from './screen.ts';
import { styleFor } from './style.ts';
import { inert, inertLine } from './text.ts';

/** What the terminal reads from and prints to. */
export interface TerminalIo {
  input: Readable;
  output: Writable;
  /** Where a hint goes that must not end up among the answers. */
  notices: Writable;
  /** Somebody sits at it. Otherwise questions come from a pipe or file, and there is no banner or prompt. */
  interactive: boolean;
  screen: Screen;
}

/** Standard input and output of this process. */
export function processIo(): TerminalIo {
  const { stdin: input, stdout: output, stderr: notices } = process;
  return {
    input,
    output,
    notices,
    interactive: Boolean(input.isTTY && output.isTTY),
    screen: screenOf(output),
  };
}

/**
 * Answers line after line until the input ends or `:quit` is typed.
 * @param corpusDir is named when no articles are loaded.
 */
export async function runTerminal(app: App, io: TerminalIo, corpusDir: string): Promise<void> {
  const session: Session = { app, screen: io.screen, corpusDir, last: undefined, turns: [], turnsBefore: [] };
  await (io.interactive ? converse(session, io) : answerPiped(session, io));
}

async function converse(session: Session, io: TerminalIo): Promise<void> {
  const { input, output, screen } = io;
  output.write(`${renderBanner(await session.app.status(), session.corpusDir, screen)}\n\n`);
  const prompt = `${styleFor(screen).accent('footnote>')} `;
  const completer = (typed: string) => [completionsOf(typed), typed] satisfies CompleterResult;
  const lines = createInterface({ input, output, terminal: true, prompt, completer });
  let open = true;
  lines.on('close', () => {
    open = false;
  });
  lines.prompt();
  for await (const line of lines) {
    const answer = line.trim() === '' ? undefined : await replyOrProblem(session, line.trim());
    if (answer === 'quit') return lines.close();
    if (answer !== undefined) output.write(`\n${answer.text}\n\n`);
    // The input may have ended while the answer was made, and a closed prompt throws.
    if (open) lines.prompt();
  }
  output.write('\n');
}

async function answerPiped(session: Session, io: TerminalIo): Promise<void> {
  const { input, output, notices, screen } = io;
  const lines = createInterface({ input, terminal: false });
  let first = true;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const answer = await replyOrProblem(session, line.trim());
    if (answer === 'quit') return lines.close();
    output.write(`${first ? '' : '\n'}${wrap(`> ${inertLine(line)}`, screen)}\n\n${answer.text}\n`);
    first = false;
  }
  if (first) {
    notices.write(
      'No question came on standard input. Pipe in questions, one a line, or start Footnote in a terminal; with DISCORD_TOKEN set it starts the bot.\n',
    );
  }
}

/** What goes wrong with one line is said in its place, and the next one is answered. */
async function replyOrProblem(session: Session, line: string): Promise<Reply> {
  try {
    return await reply(session, line);
  } catch (error) {
    return { text: wrap(inert(messageOf(error)), session.screen) };
  }
}
