import { createInterface } from 'node:readline';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Card, Citation, Grade, QuizSession } from '../model.ts';
import type { QuizOutcome, QuizQuestion, QuizWish } from '../quiz/desk.ts';
import { durationInWords } from '../quiz/duration.ts';
import { renderSources } from './answer.ts';
import { hang, type Screen, wrap } from './screen.ts';
import { styleFor } from './style.ts';
import type { TerminalIo } from './terminal.ts';
import { inert, inertLine } from './text.ts';

/** Who plays at this terminal, among those whose quizzes are remembered. */
const TERMINAL_USER = 'terminal';
/** Nobody can tell how long an answer from a pipe took (milliseconds). */
const UNKNOWN_TIME = 10_000;
const GRADES: readonly string[] = ['again', 'hard', 'good', 'easy'] satisfies Grade[];
const HELP =
  'Type a letter, or the answer. stop ends the quiz; review goes over to what is due; report takes the question away until somebody has looked at it; again, hard, good or easy says how well you knew the last one.';

/**
 * Asks questions until they or the lines of the input end.
 * @param wish what to be asked, or `review` for what is due
 * @throws {UserError} when there is nothing to ask.
 */
export async function runQuiz(
  app: App,
  io: TerminalIo,
  wish: QuizWish | 'review',
  now: () => Date,
): Promise<void> {
  const { input, output, interactive, screen } = io;
  const prompt = styleFor(screen).accent('answer> ');
  const reader = createInterface({ input, terminal: interactive, ...(interactive && { output, prompt }) });
  const lines = reader[Symbol.asyncIterator]();
  const say = (text: string) => void output.write(`${text}\n\n`);
  const nextLine = async (): Promise<string | undefined> => {
    if (interactive) reader.prompt();
    const { value, done } = await lines.next();
    return done ? undefined : String(value).trim();
  };
  try {
    let session = await begin(app, wish, now, say, screen);
    if (session && interactive) say(wrap(styleFor(screen).faint(HELP), screen));
    while (session) session = await play(app, session, { nextLine, say, screen, interactive, now });
  } finally {
    reader.close();
  }
}

interface Play {
  nextLine(): Promise<string | undefined>;
  say(text: string): void;
  screen: Screen;
  interactive: boolean;
  now: () => Date;
}

/** Plays one session to its end; gives the review that its student goes over to, if there is one. */
async function play(app: App, { key }: QuizSession, io: Play): Promise<QuizSession | undefined> {
  const { say, screen } = io;
  let last: QuizOutcome | undefined;
  for (
    let next = await app.quiz.question(key, TERMINAL_USER);
    next;
    next = await app.quiz.question(key, TERMINAL_USER)
  ) {
    say(renderQuestion(next, screen));
    const asked = performance.now();
    const line = await answerTo(io, (word) => {
      if (word === 'help') say(wrap(HELP, screen));
      else if (word === 'report') {
        app.quiz.report(key, TERMINAL_USER, next?.at ?? 0);
        say('Reported: this question rests from the next quiz on.');
      } else if (last === undefined) say('There is no answer yet to say that of.');
      else {
        const answer = app.quiz.regrade(key, TERMINAL_USER, last.answer.at, word as Grade);
        if (answer) say(comesBack(answer.memory.due, io.now()));
      }
    });
    if (line === undefined || line === 'stop' || line === 'review') {
      say(renderSummary(await app.quiz.summary(key, TERMINAL_USER), screen));
      return line === 'review' ? begin(app, 'review', io.now, say, screen) : undefined;
    }
    const took = io.interactive ? performance.now() - asked : UNKNOWN_TIME;
    last = await app.quiz.answer(key, TERMINAL_USER, { at: next.at, given: line, took });
    say(renderOutcome(last, io.now(), screen));
  }
  say(renderSummary(await app.quiz.summary(key, TERMINAL_USER), screen));
  return undefined;
}

/** The next line that is an answer or ends the session; words that do neither are handed on. */
async function answerTo(io: Play, heed: (word: string) => void): Promise<string | undefined> {
  for (let line = await io.nextLine(); line !== undefined; line = await io.nextLine()) {
    const word = line.toLowerCase().replace(/^:/, '');
    if (word === '') continue;
    if (word === 'stop' || word === 'quit' || word === 'q') return 'stop';
    if (word === 'review') return 'review';
    if (word !== 'help' && word !== 'report' && !GRADES.includes(word)) return line;
    heed(word);
  }
  return undefined;
}

