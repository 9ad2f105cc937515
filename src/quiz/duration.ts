const UNITS: [name: string, ms: number][] = [
  ['year', 365.25 * 24 * 3600_000],
  ['month', (365.25 / 12) * 24 * 3600_000],
  ['day', 24 * 3600_000],
  ['hour', 3600_000],
  ['minute', 60_000],
];

/** A stretch of time (milliseconds) as one rounded number of its largest unit: `7 hours`. */
export function durationInWords(ms: number): string {
  for (const [name, length] of UNITS) {
    const count = Math.round(ms / length);
    if (count >= 2 || (count === 1 && ms >= length)) return `${count} ${name}${count === 1 ? '' : 's'}`;
  }
  return 'a minute';
}
