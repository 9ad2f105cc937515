import { stripVTControlCharacters } from 'node:util';
import wrapAnsi from 'wrap-ansi';

/** What text is laid out on. */
export interface Screen {
  /** Characters in a line; `Infinity` where lines are not wrapped. */
  columns: number;
  /** Whether bold, dim and underline may be used. */
  colour: boolean;
}

/** Narrower terminals break words themselves. */
const LEAST_COLUMNS = 20;

/** The screen behind an output of this process; a file or pipe has neither lines to wrap at nor colour. */
export function screenOf(output: NodeJS.WriteStream): Screen {
  return {
    get columns() {
      return output.isTTY ? output.columns || 80 : Number.POSITIVE_INFINITY;
    },
    // hasColors() is false under NO_COLOR.
    colour: Boolean(output.isTTY && output.hasColors()),
  };
}

/** Wraps at the width of the screen. Words longer than a line (addresses) stay whole, so that they can be clicked. */
export function wrap(text: string, screen: Screen): string {
  return wrapAnsi(text, Math.max(LEAST_COLUMNS, screen.columns));
}

/** Wraps `text` after `lead`, later lines indented to where the text began. */
export function hang(lead: string, text: string, screen: Screen): string {
  const indent = stripVTControlCharacters(lead).length;
  const lines = wrap(text, { ...screen, columns: screen.columns - indent }).split('\n');
  return lines.map((line, i) => (i === 0 ? lead : ' '.repeat(indent)) + line).join('\n');
}
