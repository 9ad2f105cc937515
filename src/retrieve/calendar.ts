/** Days as text (`YYYY-MM-DD`), which sorts as time does, and the stretches between them. */

/** From the day `since` up to, not including, the day `before`; open where one is absent. */
export interface Period {
  since?: string;
  before?: string;
}

/** A period with both ends. */
export type ClosedPeriod = Required<Period>;

export type Unit = 'day' | 'week' | 'month' | 'year';

/** The whole day, month or year; `undefined` for one that the calendar does not have. */
export function periodOf(year: number, month?: number, day?: number): ClosedPeriod | undefined {
  const since = dayOf(year, month ?? 1, day ?? 1);
  const date = new Date(`${since}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== (day ?? 1)) return undefined;
  const before =
    day === undefined
      ? month === undefined
        ? dayOf(year + 1, 1, 1)
        : dayOf(year + Math.floor(month / 12), (month % 12) + 1, 1)
      : shift(since, 1, 'day');
  return { since, before };
}

/** The period that a date names which may lack its day or its month: `2022`, `2022-04`, `2022-04-23`. */
export function periodOfDate(date: string): ClosedPeriod | undefined {
  const [year, month, day] = date.split('-').map(Number);
  return year === undefined || year === 0 ? undefined : periodOf(year, month, day);
}

/** The calendar day, week (from Monday), month or year that holds `day`, or the one `by` units from it. */
export function unitAround(day: string, unit: Unit, by = 0): ClosedPeriod {
  const at = new Date(`${day}T00:00:00Z`);
  if (unit === 'week') at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  if (unit === 'month' || unit === 'year') at.setUTCDate(1);
  if (unit === 'year') at.setUTCMonth(0);
  const since = shift(textOf(at), by, unit);
  return { since, before: shift(since, 1, unit) };
}

/** The day so many units later (earlier when negative); the last day of a month that is too short for it. */
export function shift(day: string, by: number, unit: Unit): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (unit === 'day' || unit === 'week') {
    at.setUTCDate(at.getUTCDate() + by * (unit === 'week' ? 7 : 1));
    return textOf(at);
  }
  const wanted = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + by * (unit === 'year' ? 12 : 1));
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(wanted, last));
  return textOf(at);
}

/** The latest period that has begun by `today`, of those that `ofYear` gives for each year. */
export function lastBegun(
  today: string,
  ofYear: (year: number) => ClosedPeriod | undefined,
): ClosedPeriod | undefined {
  const year = Number(today.slice(0, 4));
  // A 29 February may be up to eight years back.
  for (let back = 0; back <= 8; back++) {
    const period = ofYear(year - back);
    if (period && period.since <= today) return period;
  }
  return undefined;
}

/** Whether they have a day in common. */
export function meets(a: Period, b: Period): boolean {
  return (
    (a.since === undefined || b.before === undefined || a.since < b.before) &&
    (b.since === undefined || a.before === undefined || b.since < a.before)
  );
}

/** Whether all of `inner` is in `outer`. */
export function holds(outer: Period, inner: ClosedPeriod): boolean {
  return (
    (outer.since === undefined || outer.since <= inner.since) &&
    (outer.before === undefined || inner.before <= outer.before)
  );
}

/** What both have in common; may be empty (`since` not before `before`). */
export function both(a: Period, b: Period): Period {
  const since = [a.since, b.since]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const before = [a.before, b.before].filter((day) => day !== undefined).sort()[0];
  return { ...(since === undefined ? {} : { since }), ...(before === undefined ? {} : { before }) };
}

/** From the beginning of the one that begins first to the end of the one that ends last. */
export function hull(a: ClosedPeriod, b: ClosedPeriod): ClosedPeriod {
  return {
    since: a.since < b.since ? a.since : b.since,
    before: a.before > b.before ? a.before : b.before,
  };
}

function dayOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function textOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
