const LONGEST = 160;
const LONGEST_HOST = 100;

/** An address as messages show it: without what may be secret in it (user, password, query), and not too long. */
export function shown(url: URL): string {
  const address = `${url.protocol}//${url.host}${url.pathname}`;
  const short = shortened(address, LONGEST);
  return url.search === '' ? short : `${short}?…`;
}

/** The host of an address, with its port where that is not the usual one, as messages show it. */
export function shownHost(url: URL): string {
  return shortened(url.host, LONGEST_HOST);
}

/** A moment as messages show it, such as `2026-01-05 12:00:30 UTC`. */
export function shownTime(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
