import type { Bin } from '../metrics/reliability.ts';
import { type Html, html } from './html.ts';

/** Units of the drawing. */
const SIDE = 280;
const LEFT = 44;
const TOP = 10;
const COUNTS = { top: TOP + SIDE + 48, height: 54 };
const WIDTH = LEFT + SIDE + 14;
const HEIGHT = COUNTS.top + COUNTS.height + 20;
const GAP = 2;
const RADIUS = { least: 3.5, most: 11 };

const x = (confidence: number) => LEFT + confidence * SIDE;
const y = (share: number) => TOP + (1 - share) * SIDE;

/**
 * A reliability diagram: for each bin of confidence a point at its mean confidence and its share of right
 * decisions, the diagonal being where both agree; below, how many questions each bin holds.
 */
export function reliabilityDiagram(label: string, answered: readonly Bin[], refused: readonly Bin[]): Html {
  const most = Math.max(1, ...[...answered, ...refused].map(({ count }) => count));
  return html`<svg class="reliability" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
${axes()}
${refused.map((bin) => point(bin, 'refused', most))}
${answered.map((bin) => point(bin, 'answered', most))}
${counts(answered, refused)}
</svg>`;
}

function axes(): Html {
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return html`${ticks.map(
    (tick) => html`<path class="grid" d="M${x(0)} ${y(tick)}H${x(1)}M${x(tick)} ${y(0)}V${y(1)}"/>
<text class="tick" x="${x(tick)}" y="${y(0) + 16}" text-anchor="middle">${tick}</text>
<text class="tick" x="${x(0) - 7}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
  )}
<path class="diagonal" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>
<text class="axis" x="${x(0.5)}" y="${y(0) + 34}" text-anchor="middle">confidence</text>
<text class="axis" transform="translate(11 ${y(0.5)}) rotate(-90)" text-anchor="middle">observed share</text>`;
}

function point({ count, confidence, right }: Bin, kind: 'answered' | 'refused', most: number): Html {
  const radius = RADIUS.least + (RADIUS.most - RADIUS.least) * Math.sqrt(count / most);
  const said = kind === 'answered' ? 'of the answers are right' : 'could have been answered';
  return html`<path class="off ${kind}" d="M${at(x(confidence))} ${at(y(confidence))}V${at(y(right))}"/>
<circle class="${kind}" cx="${at(x(confidence))}" cy="${at(y(right))}" r="${at(radius)}"><title>${count} ${kind} at mean confidence ${confidence.toFixed(2)}: ${(100 * right).toFixed(1)} % ${said}</title></circle>`;
}

/** Bars on the axis of confidence, answers standing on refusals where a bin has both. */
function counts(answered: readonly Bin[], refused: readonly Bin[]): Html {
  const bins = Map.groupBy([...refused, ...answered], ({ from }) => from);
  const totals = [...bins].map(([from, parts]) => ({
    from,
    to: parts[0]?.to ?? from,
    total: parts.reduce((sum, { count }) => sum + count, 0),
    refused: refused.find((bin) => bin.from === from)?.count ?? 0,
  }));
  const most = Math.max(1, ...totals.map(({ total }) => total));
  const height = (count: number) => (count / most) * (COUNTS.height - 14);
  const floor = COUNTS.top + COUNTS.height;
  return html`${totals.map(({ from, to, total, refused: low }) => {
    const [left, width] = [x(from) + GAP / 2, x(to) - x(from) - GAP];
    return html`<rect class="refused" x="${at(left)}" y="${at(floor - height(low))}" width="${at(width)}" height="${at(height(low))}"/>
<rect class="answered" x="${at(left)}" y="${at(floor - height(total))}" width="${at(width)}" height="${at(height(total) - height(low))}"/>
<text class="count" x="${at(left + width / 2)}" y="${at(floor - height(total) - 4)}" text-anchor="middle">${total}</text>`;
  })}
<path class="baseline" d="M${x(0)} ${floor}H${x(1)}"/>
<text class="tick" x="${x(0.5)}" y="${floor + 15}" text-anchor="middle">questions</text>`;
}

/** A coordinate to a tenth of a unit. */
function at(value: number): number {
  return Number(value.toFixed(1));
}
