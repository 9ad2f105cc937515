import { pngOf } from '../adapters/picture/resvg.ts';

/** An SVG as a PNG. */
export function png(svg: string): Promise<Uint8Array> {
  return pngOf(svg);
}
