import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/errors.ts';
import type { Figures } from './figures.ts';

export type FigureName = keyof Figures;

/** What the figures of one set must reach, by name of the figure. */
export interface SetFloors {
  atLeast?: Record<string, number>;
  atMost?: Record<string, number>;
}

/** By name of the set. */
export type Floors = Record<string, SetFloors>;

/** A bound on one figure, and whether it is kept. */
export interface Floor<Name extends string = FigureName> {
  figure: Name;
  bound: 'atLeast' | 'atMost';
  limit: number;
  kept: boolean;
}

/** The floors that are committed beside the questions. */
export function committedFloors(): Floors {
  const file = join(import.meta.dirname, '../../tests/fixtures/eval/floors.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Floors;
}

/**
 * Holds the figures of a set against its floors. A figure that could not be measured (`NaN`) keeps none.
 * @throws {UserError} when a floor names a figure that does not exist: it would never be missed
 */
export function checkFloors<Name extends string>(
  set: string,
  figures: Readonly<Record<Name, number>>,
  floors: Floors,
): Floor<Name>[] {
  return (['atLeast', 'atMost'] as const).flatMap((bound) =>
    Object.entries(floors[set]?.[bound] ?? {}).map(([figure, limit]): Floor<Name> => {
      if (!Object.hasOwn(figures, figure)) {
        throw new UserError(
          `The floors of ${set} name the figure "${figure}", which is not measured; there are ${Object.keys(figures).join(', ')}.`,
        );
      }
      const value = figures[figure as Name];
      const kept = bound === 'atLeast' ? value >= limit : value <= limit;
      return { figure: figure as Name, bound, limit, kept };
    }),
  );
}
