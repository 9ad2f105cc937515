import { parseArgs } from 'node:util';
import type { Hit } from '../src/model.ts';
import { imprint } from '../src/terminal/answer.ts';
import { hang, type Screen, screenOf } from '../src/terminal/screen.ts';
import { styleFor } from '../src/terminal/style.ts';
import { inertLine } from '../src/terminal/text.ts';
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

const usage = `Usage: npm run -s search -- "question" [-k 10] [--data DIR] [--json]
       npm run -s search -- --stdin [-k 10] [--data DIR] [--json] < questions.txt

Finds the passages of the library that are nearest to a question, best first.

  -k N          number of passages, 1 to 50 (default: 10)
${questionUsage}
  --data DIR    folder of the library (default: FOOTNOTE_DATA or data)
  --corpus DIR  folder of the articles, read when the library is still empty (default: FOOTNOTE_CORPUS or corpus)
  --json        print one JSON object a line
  -h, --help    show this text

Exit code: 0 done, 1 failed (with --stdin: any question failed).`;

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    options: { ...commonOptions, ...questionOptions, k: { type: 'string', short: 'k', default: '10' } },
    allowPositionals: true,
  });
  const k = Number(values.k);
  if (!Number.isInteger(k) || k < 1 || k > 50) {
    throw new UsageError(`-k must be a whole number from 1 to 50, not "${values.k}".`);
  }
  const filters = filtersOf(values);
  const questions = questionsOf(positionals, values.stdin, process.stdin);
  return withApp(values, async (app, config) => {
    await ensurePrepared(app, config);
    return answerAll(questions, { json: values.json, several: values.stdin }, async (question) => {
      const startedAt = performance.now();
      const hits = await app.search({ text: question, ...filters }, k);
      const ms = round(performance.now() - startedAt, 1);
      return {
        json: { question, hits: hits.map(hitJson), ms },
        text: renderHits(hits, screenOf(process.stdout)),
      };
    });
  });
});

function hitJson({ passage, article, score }: Hit): object {
  return {
    articleId: passage.articleId,
    title: article.title,
    passage: passage.ordinal,
    start: passage.start,
    end: passage.end,
    score: round(score, 4),
    text: passage.text,
  };
}

function renderHits(hits: readonly Hit[], screen: Screen): string {
  const { faint, strong } = styleFor(screen);
  const shown = hits.map(({ passage, article, score }, i) => {
    const place = `${inertLine(passage.articleId)}, passage ${passage.ordinal}, score ${score.toFixed(3)}`;
    const details = [imprint(article), place].filter(Boolean).join('; ');
    const lines = [strong(inertLine(article.title)), faint(details), inertLine(passage.text)];
    return hang(`${i + 1}. `.padStart(4), lines.join('\n'), screen);
  });
  return shown.join('\n\n') || 'No passage was found.';
}
