import { PassThrough } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import { completionsOf } from '../../../src/terminal/commands.ts';
import { runTerminal } from '../../../src/terminal/terminal.ts';
import { answered, explanation, fakeApp, space } from './fake-app.ts';

const screen = { columns: 80, colour: false };

/** A terminal whose keys are pressed with `input.write`. */
function terminal(interactive = true) {
  const [input, output, notices] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const [printed, noticed] = [readAll(output), readAll(notices)];
  async function run(app: App) {
    await runTerminal(app, { input, output, notices, interactive, screen }, '/articles');
    output.end();
    notices.end();
    return { printed: await printed, noticed: await noticed };
  }
  return { input, run };
}

/** Everything printed for lines that are all there at the start. */
async function session(app: App, lines: string[], interactive = false): Promise<string> {
  const { input, run } = terminal(interactive);
  input.end(lines.map((line) => `${line}\n`).join(''));
  return (await run(app)).printed;
}

const atPrompt = (app: App, ...lines: string[]) => session(app, lines, true).then(stripVTControlCharacters);

test('piped questions are answered one by one, in order, without banner or prompt', async () => {
  const printed = await session(fakeApp(), ['Who won the cup?', '', '  When did India join? ']);
  expect(printed).toBe(
    [
      '> Who won the cup?',
      '',
      'The articles do not say.',
      '',
      'Closest articles (they do not answer it):',
      '- Joint space work',
      '  https://example.org/space',
      '',
      '> When did India join?',
      '',
      '- India joined the Missile Technology Control Regime in 2016. [1]',
      '- They plan a satellite. [2]',
      '- The Wassenaar Arrangement followed in 2017. [3]',
      '',
      '[1][3] The export control regimes',
      '       Example Review, 2023-04-05',
      '       https://example.org/regimes',
      '[2] Joint space work',
      '',
    ].join('\n'),
  );
});

test('no piped question is lost when all arrive at once and answers take their time', async () => {
  const app = fakeApp();
  const slow: App = {
    ...app,
    ask: (question) => new Promise((done) => setImmediate(() => done(app.ask(question)))),
  };
  const questions = Array.from({ length: 300 }, (_, i) => `Question ${i}?`);
  const printed = await session(slow, questions);
  expect(printed.match(/^> .*$/gm)).toEqual(questions.map((question) => `> ${question}`));
});

test('nothing piped in prints nothing but a notice beside the answers', async () => {
  const { input, run } = terminal(false);
  input.end('\n');
  const { printed, noticed } = await run(fakeApp());
  expect(printed).toBe('');
  expect(noticed).toMatch(/^No question came.*DISCORD_TOKEN.*\n$/);
});

test('piped lines after :quit are not answered', async () => {
  expect(await session(fakeApp(), [':quit', 'Who won the cup?'])).toBe('');
});

test('the banner says what is loaded', async () => {
  const printed = await atPrompt(fakeApp());
  expect(printed).toMatch(/articles +14\n/);
  expect(printed).toMatch(/passages +1,096\n/);
  expect(printed).toMatch(/generation +3, of 2026-11-21 22:50 UTC\n/);
  expect(printed).toMatch(/embeddings +tiny, 8 dimensions\n/);
  expect(printed).toMatch(/chat model +none/);
  expect(printed).toMatch(/index +exact \(hnswlib-node is not installed\)\n/);
});

test('without articles the banner says where to put them', async () => {
  const printed = await atPrompt(fakeApp({ articles: [] }), ':articles');
  expect(printed).toMatch(/generation +none yet\n/);
  expect(printed.replaceAll('\n', ' ').match(/files into \/articles and start again/g)).toHaveLength(2);
});

test('a question to an empty library is answered with what to do', async () => {
  const printed = await session(fakeApp({ articles: [], answers: [] }), ['Who won the cup?']);
  expect(printed).toContain('No articles are loaded');
  expect(printed).not.toContain('do not say');
});

test(':open shows the words of a footnote in their place', async () => {
  const printed = await atPrompt(fakeApp(), answered.question, ':open 2');
  expect(printed).toContain(
    '[2] Joint space work\n\nCNES and ISRO work together. »They plan a satellite.«\n',
  );
});

test.each([':o 2', ':OPEN [2]', ': open 2', ':o2'])('%s is :open 2', async (line) => {
  expect(await session(fakeApp(), [answered.question, line])).toContain('»They plan a satellite.«');
});

