import type { Card } from '../model.ts';
import { fold } from '../retrieve/words.ts';
import { covers } from '../spans.ts';
import { idOf, shuffled } from './chance.ts';
import type { QuizCorpus } from './corpus.ts';
import { DISTRACTORS } from './distractors.ts';
import { type MadeCards, proofOf } from './make.ts';
import type { ShortForm } from './short-forms.ts';
import { isFurniture } from './standing.ts';

/** Articles often give an office the short form of its institution. */
const OFFICE = /^(?:Minister|President|Director|Secretary|Chief|Governor|Chair\p{L}*|Commissioner)\b/u;

/** Cards that match a short form and what it stands for, both ways. */
export function acronymCards(articleId: string, corpus: QuizCorpus): MadeCards {
  const made: MadeCards = { cards: [], refused: [] };
  for (const form of corpus.shortForms.filter(({ article }) => article.id === articleId)) {
    const { short, full } = form;
    if (OFFICE.test(full)) continue;
    if (corpus.shortForms.some((other) => isRival(form, other))) {
      made.refused.push({ reason: 'notUnique', about: `${short}: ${full}` });
      continue;
    }
    const sentence = corpus.of(articleId).find((sentence) => covers(sentence, form.span));
    // What an earlier article explains is asked of that one.
    if (
      !sentence ||
      isFurniture(sentence.text) ||
      corpus.shortForms.find((other) => other.short === short)?.article.id !== articleId
    )
      continue;
    const proof = proofOf([sentence]);
    const ask = (
      direction: 'shortForm' | 'fullForm',
      question: string,
      key: string,
      wrong: readonly string[],
    ): Card => {
      const id = idOf(direction, articleId, short, full);
      const few = shuffled(wrong, id).slice(0, DISTRACTORS);
      const options = few.length === DISTRACTORS ? { options: shuffled([key, ...few], id) } : {};
      return { id, kind: 'acronym', asks: direction, articleId, question, key, also: [], ...options, proof };
    };
    const others = [
      ...new Map(
        corpus.shortForms
          .filter(
            (other) => other.short !== short && fold(other.full) !== fold(full) && !OFFICE.test(other.full),
          )
          .map((other) => [other.short, other]),
      ).values(),
    ];
    made.cards.push(
      ask(
        'fullForm',
        `What does ${short} stand for?`,
        full,
        others.filter((other) => isLikeLong(other.full, full)).map((other) => other.full),
      ),
    );
    // Options would tell it by their letters.
    made.cards.push(ask('shortForm', `What is the short form of “${full}”?`, short, []));
  }
  return made;
}

/** One short form for two things, or one thing with two short forms. */
function isRival(one: ShortForm, other: ShortForm): boolean {
  return (one.short === other.short) !== (fold(one.full) === fold(other.full));
}

function isLikeLong(one: string, other: string): boolean {
  return Math.max(one.length, other.length) <= 2.2 * Math.min(one.length, other.length);
}
