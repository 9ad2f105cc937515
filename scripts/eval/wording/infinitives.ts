import type { Span } from '../../../src/model.ts';
import { spansOf } from '../../../src/spans.ts';
import { MAIN_VERB } from './voice.ts';

/** Verbs in the past that are the main ones of their clauses, as far as their place tells. */
export function mainVerbs(sentence: string): Span[] {
  return spansOf(sentence, MAIN_VERB);
}

const INFINITIVES: Readonly<Record<string, string>> = {
  ...{
    built: 'build',
    bought: 'buy',
    sold: 'sell',
    won: 'win',
    wrote: 'write',
    written: 'write',
    took: 'take',
    taken: 'take',
    led: 'lead',
  },
  ...{
    made: 'make',
    found: 'find',
    sent: 'send',
    held: 'hold',
    told: 'tell',
    taught: 'teach',
    founded: 'found',
    decides: 'decide',
  },
};

export function infinitiveOf(verb: string): string {
  const bare = verb.replace(/ed$/, '');
  if (INFINITIVES[verb] !== undefined) return INFINITIVES[verb];
  if (bare.endsWith('i')) return `${bare.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/.test(bare)) return bare.slice(0, -1);
  return /(?:[csvzu]|[^n]g|[aiu][tdlrnmk]|o[sk])$/.test(bare) &&
    !/(?:ai|ea|ee|oo|ou|oi)\p{L}$|(?:is|it|er|en|ow)$/u.test(bare)
    ? `${bare}e`
    : bare;
}
