import { quotesToMark } from '../../answer/text-fragment.ts';
import type { Citation } from '../../model.ts';
import type { QuizSummary } from '../../quiz/desk.ts';
import { fitting } from '../limits.ts';
import { buttons, card, type Message, paragraph } from '../message.ts';
import { shortLine, titleLink } from '../source-line.ts';
import { nextButton } from './render-outcome.ts';

const BLUE = 0x5865f2;
const IMPRINT = 100;
const ARTICLES = 3_000;

/** How a session went, and what to read again. */
export function renderSummary(key: string, { asked, right, total, readAgain }: QuizSummary): Message {
  const left = total - asked;
  const lines = readAgain.map(articleLine);
  return card(BLUE, [
    paragraph(
      asked === 0
        ? '**Nothing was answered.**'
        : `**${right} of ${asked} right**${left > 0 ? `, ${left} not answered` : ''}.`,
    ),
    lines.length > 0 ? paragraph('**To read again**', ...fitting(lines, ARTICLES)) : undefined,
    paragraph('-# `/quiz review` asks again what is due, `/quiz progress` shows how far you have come.'),
    left > 0 ? buttons(nextButton(key, 'Go on')) : undefined,
  ]);
}

function articleLine(citation: Citation): string {
  const imprint = [citation.publisher, citation.publishedAt].filter((part) => part !== undefined);
  const parts = imprint.map((part) => shortLine(part, IMPRINT));
  return [`• ${titleLink(citation, quotesToMark([citation]))}`, ...parts].join(' · ');
}
