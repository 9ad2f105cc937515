import { type Html, html } from './html.ts';

/**
 * A share, 0 to 1, as a small bar; nothing when there is none.
 * @param isError drawn in a colour of its own: the shorter, the better
 * @param limit drawn as a tick
 */
export function bar(
  value: number,
  { isError = false, limit }: { isError?: boolean; limit?: number | undefined } = {},
): Html {
  if (Number.isNaN(value)) return html``;
  const percent = (part: number) => (100 * Math.min(1, Math.max(0, part))).toFixed(1);
  const tick =
    limit === undefined ? '' : html`<path d="M${percent(limit)} 0V8" vector-effect="non-scaling-stroke"/>`;
  return html`<svg class="bar ${isError ? 'error' : ''}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
<rect class="track" width="100" height="8"/><rect class="fill" width="${percent(value)}" height="8"/>${tick}</svg>`;
}
