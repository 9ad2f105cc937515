import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { peakMb, questions, timeQuestions, WARM_UP } from './measure.ts';
import { timeStages } from './stages.ts';

/**
 * Prints what asking a prepared library takes, in a process of its own: `asking.ts CORPUS DATA` the times of whole
 * answers, with `stages` behind them those of their parts.
 */
const [corpusDir = '', dataDir = '', what] = process.argv.slice(2);
if (what === 'stages') {
  console.log(JSON.stringify(await timeStages(dataDir, questions(), WARM_UP)));
} else {
  const app = await createApp(readConfig({}, { corpus: corpusDir, data: dataDir }));
  const times = await timeQuestions((text) => app.ask({ text }));
  const { generation, index } = await app.status();
  await app.close();
  console.log(JSON.stringify({ times, generation, engine: index.engine, peakMb: peakMb() }));
}
