import { UserError } from '../errors.ts';

/** A moment where somebody lives. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  day: string;
  /** 0 to 23. */
  hour: number;
  minute: number;
}

/** @param zone as IANA names it */
export function localTime(time: Date, zone: string): LocalTime {
  const parts = clockOf(zone).formatToParts(time);
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? '';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    hour: Number(part('hour')),
    minute: Number(part('minute')),
  };
}

/** Making one takes much longer than using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  clocks.set(zone, clock);
  return clock;
}

/** The day some days after another, both `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Names that a zone goes by today where the runtime knows it by an older one. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};
const named = (zone: string) => RENAMED[zone] ?? zone;

/** The time zones there are, by the names that they go by today. */
export const TIME_ZONES: readonly string[] = [
  ...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(named)]),
].sort();

/** The usual spelling of a time zone that somebody typed; older names count too. @throws {UserError} when it is none. */
export function timeZoneNamed(typed: string): string {
  const wanted = typed.trim().toLowerCase().replace(/\s+/g, '_');
  const found = TIME_ZONES.find((zone) => zone.toLowerCase() === wanted) ?? resolved(wanted);
  if (found !== undefined) return found;
  throw new UserError(
    `"${typed}" is no time zone that I know: begin to type your city and choose one, such as Europe/Berlin or Asia/Kolkata.`,
  );
}

function resolved(zone: string): string | undefined {
  // Without a slash it would be an abbreviation, of which many mean several zones.
  if (!zone.includes('/')) return undefined;
  try {
    return named(new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone);
  } catch {
    return undefined;
  }
}
