import { LEAST_SUPPORT, supportOf } from '../../../src/answer/wording/support.ts';
import { auroc } from '../metrics/auroc.ts';
import type { WordingOutcome } from './run.ts';
import type { SupportCase } from './support-case.ts';

const WIDTH = 36;

/** How many claims of each kind, and of each way to make them, survive the check. */
export function wordingTable(set: string, outcomes: readonly WordingOutcome[]): string {
  const row = (name: string, some: readonly WordingOutcome[]) => {
    const survived = some.filter((one) => one.survived).length;
    return `${name.padEnd(WIDTH)}${String(some.length).padStart(7)}${percent(survived, some.length).padStart(10)}`;
  };
  const kinds = [...Map.groupBy(outcomes, ({ kind }) => kind)];
  const wrong = outcomes.filter(isWrong);
  return [
    `${`wording, ${set}`.padEnd(WIDTH)}${'claims'.padStart(7)}${'survive'.padStart(10)}`,
    ...kinds.flatMap(([kind, some]) => [
      row(kind, some),
      ...[...Map.groupBy(some, ({ way }) => way)]
        .filter(([way]) => way !== kind)
        .map(([way, own]) => row(`  ${way}`, own)),
    ]),
    ...(wrong.length > 0 ? [row('invented or mis-cited', wrong)] : []),
  ].join('\n');
}

/** Shares of claims that survive, 0 to 1. */
export interface WordingFigures {
  copied: number;
  paraphrased: number;
  mixedUp: number;
  inventedOrMisCited: number;
}

export function wordingFigures(outcomes: readonly WordingOutcome[]): Record<keyof WordingFigures, number> {
  const share = (some: readonly WordingOutcome[]) =>
    some.filter(({ survived }) => survived).length / some.length;
  return {
    copied: share(outcomes.filter(({ kind }) => kind === 'copied')),
    paraphrased: share(outcomes.filter(({ kind }) => kind === 'paraphrased')),
    mixedUp: share(outcomes.filter(({ kind }) => kind === 'mixed up')),
    inventedOrMisCited: share(outcomes.filter(isWrong)),
  };
}

/** Shares of the claims written by hand that survive, 0 to 1. */
export function byHandFigures(outcomes: readonly WordingOutcome[]): Record<'right' | 'wrong', number> {
  const share = (kind: WordingOutcome['kind']) => {
    const some = outcomes.filter((one) => one.kind === kind);
    return some.filter(({ survived }) => survived).length / some.length;
  };
  return { right: share('right by hand'), wrong: share('wrong by hand') };
}

function isWrong({ kind }: WordingOutcome): boolean {
  return kind === 'invented' || kind === 'mis-cited';
}

/** What the support score reaches on claims that people have judged. */
export function supportTable(cases: readonly SupportCase[]): string {
  const [said, unsaid] = [
    cases.filter(({ supported }) => supported),
    cases.filter(({ supported }) => !supported),
  ];
  const scores = (some: readonly SupportCase[]) => some.map(({ features }) => supportOf(features));
  const kept = (some: readonly SupportCase[]) =>
    some.filter(({ features, weighed }) => weighed && supportOf(features) >= LEAST_SUPPORT).length;
  return [
    `support, judged by people: ${said.length} claims supported, ${unsaid.length} in part or not at all`,
    `  area under the curve of the score     ${auroc(scores(said), scores(unsaid)).toFixed(3)}`,
    `  supported claims that are kept        ${percent(kept(said), said.length)}`,
    `  other claims that are kept            ${percent(kept(unsaid), unsaid.length)}`,
  ].join('\n');
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
