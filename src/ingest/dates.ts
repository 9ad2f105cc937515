/** Dates as pages and files write them, in whatever of these forms: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`. */

/** A date in a text, and where it stands. */
export interface FoundDate {
  date: string;
  start: number;
  end: number;
}

const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'pl', 'tr', 'id'];
const MONTHS = monthNames();
const NAME = String.raw`(?<name>\p{L}{3,12})\.?`;
const DAY = String.raw`(?<day>\d{1,2})`;
const YEAR = String.raw`(?<year>(?:1[5-9]|20)\d\d)`;
const EDGE = { before: String.raw`(?<![\p{L}\d])`, after: String.raw`(?![\p{L}\d])` };

/** From the most to the least explicit: the first that fits a place in the text wins. */
const FORMS = [
  String.raw`${YEAR}-(?<month>\d\d)-${DAY}(?=T\d|${EDGE.after})`,
  String.raw`${YEAR}(?<sep>[./])(?<month>\d{1,2})\k<sep>${DAY}${EDGE.after}`,
  String.raw`${YEAR}\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?${DAY}\s?[日일]`,
  String.raw`${NAME}[\s-]{1,2}${DAY}(?:st|nd|rd|th)?,?[\s-]{1,2}${YEAR}${EDGE.after}`,
  String.raw`${DAY}(?:st|nd|rd|th|\.|º|er)?[\s-]{1,2}(?:de |of )?${NAME},?[\s-]{1,2}(?:de )?${YEAR}${EDGE.after}`,
  String.raw`(?<first>\d{1,2})(?<sep>[./-])(?<second>\d{1,2})\k<sep>${YEAR}${EDGE.after}`,
  String.raw`${NAME},?\s${YEAR}${EDGE.after}`,
].map((form) => new RegExp(EDGE.before + form, 'giu'));

/** The first date in a line of text that says at least its month. */
export function findDate(line: string): FoundDate | undefined {
  for (const form of FORMS) {
    for (const match of line.matchAll(form)) {
      const date = dateOf(match.groups ?? {});
      if (date !== undefined) return { date, start: match.index, end: match.index + match[0].length };
    }
  }
  return undefined;
}

/** All dates in a line of text that say at least their month, in order. */
export function findDates(line: string): FoundDate[] {
  const dates: FoundDate[] = [];
  let rest = line;
  for (let found = findDate(rest); found; found = findDate(rest)) {
    dates.push(found);
    rest = rest.slice(0, found.start) + '|'.repeat(found.end - found.start) + rest.slice(found.end);
  }
  return dates.sort((a, b) => a.start - b.start);
}

/** The date that a field holds: text in any of the usual forms, or seconds or milliseconds since 1970. */
export function parseDate(value: unknown): string | undefined {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  if (typeof value === 'number' && value >= 1e8) {
    return parseDate(new Date(value < 1e11 ? value * 1000 : value));
  }
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim().slice(0, 200);
  const short = /^((?:1[5-9]|20)\d\d)(?:-(0[1-9]|1[0-2]))?$/.exec(text);
  if (short) return text;
  if (/^\d{10}(\d{3})?$/.test(text)) return parseDate(Number(text));
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/.exec(text);
  if (compact) return calendarDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return findDate(text)?.date;
}

function dateOf(groups: Record<string, string | undefined>): string | undefined {
  const year = Number(groups.year);
  if (groups.first !== undefined) {
    const [first, second] = [Number(groups.first), Number(groups.second)];
    return groups.sep === '.' ? calendarDate(year, second, first) : numericDate(year, first, second);
  }
  const month = groups.name === undefined ? Number(groups.month) : MONTHS.get(groups.name.toLowerCase());
  if (month === undefined) return undefined;
  if (groups.day === undefined) return `${year}-${String(month).padStart(2, '0')}`;
  return calendarDate(year, month, Number(groups.day));
}

/** `03/04/2022` may be in March or in April: then only the year is sure. */
function numericDate(year: number, first: number, second: number): string | undefined {
  if (first > 12 || first === second) return calendarDate(year, second, first);
  if (second > 12) return calendarDate(year, first, second);
  return calendarDate(year, first, second) && String(year);
}

function calendarDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Long and short names of the months in the languages of most pages, without case and full stops. */
function monthNames(): Map<string, number> {
  const months = new Map<string, number>([['sept', 9]]);
  for (const locale of LOCALES) {
    for (const style of ['long', 'short'] as const) {
      // With the day, so that languages that inflect a month's name give the form that dates use.
      const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2000, month - 1, 1));
        const name = parts
          .find((part) => part.type === 'month')
          ?.value.replaceAll('.', '')
          .toLowerCase();
        if (name !== undefined && !months.has(name)) months.set(name, month);
      }
    }
  }
  return months;
}
