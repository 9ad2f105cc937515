const UNITS: [name: string, ms: number][] = [
  ['year', 365.25 * 24 * 3600_000],
  ['month', (365.25 / 12) * 24 * 3600_000],
  ['day', 24 * 3600_000],
  ['hour', 3600_000],
  ['minute', 60_000],
];

/** A stretch of time (milliseconds) as one rounded number of its largest unit: `7 hours`. */
export function durationInWords(ms: number): string {
  const [name, length] = UNITS.find(([, unit]) => Math.round(ms / unit) >= 1) ?? ['minute', 60_000];
  const count = Math.max(1, Math.round(ms / length));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
