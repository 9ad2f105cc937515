import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** The one family that pictures are written in. */
const FONT_FAMILY = 'DejaVu Sans';

const { resolve } = createRequire(import.meta.url);
const read = (path: string) => readFileSync(resolve(path));

let ready: Promise<void> | undefined;
let fonts: Uint8Array[] = [];

/** Draws an SVG as a PNG, twice as wide and high as it says, with the fonts that come with Footnote. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  ready ??= start();
  await ready;
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { fontBuffers: fonts, defaultFontFamily: FONT_FAMILY, loadSystemFonts: false },
  });
  try {
    return image.render().asPng();
  } finally {
    image.free();
  }
}

async function start(): Promise<void> {
  await initWasm(read('@resvg/resvg-wasm/index_bg.wasm'));
  fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => read(`dejavu-fonts-ttf/ttf/${name}`));
}
