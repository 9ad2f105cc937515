import type { Card } from '../model.ts';
import { type Asked, isNameKind, NEGATIVE } from './askable.ts';
import { idOf, pick, shuffled } from './chance.ts';
import type { QuizCorpus } from './corpus.ts';
import { distractorsFor } from './distractors.ts';
import { introduced } from './introduction.ts';
import { proofOf } from './make.ts';
import { shownOf } from './shown.ts';

/** Nobody is to read, as a statement, that somebody else did or suffered this. */
const GRAVE =
  /\b(?:kill|murder|stab|shot|shoot|die[ds]?\b|dead|death|charge|arrest|accus|convict|guilty|jail|prison|rape|assault|abus|attack|fraud|brib|corrupt|terror|suicide|drug|steal|stole|theft|lawsuit|extradit|harass|racis)/i;

const LIMIT =
  /\b(?:more than|over|at least|up to|less than|fewer than|under|as (?:many|much|few|little) as|no (?:more|less|fewer) than|nearly|almost|about|around|roughly|approximately|some|an estimated|above|below|by|before|until|since|after) (?:the )?$/i;

/** A statement to judge, about one of the terms that a sentence may be asked for: as the sentence has it, or with a wrong one. */
export function statementCard(asked: readonly Asked[], corpus: QuizCorpus): Card | undefined {
  if (asked.length < 2) return undefined;
  for (const each of shuffled(asked, asked[0]?.sentence.text ?? '')) {
    const { sentence, standing, term, around } = each;
    if (term.kind === 'name' || term.kind === 'term') continue;
    if (isNameKind(term) && (GRAVE.test(sentence.text) || NEGATIVE.test(sentence.text))) continue;
    // More than 14 is more than 10 too.
    if (LIMIT.test(sentence.text.slice(0, term.start))) continue;
    // "Ukrainian President …" is somebody already.
    if (term.kind === 'person' && /\p{Lu}\S* $/u.test(sentence.text.slice(0, term.start))) continue;
    const [wrong] = distractorsFor(term, sentence, around, corpus) ?? [];
    if (wrong === undefined) continue;
    const id = idOf('statement', sentence.article.id, sentence.text, term.text, String(term.start));
    const isTrue = pick(id, 2) === 0;
    const shown = shownOf(each);
    const { start, end } = shown.term;
    const statement = isTrue ? shown.text : shown.text.slice(0, start) + wrong + shown.text.slice(end);
    const text = introduced(`True or false:\n${statement}`, standing, sentence.article, false, term.text);
    if (text === undefined) continue;
    return {
      id,
      kind: 'trueFalse',
      asks: 'truth',
      articleId: sentence.article.id,
      question: text,
      key: isTrue ? 'True' : 'False',
      also: isTrue ? ['yes', 'correct', 'right'] : ['no', 'wrong', 'incorrect'],
      options: ['True', 'False'],
      proof: proofOf([sentence]),
    };
  }
  return undefined;
}
