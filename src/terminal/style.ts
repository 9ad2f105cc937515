import { styleText } from 'node:util';

/** The looks that terminal text uses. */
export interface Style {
  strong(text: string): string;
  faint(text: string): string;
  /** Footnote markers and the prompt. */
  accent(text: string): string;
  /** Quoted words within their surroundings: visible without colour too. */
  quoted(text: string): string;
  /** An address that opens another where the terminal can follow links; the same text to the eye. */
  link(text: string, target: string): string;
}

type Format = Parameters<typeof styleText>[0];

const paint = (format: Format) => (text: string) =>
  text === '' ? '' : styleText(format, text, { validateStream: false });
const plain = (text: string) => text;

const coloured: Style = {
  strong: paint('bold'),
  faint: paint('dim'),
  accent: paint('cyan'),
  quoted: paint(['bold', 'underline']),
  // An OSC 8 hyperlink; terminals that do not know it show the text alone.
  link: (text, target) => `\u001b]8;;${target}\u0007${text}\u001b]8;;\u0007`,
};

const colourless: Style = {
  strong: plain,
  faint: plain,
  accent: plain,
  quoted: (text) => `»${text}«`,
  link: plain,
};

/** The looks for a screen with or without colour. */
export function styleFor(screen: { colour: boolean }): Style {
  return screen.colour ? coloured : colourless;
}
