import type { Turn } from '../../model.ts';
import { fold, isStopWord, wordsOf } from '../../retrieve/words.ts';
import { antecedentsOf, likely, type Mention } from './antecedents.ts';
import type { Form } from './form.ts';
import { predicateOf } from './matter.ts';
import { asksWhich, pointsBack, resolved, whichOf } from './reference.ts';
import { exchanged } from './substitution.ts';

/** A question that a follow-up may stand for. */
export interface Reading {
  text: string;
  /** 0 to 1: how likely it is meant, before the articles are looked at. */
  prior: number;
  /** Whether anything of the conversation is in it. */
  isCarried: boolean;
}

/** "Who was it taken from": goes with the opening of its question. */
const STRANDED = / (?:from|by|with|for|to|of|about|on|in|at)$/iu;
/** Each costs a look at the articles. */
const MOST = 6;

/** What a follow-up may stand for, the likeliest first; itself, last, when it may stand alone. */
export function readingsOf(form: Exclude<Form, { kind: 'more' }>, turns: readonly Turn[]): Reading[] {
  const carried = byForm(form, turns)
    .toSorted((a, b) => b.prior - a.prior)
    .filter(({ text }, i, all) => all.findIndex((other) => fold(other.text) === fold(text)) === i)
    .slice(0, MOST)
    .map((mention) => ({ ...mention, isCarried: true }));
  const alone = aloneIn(form);
  return alone === undefined ? carried : [...carried, { text: alone, prior: 1, isCarried: false }];
}

function byForm(form: Exclude<Form, { kind: 'more' }>, turns: readonly Turn[]): Mention[] {
  const question = turns.at(-1)?.question ?? '';
  const found = antecedentsOf(turns);
  switch (form.kind) {
    case 'opening':
      return [
        { text: `${form.opening} ${predicateOf(question).replace(STRANDED, '')}${behind(form)}`, prior: 1 },
      ];
    case 'noun':
      if (asksWhich(form.text, question)) return [whichOf(question)];
      return likely(found.topics, (thing) => `${form.text} (${thing})`);
    case 'phrase':
      return exchanged(form, question, found);
    default:
      return resolved(form.text, question, found);
  }
}

function behind({ last }: Extract<Form, { kind: 'opening' }>): string {
  return last === undefined ? '' : ` ${last}`;
}

/** The follow-up itself, when nothing shows that it leaves something out. */
function aloneIn(form: Exclude<Form, { kind: 'more' }>): string | undefined {
  if (form.kind === 'clause') return pointsBack(form.text) ? undefined : form.text;
  const isQuery = form.kind === 'phrase' && !form.isSwitch && form.preposition === '';
  return isQuery && wordsOf(form.phrase).filter(({ word }) => !isStopWord(word)).length > 1
    ? form.phrase
    : undefined;
}
