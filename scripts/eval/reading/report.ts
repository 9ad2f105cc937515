import type { ReadingResult } from './result.ts';

const DECIMALS = 4;

/** A set for the terminal: its figures with their floors, and what came out worst. */
export function renderReading({ name, about, pages, figures, floors, worst }: ReadingResult): string {
  const widest = Math.max(...Object.keys(figures).map((figure) => figure.length));
  const rows = Object.entries(figures).map(([figure, value]) => {
    const floor = floors.find((each) => each.figure === figure);
    const bound = floor ? `  >= ${floor.limit.toFixed(3)}${floor.kept ? '' : ' MISSED'}` : '';
    return `  ${figure.padEnd(widest)}  ${shown(value)}${bound}`;
  });
  return [`${name}: ${about} (${pages})`, ...rows, ...worst.map((lines) => `  ${lines}`)].join('\n');
}

/** A set for programs: shares 0 to 1, `null` for what could not be measured. */
export function readingJson({ name, about, pages, figures, floors, worst }: ReadingResult): object {
  const rounded = Object.entries(figures).map(([figure, value]) => [
    figure,
    Number.isNaN(value) ? null : Number(value.toFixed(DECIMALS)),
  ]);
  return { set: name, about, pages, figures: Object.fromEntries(rounded) as object, floors, worst };
}

function shown(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(DECIMALS);
}
