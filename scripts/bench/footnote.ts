import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { longestBlock, type Measured, peakMb, percentile, timed, timeQuestions } from './measure.ts';

/** Prints what Footnote measures on a folder of articles, in a process of its own: `footnote.ts CORPUS DATA`. */
const [corpusDir = '', dataDir = ''] = process.argv.slice(2);
const app = await createApp(readConfig({}, { corpus: corpusDir, data: dataDir }));
let embedded = 0;
let prepareMs = 0;
const longestBlockMs = await longestBlock(async () => {
  const asking = setInterval(() => void app.ask({ text: 'Which articles are there?' }), 50);
  prepareMs = await timed(async () => {
    embedded = (await app.ingest()).embedded;
  });
  clearInterval(asking);
});
const unchangedMs = await timed(() => app.ingest());
const times = await timeQuestions((text) => app.ask({ text }));
const { generation } = await app.status();
await app.close();
const measured: Measured = {
  vectors: generation?.sentences ?? 0,
  ...{ embedded, prepareMs, unchangedMs, longestBlockMs },
  askP50: percentile(times, 50),
  askP95: percentile(times, 95),
  peakMb: peakMb(),
};
console.log(JSON.stringify(measured));
