import { styleText } from 'node:util';

/** The looks that terminal text uses. */
export interface Style {
  strong(text: string): string;
  faint(text: string): string;
  /** Footnote markers and the prompt. */
  accent(text: string): string;
  /** Quoted words within their surroundings: visible without colour too. */
  quoted(text: string): string;
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
};

const colourless: Style = {
  strong: plain,
  faint: plain,
  accent: plain,
  quoted: (text) => `»${text}«`,
};

/** The looks for a screen with or without colour. */
export function styleFor(screen: { colour: boolean }): Style {
  return screen.colour ? coloured : colourless;
}
