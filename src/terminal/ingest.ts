import type { App } from '../app.ts';
import { count } from '../counts.ts';
import type { IngestReport, Refusal } from '../model.ts';
import { createProgressBar } from './progress.ts';
import { hang, type Screen, screenOf, wrap } from './screen.ts';
import { inertLine } from './text.ts';

/** Brings the library up to date, with a progress bar and then the files left out on `output`. */
export async function ingestVisibly(app: App, output: NodeJS.WriteStream): Promise<IngestReport> {
  const bar = createProgressBar(output, () => performance.now());
  try {
    const report = await app.ingest(bar.update);
    bar.end();
    if (report.refused.length > 0) output.write(`${renderRefusals(report.refused, screenOf(output))}\n`);
    return report;
  } finally {
    bar.end();
  }
}

/** What an ingest did, as a short table. */
export function renderIngestReport(report: IngestReport, screen: Screen): string {
  const rows: [string, string][] = [
    ['articles', withCopies(report)],
    ['passages', count(report.passages)],
    ['sentences', `${count(report.sentences)} (${count(report.embedded)} embedded now)`],
    ['added', count(report.added)],
    ['changed', count(report.changed)],
    ['removed', count(report.removed)],
    ['left out', count(report.refused.length)],
    ['time', `${(report.ms / 1000).toLocaleString('en-US', { maximumFractionDigits: 1 })} s`],
  ];
  const table = rows.map(([label, value]) => `  ${label.padEnd(9)}  ${value}`);
  return [wrap(headlineOf(report), screen), '', ...table].join('\n');
}

/** The files that were left out, each with the reason; empty when there are none. */
export function renderRefusals(refused: readonly Refusal[], screen: Screen): string {
  if (refused.length === 0) return '';
  const headline =
    refused.length === 1 ? '1 file was left out:' : `${count(refused.length)} files were left out:`;
  const files = refused.map(({ path, reason }) =>
    hang('  - ', `${inertLine(path)}: ${inertLine(reason)}`, screen),
  );
  return [headline, ...files].join('\n');
}

function headlineOf({ generation, added, changed, removed, embedded }: IngestReport): string {
  if (added + changed + removed + embedded > 0) return `Generation ${generation} is published.`;
  return generation > 0
    ? `Nothing changed: generation ${generation} stays.`
    : 'No articles were found: nothing is published.';
}

function withCopies({ articles, copies }: IngestReport): string {
  if (copies === 0) return count(articles);
  return `${count(articles)} (${count(copies)} ${copies === 1 ? 'is a copy of another' : 'are copies of others'})`;
}
