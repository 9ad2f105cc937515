import { parseArgs } from 'node:util';
import { ingestVisibly, renderIngestReport } from '../src/terminal/ingest.ts';
import { screenOf } from '../src/terminal/screen.ts';
import { commonOptions, runCommand, withApp } from './support/command.ts';
import { print, printJson, round } from './support/print.ts';

const usage = `Usage: npm run -s ingest -- [--corpus DIR] [--data DIR] [--json]

Makes the library hold exactly the articles of the corpus folder.

  --corpus DIR  folder of the articles (default: FOOTNOTE_CORPUS or corpus)
  --data DIR    folder of the library (default: FOOTNOTE_DATA or data)
  --json        print the result as one JSON object
  -h, --help    show this text

Exit code: 0 done, 1 failed, 2 done but for files that were left out, which are listed.`;

await runCommand(usage, async () => {
  const { values } = parseArgs({ options: commonOptions });
  const report = await withApp(values, (app) => ingestVisibly(app, process.stderr));
  if (values.json) printJson({ ...report, ms: round(report.ms, 0) });
  else print(renderIngestReport(report, screenOf(process.stdout)));
  return report.refused.length > 0 ? 2 : 0;
});
