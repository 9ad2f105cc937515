/** The months in English, from January on. */
export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

const NUMBERS = new Map(MONTHS.map((month, i) => [month.slice(0, 3).toLowerCase(), i + 1]));

/** The number of a month, 1 to 12, by the first three letters of its name; `undefined` when there is none. */
export function monthOf(name = ''): number | undefined {
  return NUMBERS.get(name.slice(0, 3).toLowerCase());
}

/** `12 June 2023`, `June 2023` or `2023`: as much of an ISO date as there is. */
export function dateInWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}