test(':open of an article that changed shows the words of that time and says so', async () => {
  const app = fakeApp({ articles: [{ ...space, text: 'Something else.' }] });
  const printed = await session(app, [answered.question, ':open 2']);
  expect(printed).toContain('\n»They plan a satellite.«\n\nThe article was changed or removed');
});

test.each([
  [':open 9', 'no footnote "9". It has [1] to [3]: try :open 1.'],
  [':open', 'Which footnote? It has [1] to [3]: try :open 1.'],
  [':open two', 'no footnote "two"'],
])('%s after an answer with three footnotes names those there are', async (line, problem) => {
  expect(await atPrompt(fakeApp(), answered.question, line)).toContain(problem);
});

test(':open, :sources and :why before any answer say what to do first', async () => {
  const printed = await atPrompt(fakeApp(), ':open 1', ':sources', ':why');
  expect(printed.match(/ask a question first/g)).toHaveLength(3);
});

test(':sources after an answer without footnotes says why there are none', async () => {
  expect(await atPrompt(fakeApp(), 'Who won the cup?', ':sources')).toContain('has no footnotes');
});

test(':sources lists the sources of the last answer again', async () => {
  const printed = await atPrompt(fakeApp(), answered.question, ':sources');
  expect(printed.match(/^\[1\]\[3\] The export control regimes$/gm)).toHaveLength(2);
});

test(':why explains the last answer', async () => {
  const explained: string[] = [];
  const app: App = {
    ...fakeApp(),
    async explain({ text }) {
      explained.push(text);
      return explanation;
    },
  };
  const printed = await session(app, [answered.question, ':why']);
  expect(printed).toContain('\n> :why\n\nConfidence 0.75: enough to answer');
  expect(printed).not.toContain('have changed');
  expect(explained).toEqual([answered.question]);
});

test(':why says so when other articles are loaded than those of the answer', async () => {
  const app: App = { ...fakeApp(), explain: async () => ({ ...explanation, generation: 4 }) };
  const printed = await session(app, [answered.question, ':why']);
  expect(printed.replaceAll('\n', ' ')).toContain(
    'this explains what generation 4 answers, not 3.  Confidence 0.75',
  );
});

test(':articles lists what is loaded', async () => {
  expect(await session(fakeApp(), [':articles'])).toContain(
    '- The export control regimes\n  Example Review, 2023-04-05\n- Joint space work\n',
  );
});

test(':help names every command, and an unknown command is a hint to it', async () => {
  const names = [':open', ':sources', ':why', ':new', ':articles', ':status', ':help', ':quit'];
  const help = await atPrompt(fakeApp(), ':help');
  for (const name of names) expect(help).toMatch(new RegExp(`^ +${name}\\b`, 'm'));
  const hint = await session(fakeApp(), [':x', ':', ':9']);
  expect(hint.replaceAll('\n', ' ')).toContain(`There is no command ":x". Commands are ${names.join(', ')}`);
  expect(hint).toContain('There is no command ":".');
  expect(hint).toContain('There is no command ":9".');
});

test('the start of a command can be completed, a question cannot', () => {
  expect(completionsOf(':o')).toEqual([':open ']);
  expect(completionsOf(':')).toEqual([
    ...[':open ', ':sources', ':why', ':new', ':articles', ':status', ':help', ':quit'],
  ]);
  expect(completionsOf('o')).toEqual([]);
});

test('an error is one message, and the next question is answered', async () => {
  const printed = await atPrompt(fakeApp(), 'x'.repeat(501), answered.question);
  expect(printed).toContain('The question is longer than 500 characters: shorten it.\n');
  expect(printed).not.toContain('    at ');
  expect(printed).toContain('[2] Joint space work');
});

test.each([
  ['Ctrl-C', '\x03'],
  ['Ctrl-D', '\x04'],
])('%s ends the session', async (_, key) => {
  const { input, run } = terminal();
  input.write(key);
  const { printed } = await run(fakeApp());
  expect(stripVTControlCharacters(printed)).toMatch(/footnote> \n$/);
});

test('Ctrl-D while an answer is made lets it be printed', async () => {
  const { input, run } = terminal();
  const app = fakeApp();
  const leaving: App = {
    ...app,
    ask(question) {
      input.write('\x04');
      return new Promise((done) => setImmediate(() => done(app.ask(question))));
    },
  };
  input.write(`${answered.question}\n`);
  expect((await run(leaving)).printed).toContain('[2] Joint space work');
});
