import { withTurn } from '../answer/turn.ts';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Answer, Citation, Turn } from '../model.ts';
import { imprint, renderAnswer, renderExcerpt, renderSources } from './answer.ts';
import { renderBanner, renderEmpty } from './banner.ts';
import { renderExplanation } from './explain.ts';
import { hang, type Screen, wrap } from './screen.ts';
import { styleFor } from './style.ts';
import { inertLine } from './text.ts';

/** What a line typed at the prompt works on. */
export interface Session {
  app: App;
  screen: Screen;
  corpusDir: string;
  /** The answer that footnote numbers refer to. */
  last: Answer | undefined;
  /** The conversation so far, and as it was before the last answer. */
  turns: readonly Turn[];
  turnsBefore: readonly Turn[];
}

/** What to print for a line, or that the session is over. */
export type Reply = { text: string } | 'quit';

interface Command {
  name: string;
  usage: string;
  about: string;
  run(session: Session, argument: string): Promise<Reply>;
}

const NO_ANSWER = 'There is no answer yet: ask a question first.';

const commands: readonly Command[] = [
  {
    name: 'open',
    usage: ':open 2',
    about: 'show the words that footnote 2 rests on, in their place',
    run: open,
  },
  { name: 'sources', usage: ':sources', about: 'list the sources of the last answer', run: sources },
  {
    name: 'why',
    usage: ':why',
    about: 'explain the last answer: how the question was read, how sure it is, what each sentence scored',
    run: why,
  },
  { name: 'new', usage: ':new', about: 'start afresh: the next question follows none', run: startAfresh },
  { name: 'articles', usage: ':articles', about: 'list the articles that are loaded', run: articles },
  { name: 'status', usage: ':status', about: 'show what is loaded and how the chat model does', run: status },
  { name: 'help', usage: ':help', about: 'show this list', run: help },
  { name: 'quit', usage: ':quit', about: 'leave (also Ctrl-D)', run: async () => 'quit' },
];

/** What the start of a command can be completed to. */
export function completionsOf(typed: string): string[] {
  const forms = commands.map(({ name, usage }) => (usage.includes(' ') ? `:${name} ` : `:${name}`));
  return typed.startsWith(':') ? forms.filter((form) => form.startsWith(typed)) : [];
}

/**
 * Answers one line: a question, or a command that starts with a colon and may be shortened to its first letters.
 * @throws {UserError} when the line cannot be answered as it is.
 */
export async function reply(session: Session, line: string): Promise<Reply> {
  if (!line.startsWith(':')) return ask(session, line);
  const [, typed = '', argument = ''] = /^:\s*(\p{L}*)\s*(.*)$/su.exec(line) ?? [];
  const command =
    typed === '' ? undefined : commands.find(({ name }) => name.startsWith(typed.toLowerCase()));
  if (command === undefined) {
    const names = commands.map(({ name }) => `:${name}`).join(', ');
    throw new UserError(`There is no command "${line}". Commands are ${names}; anything else is a question.`);
  }
  return command.run(session, argument.trim());
}

async function ask(session: Session, text: string): Promise<Reply> {
  const { app, screen, corpusDir } = session;
  const answer = await app.ask({ text, history: session.turns });
  session.last = answer;
  session.turnsBefore = session.turns;
  session.turns = withTurn(session.turns, answer);
  if (answer.claims.length === 0 && (await app.articles()).length === 0) {
    return { text: renderEmpty(corpusDir, screen) };
  }
  return { text: renderAnswer(answer, screen) };
}

async function open({ app, screen, last }: Session, argument: string): Promise<Reply> {
  const citations = citationsOf(last);
  const n = argument === '' && citations.length === 1 ? 1 : Number(argument.replace(/^\[(.*)\]$/, '$1'));
  const citation = citations.find((candidate) => candidate.n === n);
  if (citation === undefined) {
    const numbers = citations.map((candidate) => candidate.n);
    throw new UserError(
      `${argument === '' ? 'Which footnote?' : `The last answer has no footnote "${argument}".`} It has ${list(numbers)}: try :open ${numbers[0]}.`,
    );
  }
  const [excerpt] = await app.excerpts([citation]);
  if (excerpt !== undefined) return { text: renderExcerpt(excerpt, screen) };
  const note =
    'The article was changed or removed after this answer; these are the words it rested on at the time.';
  return { text: `${renderExcerpt({ citation, before: '', after: '' }, screen)}\n\n${wrap(note, screen)}` };
}

async function sources({ screen, last }: Session): Promise<Reply> {
  return { text: renderSources(citationsOf(last), screen) };
}

async function why({ app, screen, last, turnsBefore }: Session): Promise<Reply> {
  if (last === undefined) throw new UserError(NO_ANSWER);
  const explanation = await app.explain({ text: last.question, history: turnsBefore }, last);
  const text = renderExplanation(explanation, screen);
  if (explanation.generation === last.generation) return { text };
  const note = `The articles have changed since that answer: this explains what generation ${explanation.generation} answers, not ${last.generation}.`;
  return { text: `${wrap(note, screen)}\n\n${text}` };
}

async function startAfresh(session: Session): Promise<Reply> {
  session.turns = [];
  return { text: wrap('What was asked before is forgotten.', session.screen) };
}

async function articles({ app, screen, corpusDir }: Session): Promise<Reply> {
  const heads = await app.articles();
  if (heads.length === 0) return { text: renderEmpty(corpusDir, screen) };
  const { faint } = styleFor(screen);
  const lines = heads.map((head) =>
    hang('- ', [inertLine(head.title), faint(imprint(head))].filter(Boolean).join('\n'), screen),
  );
  return { text: lines.join('\n') };
}

async function status({ app, screen, corpusDir }: Session): Promise<Reply> {
  return { text: renderBanner(await app.status(), corpusDir, screen) };
}

async function help({ screen }: Session): Promise<Reply> {
  const { strong } = styleFor(screen);
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  const lines = commands.map(({ usage, about }) => hang(`  ${strong(usage.padEnd(width))}  `, about, screen));
  return { text: [wrap('Type a question, or one of these:', screen), ...lines].join('\n') };
}

/** The footnotes of the last answer, at least one. */
function citationsOf(last: Answer | undefined): readonly Citation[] {
  if (last === undefined) throw new UserError(NO_ANSWER);
  if (last.citations.length === 0)
    throw new UserError('The last answer has no footnotes, because the articles do not say.');
  return last.citations;
}

function list(numbers: readonly number[]): string {
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === last ? `only [${first}]` : `[${first}] to [${last}]`;
}
