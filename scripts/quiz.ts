import { parseArgs } from 'node:util';
import { kindNamed, runQuiz } from '../src/terminal/quiz.ts';
import { processIo } from '../src/terminal/terminal.ts';
import { commonOptions, runCommand, UsageError, withApp } from './support/command.ts';
import { ensurePrepared } from './support/questions.ts';

const usage = `Usage: npm run -s quiz -- [--count N] [--article ID] [--publisher P] [--kind KIND] [--data DIR]
       npm run -s quiz -- review [--data DIR]

Asks questions made from the articles, shows the words that prove each answer, and remembers what to ask again.
Answers are read from standard input, one a line; "stop" ends the quiz, "review" goes over to what is due.

  --count N     how many questions, 1 to 50 (default: 10)
  --article ID  only from this article
  --publisher P only from this publisher
  --kind KIND   choice, gap, true-false, article, acronym or order
  --data DIR    folder of the library (default: FOOTNOTE_DATA or data)
  --corpus DIR  folder of the articles, read when the library is still empty (default: FOOTNOTE_CORPUS or corpus)
  -h, --help    show this text

Exit code: 0 done, 1 failed.`;

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    options: {
      corpus: commonOptions.corpus,
      data: commonOptions.data,
      count: { type: 'string', default: '10' },
      article: { type: 'string' },
      publisher: { type: 'string' },
      kind: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [mode, ...more] = positionals;
  if ((mode !== undefined && mode !== 'review') || more.length > 0) {
    throw new UsageError(`There is no "${positionals.join(' ')}": leave it out, or say review.`);
  }
  const { article: articleId, publisher, kind } = values;
  const wish = {
    articleId,
    publisher,
    kind: kind === undefined ? undefined : kindNamed(kind),
    count: Number(values.count),
  };
  return withApp(values, async (app, config) => {
    await ensurePrepared(app, config);
    await runQuiz(app, processIo(), mode === 'review' ? 'review' : wish, () => new Date());
    return 0;
  });
});
