import { oneLine } from './characters.ts';

/** Longest name, in characters. */
const LONGEST = 100;
const ENDING = /\.[a-z\d]{1,10}$/i;
/** What means something in a path, or that some system does not allow in a name. */
const SPECIAL = /[<>:"|?*/\\]+/g;
/** Names of devices on Windows, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** What hides a name, or marks it as a spare copy. */
const HIDING = /^[\s.~$]+|[\s.~]+$/g;

/** The name of a file that somebody sent, fit for every system: its last part, without what names may not hold. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  // Beyond this a name is not even looked at.
  const visible = oneLine(last.slice(-10 * LONGEST))
    .replace(SPECIAL, '-')
    .replace(HIDING, '');
  const ending = ENDING.exec(visible)?.[0] ?? '';
  const stem = visible.slice(0, visible.length - ending.length).replace(HIDING, '');
  const short = stem.slice(0, LONGEST - ending.length).replace(/\p{Surrogate}$/u, '');
  return `${(short || 'article').replace(DEVICE, 'file-$&')}${ending}`;
}

/** A path in an archive as safe names: it can lead nowhere but below where it is put. */
export function safePath(path: string): string {
  const parts = path.split(/[/\\]/).filter((part) => !/^\s*(?:\.{0,2}|[a-z]:)\s*$/i.test(part));
  return parts.length === 0 ? safeName('') : parts.map(safeName).join('/');
}
