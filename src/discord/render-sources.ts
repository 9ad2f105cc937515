import { quotesToMark } from '../answer/text-fragment.ts';
import type { Answer, Citation, Excerpt, Fate } from '../model.ts';
import { cost, MESSAGE_TEXT } from './limits.ts';
import { button, buttons, card, type Message, paragraph, rule } from './message.ts';
import { bold } from './render-answer.ts';
import { alsoIn, shortLine, sourceLine } from './source-line.ts';

const BLUE = 0x5865f2;
const QUOTE = 1_200;
const SURROUNDINGS = 400;
/** Each takes two of the 40 components of a message. */
const EXCERPTS = 8;

const HEADING = '-# The words that this answer rests on';
const BECAME = {
  stands: 'The article was changed after this answer; these words still stand in it.',
  changed:
    'The article was changed after this answer and no longer has these words: they are what it said at the time.',
  removed: 'The article was removed after this answer; these are the words it rested on at the time.',
};

export interface SourcesOptions {
  /** From 0; a page beyond the last shows the last. */
  page: number;
  /** `custom_id` of the button that opens another page. */
  pageId: (page: number) => string;
}

/**
 * The quoted passages of an answer in their surroundings, the quoted words in bold; as many pages as they need.
 * @param excerpts one for each citation of the answer, in the same order; and what became of its article.
 */
export function renderSources(
  answer: Answer,
  excerpts: readonly (Excerpt | undefined)[],
  fates: readonly Fate[],
  { page, pageId }: SourcesOptions,
): Message {
  const pages = paginate(
    answer.citations.map((citation, i) => renderExcerpt(citation, excerpts[i], fates[i])),
    MESSAGE_TEXT - cost(HEADING) - 40,
  );
  const shown = Math.min(page, pages.length - 1);
  const turn = [
    button('Previous', pageId(shown - 1), shown === 0),
    button('Next', pageId(shown + 1), shown === pages.length - 1),
  ];
  return card(BLUE, [
    paragraph(pages.length === 1 ? HEADING : `${HEADING} · page ${shown + 1} of ${pages.length}`),
    ...(pages[shown] ?? []).flatMap((excerpt) => [rule(), paragraph(excerpt)]),
    pages.length === 1 ? undefined : buttons(...turn),
  ]);
}

function renderExcerpt(citation: Citation, excerpt: Excerpt | undefined, fate: Fate | undefined): string {
  const quote = bold(shortLine(citation.quote, QUOTE));
  const copies = alsoIn([citation]);
  const source = [
    sourceLine([citation], quotesToMark([citation])),
    ...(copies === '' ? [] : [`-# ${copies}`]),
  ].join('\n');
  if (excerpt === undefined) {
    return [source, `> ${quote}`, `-# ${fate === 'removed' ? BECAME.removed : BECAME.changed}`].join('\n');
  }
  const passage = [
    shortLine(excerpt.before, SURROUNDINGS, 'end'),
    quote,
    shortLine(excerpt.after, SURROUNDINGS),
  ].reduce(join);
  return [source, `> ${passage}`, ...(fate === 'changed' ? [`-# ${BECAME.stands}`] : [])].join('\n');
}

/** Two pieces of one passage with a space between them, but not before closing punctuation. */
function join(left: string, right: string): string {
  if (left === '' || right === '' || /^(?:\*\*|\\)?[.,;:!?)\]”’]/.test(right)) return left + right;
  return `${left} ${right}`;
}

/** Splits between excerpts only. */
function paginate(excerpts: readonly string[], room: number): string[][] {
  const pages: string[][] = [];
  let left = 0;
  for (const excerpt of excerpts) {
    left -= cost(excerpt);
    const page = pages.at(-1);
    if (page === undefined || left < 0 || page.length === EXCERPTS) {
      pages.push([excerpt]);
      left = room - cost(excerpt);
    } else page.push(excerpt);
  }
  return pages;
}
