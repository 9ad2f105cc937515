import { parseArgs } from 'node:util';
import { withTurn } from '../src/answer/turn.ts';
import type { Answer, Turn } from '../src/model.ts';
import { renderAnswer } from '../src/terminal/answer.ts';
import { renderExplanation } from '../src/terminal/explain.ts';
import { screenOf } from '../src/terminal/screen.ts';
import { commonOptions, runCommand, UsageError, withApp } from './support/command.ts';
import { round } from './support/print.ts';
import {
  answerAll,
  ensurePrepared,
  filtersOf,
  questionOptions,
  questionsOf,
  questionUsage,
} from './support/questions.ts';

const usage = `Usage: npm run -s ask -- "question" [--data DIR] [--explain] [--json]
       npm run -s ask -- --stdin [--conversation] [--data DIR] [--explain] [--json] < questions.txt

Answers from the articles of the library, with a footnote to the exact words under every statement.

${questionUsage}
  --conversation
                with --stdin: each line may leave out what the lines before it said, as in "And with the UK?"
  --data DIR    folder of the library (default: FOOTNOTE_DATA or data)
  --corpus DIR  folder of the articles, read when the library is still empty (default: FOOTNOTE_CORPUS or corpus)
  --explain     say as well how the question was read, how sure the answer is and why, and what
                each of the ten best sentences scored; with --json under "explanation"
  --json        print one JSON object a line
  -h, --help    show this text

Exit code: 0 done, 1 failed (with --stdin: any question failed).`;

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    options: {
      ...commonOptions,
      ...questionOptions,
      conversation: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.conversation && !values.stdin) {
    throw new UsageError('--conversation goes with --stdin: a single question follows none.');
  }
  const filters = filtersOf(values);
  const screen = screenOf(process.stdout);
  const questions = questionsOf(positionals, values.stdin, process.stdin);
  return withApp(values, async (app, config) => {
    await ensurePrepared(app, config);
    let history: Turn[] = [];
    const shown = { json: values.json, several: values.stdin, oneByOne: values.conversation };
    return answerAll(questions, shown, async (text) => {
      const question = { text, ...filters, ...(values.conversation && { history }) };
      const answer = await app.ask(question);
      history = withTurn(history, answer);
      const reply = { json: answerJson(text, answer), text: renderAnswer(answer, screen) };
      if (!values.explain) return reply;
      const explanation = await app.explain(question, answer);
      return {
        json: { ...reply.json, explanation },
        text: `${reply.text}\n\n${renderExplanation(explanation, screen)}`,
      };
    });
  });
});

function answerJson(question: string, answer: Answer): object {
  return { ...answer, question, confidence: round(answer.confidence, 3), ms: round(answer.ms, 1) };
}
