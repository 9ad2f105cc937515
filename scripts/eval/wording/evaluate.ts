import { join } from 'node:path';
import { BundledEmbeddings } from '../../../src/adapters/embeddings/bundled.ts';
import { ingestVisibly } from '../../../src/terminal/ingest.ts';
import { withApp } from '../../support/command.ts';
import { print } from '../../support/print.ts';
import { checkFloors, committedFloors } from '../floors.ts';
import type { QuestionSet } from '../sets/question-set.ts';
import { runByHand } from './by-hand.ts';
import { breachesOf, readAttacks } from './hostile.ts';
import { runWording } from './run.ts';
import { byHandFigures, supportTable, wordingFigures, wordingTable } from './table.ts';
import { unitVectors } from './vectors.ts';
import { wiceCases } from './wice.ts';

/** The sets whose questions are in English and asked of all their articles. */
const WORDED_SETS = ['built-in', 'squad'];
const MOST_WORDED = 400;
const ATTACKS = join(import.meta.dirname, '../../../tests/fixtures/chat/hostile.txt');

/**
 * Prints how many claims of a scripted chat model survive the check, by set, kind and way, about the half of the articles
 * and with the words that the check was not mended and fitted with.
 * @param data folder of the sets' libraries
 * @param further folder of a set in the manner of WiCE to hold the score against, and a file of what a hostile model says
 * @returns whether every committed floor is kept
 */
export async function evaluateWording(
  sets: readonly QuestionSet[],
  data: string,
  { support, attacks }: { support: string | undefined; attacks: string | undefined },
): Promise<boolean> {
  const missed: string[] = [];
  const embeddings = new BundledEmbeddings(2);
  try {
    for (const { name, corpusDir, questions } of sets.filter((set) => WORDED_SETS.includes(set.name))) {
      const folder = join(data, name);
      await withApp({ corpus: corpusDir, data: folder }, (app) => ingestVisibly(app, process.stderr));
      const asked = questions.filter(({ label }) => label !== undefined);
      const outcomes = await runWording(asked.slice(-MOST_WORDED), 'measure', folder, embeddings);
      print(`${wordingTable(name, outcomes)}\n`);
      missed.push(...missedOf(`${name}, wording`, wordingFigures(outcomes)));
      if (name !== 'built-in') continue;
      const said = readAttacks(attacks ?? ATTACKS);
      const embed = async (text: string) => (await unitVectors(embeddings, [text]))[0] ?? new Float32Array();
      const breaches = await breachesOf(said, asked, folder, embed);
      print(`a hostile model: ${said.length} attacks, ${breaches.length} got through\n`);
      missed.push(...breaches.map(({ attack, what }) => `${JSON.stringify(attack)} got through: ${what}`));
      for (const part of ['fit', 'measure'] as const) {
        const byHand = await runByHand(part, folder, embeddings);
        print(`${wordingTable(`by hand, to ${part}`, byHand)}\n`);
        missed.push(...missedOf(`by hand, ${part}`, byHandFigures(byHand)));
      }
    }
    if (support !== undefined) print(supportTable(await wiceCases(support, embeddings)));
    print(missed.length === 0 ? '\nEvery floor is kept.' : ['\nFloors are missed:', ...missed].join('\n'));
    return missed.length === 0;
  } finally {
    await embeddings.close();
  }
}

function missedOf<Name extends string>(set: string, figures: Readonly<Record<Name, number>>): string[] {
  return checkFloors(set, figures, committedFloors())
    .filter(({ kept }) => !kept)
    .map(
      ({ figure, bound, limit }) =>
        `${set}: ${figure} is not ${bound === 'atLeast' ? 'at least' : 'at most'} ${limit}`,
    );
}