async function begin(
  app: App,
  wish: QuizWish | 'review',
  now: () => Date,
  say: (text: string) => void,
  screen: Screen,
): Promise<QuizSession | undefined> {
  if (wish !== 'review') return app.quiz.start(TERMINAL_USER, wish);
  const start = await app.quiz.review(TERMINAL_USER, 20);
  if ('session' in start) return start.session;
  const { nextAt } = start;
  say(
    wrap(
      nextAt === undefined
        ? 'There is nothing to review yet: play a quiz first.'
        : `Nothing is due: next in ${durationInWords(new Date(nextAt).getTime() - now().getTime())}.`,
      screen,
    ),
  );
  return undefined;
}

/** A question with its options under letters. */
function renderQuestion({ card, at, total }: QuizQuestion, screen: Screen): string {
  const { faint, strong } = styleFor(screen);
  const lines = card.question.split('\n').map((line) => wrap(strong(inertLine(line)), screen));
  const options = card.kind === 'trueFalse' ? [] : (card.options ?? []);
  const shown = options.map((option, i) => hang(`  ${'ABCD'.charAt(i)}. `, inertLine(option), screen));
  const how = card.kind === 'order' ? [faint('Type the letters in order, such as B A C.')] : [];
  return [faint(`Question ${at + 1} of ${total}`), ...lines, ...shown, ...how].join('\n');
}

/** Right or wrong, the words that prove it, and when the card comes back. */
function renderOutcome({ card, answer, counted }: QuizOutcome, now: Date, screen: Screen): string {
  const { strong } = styleFor(screen);
  const verdict = answer.isRight
    ? strong('Right.')
    : `${strong('Not right.')} ${inertLine(solutionOf(card))}`;
  const again = counted ? '' : ' (This question was answered before; the first answer counts.)';
  return [
    wrap(`${verdict}${again}`, screen),
    ...card.proof.map((citation) => renderProof(citation, card, screen)),
    renderSources(card.proof, screen),
    comesBack(answer.memory.due, now),
  ].join('\n\n');
}

function solutionOf({ key, options, kind }: Card): string {
  const letter = kind === 'trueFalse' ? -1 : (options?.indexOf(key) ?? -1);
  const shown = letter === -1 ? key : `${'ABCD'.charAt(letter)}, ${key}`;
  return `It is ${shown}${/\.$/.test(shown) ? '' : '.'}`;
}

function renderProof({ n, quote }: Citation, { key }: Card, screen: Screen): string {
  const { accent, strong } = styleFor(screen);
  const at = quote.indexOf(key);
  const said =
    at === -1
      ? inert(quote)
      : inert(quote.slice(0, at)) + strong(inert(key)) + inert(quote.slice(at + key.length));
  return wrap(`“${said}” ${accent(`[${n}]`)}`, screen);
}

function comesBack(due: string, now: Date): string {
  return `It comes back in ${durationInWords(new Date(due).getTime() - now.getTime())}.`;
}

function renderSummary(
  { asked, right, total, readAgain }: Awaited<ReturnType<App['quiz']['summary']>>,
  screen: Screen,
): string {
  if (asked === 0) return 'Nothing was answered.';
  const left = total - asked;
  const said = `${right} of ${asked} right${left > 0 ? `, ${left} not answered` : ''}.`;
  if (readAgain.length === 0) return wrap(said, screen);
  const articles = readAgain.map(({ title, url }) =>
    hang(
      '- ',
      [inertLine(title), ...(url ? [styleFor(screen).faint(inertLine(url))] : [])].join('\n'),
      screen,
    ),
  );
  return [wrap(said, screen), ['To read again:', ...articles].join('\n')].join('\n\n');
}

/** The kind of card that somebody types, such as `choice` or `true-false`. @throws {UserError} for any other. */
export function kindNamed(name: string): Card['kind'] {
  const kinds: Record<string, Card['kind']> = {
    choice: 'choice',
    gap: 'gap',
    'true-false': 'trueFalse',
    article: 'article',
    acronym: 'acronym',
    order: 'order',
  };
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind)
    throw new UserError(
      `There are no questions of the kind "${name}": it is one of ${Object.keys(kinds).join(', ')}.`,
    );
  return kind;
}
