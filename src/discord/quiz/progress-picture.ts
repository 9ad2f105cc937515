import anyAscii from 'any-ascii';
import { DAYS_BACK, type QuizProgress } from '../../quiz/progress.ts';
import { cleanLine } from '../inert.ts';
import { percent, shortDay } from './progress-words.ts';

const WIDTH = 720;
const EDGE = 32;
const INNER = WIDTH - 2 * EDGE;
const [TILES_AT, CHART_AT, TOPICS_AT] = [92, 216, 462];
const [TILE_HEIGHT, CHART_HEIGHT, ROW_HEIGHT] = [96, 150, 30];
const NAME_WIDTH = 372;

/** A dark panel with an edge stands out from Discord's dark themes as from its light one. */
const COLOUR = {
  panel: '#20222b',
  edge: '#4a4e5c',
  tile: '#2d303c',
  text: '#f4f5f8',
  quiet: '#b6bac8',
  due: '#f5a742',
  ahead: '#6f8cff',
  right: '#4cc38a',
};

/** The progress of a student as an SVG of 720 pixels' width, in the font DejaVu Sans. */
export function progressPicture(progress: QuizProgress): string {
  const { topics, zone, today } = progress;
  const height = TOPICS_AT + 16 + topics.rows.length * ROW_HEIGHT + EDGE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="DejaVu Sans">`,
    box(1, 1, WIDTH - 2, height - 2, COLOUR.panel, { radius: 16, edge: COLOUR.edge }),
    write(EDGE, 48, 'Your progress', { size: 24, bold: true }),
    write(EDGE, 72, `${longDay(today)} · days as in ${zone.replaceAll('_', ' ')}`, { quiet: true }),
    ...tiles(progress),
    ...forecast(progress),
    ...topicRows(progress),
    '</svg>',
  ].join('\n');
}

function tiles({ due, cards, retention, streak }: QuizProgress): string[] {
  const width = (INNER - 32) / 3;
  const shown = [
    { value: String(due), label: 'due now', more: `of ${cards} ${cards === 1 ? 'question' : 'questions'}` },
    {
      value: retention.of === 0 ? '–' : percent(retention),
      label: 'remembered',
      more:
        retention.of === 0
          ? 'nothing asked twice yet'
          : `of ${retention.of} asked again in ${DAYS_BACK} days`,
    },
    { value: String(streak), label: streak === 1 ? 'day in a row' : 'days in a row', more: 'with an answer' },
  ];
  return shown.flatMap(({ value, label, more }, i) => {
    const x = EDGE + i * (width + 16);
    return [
      box(x, TILES_AT, width, TILE_HEIGHT, COLOUR.tile, { radius: 10 }),
      write(x + 16, TILES_AT + 42, value, { size: 30, bold: true }),
      write(x + 16, TILES_AT + 64, label),
      write(x + 16, TILES_AT + 82, more, { size: 11, quiet: true }),
    ];
  });
}

function forecast({ ahead }: QuizProgress): string[] {
  const most = Math.max(1, ...ahead.map(({ cards }) => cards));
  const slot = INNER / ahead.length;
  const [width, ground] = [slot * 0.62, CHART_AT + 32 + CHART_HEIGHT];
  return [
    write(EDGE, CHART_AT + 12, 'Coming due', { size: 15, bold: true }),
    ...ahead.flatMap(({ day, cards }, i) => {
      const middle = EDGE + (i + 0.5) * slot;
      const tall = cards === 0 ? 2 : Math.max(6, (cards / most) * (CHART_HEIGHT - 24));
      const colour = cards === 0 ? COLOUR.edge : i === 0 ? COLOUR.due : COLOUR.ahead;
      return [
        box(middle - width / 2, ground - tall, width, tall, colour, { radius: Math.min(4, tall / 2) }),
        write(middle, ground - tall - 7, String(cards), {
          bold: cards > 0,
          quiet: cards === 0,
          centred: true,
        }),
        write(middle, ground + 20, i === 0 ? 'today' : shortDay(day), {
          size: 12,
          quiet: true,
          centred: true,
        }),
      ];
    }),
  ];
}

function topicRows({ topics }: QuizProgress): string[] {
  const [barAt, barWidth] = [EDGE + 390, 186];
  return [
    write(EDGE, TOPICS_AT, `Right answers by ${topics.kind}`, { size: 15, bold: true }),
    ...topics.rows.flatMap(({ name, right, of }, i) => {
      const y = TOPICS_AT + 16 + (i + 0.5) * ROW_HEIGHT;
      return [
        write(EDGE, y + 5, cut(name)),
        box(barAt, y - 5, barWidth, 10, COLOUR.edge, { radius: 5 }),
        ...(right > 0
          ? [box(barAt, y - 5, Math.max(10, (barWidth * right) / of), 10, COLOUR.right, { radius: 5 })]
          : []),
        write(barAt + barWidth + 14, y + 5, `${right} of ${of}`),
      ];
    }),
  ];
}

interface Look {
  size?: number;
  bold?: boolean;
  quiet?: boolean;
  centred?: boolean;
}

function write(x: number, y: number, text: string, { size = 13, bold, quiet, centred }: Look = {}): string {
  const looks = [
    `font-size="${size}"`,
    `fill="${quiet ? COLOUR.quiet : COLOUR.text}"`,
    ...(bold ? ['font-weight="bold"'] : []),
    ...(centred ? ['text-anchor="middle"'] : []),
  ];
  return `<text x="${x}" y="${y}" ${looks.join(' ')}>${escaped(text)}</text>`;
}

function box(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  { radius, edge }: { radius: number; edge?: string },
): string {
  const stroke = edge === undefined ? '' : ` stroke="${edge}" stroke-width="2"`;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"${stroke}/>`;
}

/** What the font has no letters for: other scripts, which are spelt in Latin letters, and pictures, which are left out. */
const OTHER_SCRIPTS =
  /[^\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{scx=Armenian}\p{scx=Georgian}\p{scx=Arabic}\p{scx=Hebrew}\p{N}\p{P}\p{S}\s]+/gu;
const PICTURES = /(?![\d#*©®™])\p{Emoji}[\u{1f3fb}-\u{1f3ff}\ufe0f]?/gu;

/** A name on one line, not wider than its column. */
function cut(name: string): string {
  const drawn = cleanLine(name).replace(PICTURES, '').replace(OTHER_SCRIPTS, anyAscii).trim();
  let width = 0;
  const letters = [...new Intl.Segmenter().segment(drawn)].map(({ segment }) => segment);
  const fit = letters.findIndex((letter) => {
    width += widthOf(letter);
    return width > NAME_WIDTH;
  });
  return fit === -1 ? drawn : `${letters.slice(0, fit).join('').trimEnd()}…`;
}

/** Of a letter at the size of names, about, in pixels. */
function widthOf(letter: string): number {
  if (/^[\p{Lu}mw@%&]/u.test(letter)) return 10.2;
  return /^[ filjrt.,;:'’()|-]/.test(letter) ? 5 : 8.2;
}

function longDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric' },
    timeZone: 'UTC',
  });
}

/** Text of an article is text in a picture too. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
