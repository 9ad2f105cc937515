import { mean, share } from './mean.ts';

/** One question: how sure the app was (0 to 1), and whether that was right. */
export interface Point {
  confidence: number;
  right: boolean;
}

/** Questions of about the same confidence. */
export interface Bin {
  /** Bounds of the confidence, the upper one exclusive but for the last bin. */
  from: number;
  to: number;
  count: number;
  /** Mean confidence. */
  confidence: number;
  /** Share that was right. */
  right: number;
}

/** The points in bins of equal width, those without a point left out. */
export function reliabilityBins(points: readonly Point[], bins = 10): Bin[] {
  return Array.from({ length: bins }, (_, i): Bin => {
    const inside = points.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === i);
    return {
      from: i / bins,
      to: (i + 1) / bins,
      count: inside.length,
      confidence: mean(inside.map(({ confidence }) => confidence)),
      right: share(inside, ({ right }) => right),
    };
  }).filter(({ count }) => count > 0);
}

/** Expected calibration error: how far confidence is from being right, on average over all points; `NaN` of none. */
export function calibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const off = bins.reduce(
    (sum, { count, confidence, right }) => sum + count * Math.abs(confidence - right),
    0,
  );
  return off / total;
}
