import { Html } from './html.ts';

/** The looks of the page, in light and dark. */
export const style = new Html(`
:root {
  color-scheme: light dark;
  --page: #fbfaf7; --card: #fff; --ink: #1d2126; --faint: #656c75; --line: #e2dfd8;
  --accent: #14697a; --track: #e9e6df; --bad: #b3261e; --bad-page: #fbeae8; --good: #1c6b3f; --good-page: #e5f2ea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --card: #1b1f23; --ink: #e6e4df; --faint: #9aa2ab; --line: #2d3339;
    --accent: #5cc0d1; --track: #2a3036; --bad: #ff9b91; --bad-page: #3a1d1b; --good: #7fd3a0; --good-page: #17301f;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1160px; margin: 0 auto; padding: 40px 24px 80px; }
h1 { margin: 0; font-size: 30px; line-height: 1.2; letter-spacing: -.015em; }
h2 { margin: 56px 0 4px; font-size: 20px; letter-spacing: -.01em; }
h3 { margin: 28px 0 8px; font-size: 15px; }
p { margin: 0; }
small, .note { color: var(--faint); font-size: 13px; }
.note { max-width: 70ch; margin-bottom: 16px; }
header .note { margin: 6px 0 18px; }
.verdict { display: inline-block; padding: 4px 12px; border-radius: 99px; font-weight: 600; color: var(--good); background: var(--good-page); }
.verdict.missed { color: var(--bad); background: var(--bad-page); }
ul.missed { margin: 10px 0 0; padding-left: 20px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 6px 12px 6px 0; text-align: left; font-weight: 400; vertical-align: top; border-bottom: 1px solid var(--line); }
caption, thead th { font-weight: 600; text-align: left; vertical-align: bottom; }
caption { padding-bottom: 4px; }
thead th small { display: block; font-weight: 400; max-width: 32ch; }
.section th, .section td { padding-top: 20px; color: var(--faint); font-size: 13px; }
.figures td { min-width: 200px; padding-right: 20px; white-space: nowrap; }
.figures .value { display: inline-block; min-width: 68px; font-weight: 600; }
.floor { margin-left: 10px; color: var(--faint); font-size: 13px; }
td.missed .value, td.missed .floor { color: var(--bad); }
.bar { display: inline-block; width: 76px; height: 7px; margin-left: 6px; border-radius: 2px; }
.bar .track { fill: var(--track); }
.bar .fill { fill: var(--accent); }
.bar.error .fill { fill: var(--faint); }
.missed .bar .fill { fill: var(--bad); }
.bar path { stroke: var(--ink); stroke-width: 2; }
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr)); gap: 24px 40px; align-items: start; }
.rankers td { white-space: nowrap; }
.rankers .value { display: inline-block; min-width: 60px; }
.rankers tr:last-child .value { font-weight: 600; }
.kinds { font-size: 14px; }
.kinds th, .kinds td { padding-right: 8px; }
.kinds td { white-space: nowrap; text-align: right; }
.kinds .bar { width: 44px; margin-left: 0; }
figure { margin: 0; }
figcaption { margin-bottom: 10px; }
figcaption b { display: block; }
.reliability { width: 100%; max-width: 380px; height: auto; font-size: 11px; }
.reliability text { fill: var(--faint); }
.grid { stroke: var(--line); }
.diagonal { stroke: var(--faint); stroke-dasharray: 4 4; }
.baseline { stroke: var(--faint); }
.off { stroke-width: 1.5; opacity: .55; }
.off.answered, .off.refused { stroke: var(--accent); }
circle.answered, rect.answered { fill: var(--accent); }
circle.refused, rect.refused { fill: var(--page); stroke: var(--accent); stroke-width: 1.5; }
.keys { margin-bottom: 16px; }
.key { display: inline-block; margin-right: 18px; color: var(--faint); font-size: 13px; }
.key::before { content: ''; display: inline-block; width: 10px; height: 10px; margin-right: 5px; border-radius: 50%; border: 1.5px solid var(--accent); }
.key.answered::before { background: var(--accent); }
.worst { list-style: none; margin: 0; padding: 0; }
.worst li { display: grid; grid-template-columns: 1fr auto; gap: 8px 24px; padding: 16px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.question { font-weight: 600; }
.about, .confidence { color: var(--faint); font-size: 13px; }
.about span + span { margin-left: 10px; }
.fault { color: var(--bad); }
.confidence b { color: var(--ink); font-size: 15px; }
dl { grid-column: 1 / -1; display: grid; grid-template-columns: 80px 1fr; gap: 4px 12px; margin: 0; }
dt { color: var(--faint); font-size: 13px; line-height: 23px; }
dd { margin: 0; max-width: 82ch; }
q { margin-right: 8px; quotes: '\\201C' '\\201D'; }
dd p + p { margin-top: 4px; }
@media (max-width: 560px) { main { padding: 24px 16px 48px; } dl { grid-template-columns: 1fr; } }
`);
