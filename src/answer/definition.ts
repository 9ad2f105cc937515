import type { Span } from '../model.ts';
import { spansOf } from '../spans.ts';

/** "What is CNES?", "who was Vikram Sarabhai", "what does NPCIL stand for". */
const ASKS =
  /^\W*(?:(?:what|who)(?:['’]s| is| are| was| were) (?:the |an? )?|what do(?:es)? (?:the )?|define |meaning of |full form of )(?<thing>[^?]{2,80}?)(?: stands? for| means?)?\W*$/i;
const MOST_WORDS = 6;
/** What a name is often followed by, and left out of: "the Jaitapur project", "Jaitapur". */
const KIND =
  'projects?|programmes?|programs?|plans?|campaigns?|initiatives?|missions?|agreements?|treat(?:y|ies)|deals?|pacts?|schemes?|alliances?|conventions?|summits?|plants?|stations?|regimes?|roadmaps?|polic(?:y|ies)|strateg(?:y|ies)|partnerships?|dialogues?|exercises?|corridors?|funds?';
const OF_KIND = new RegExp(`^(?<name>\\p{Lu}.*) (?<kind>${KIND})$`, 'u');
/** Small words within a name: "Bureau of Industry". */
const JOINER = /^(?:of|the|and|for|on|de|du|la|&)$/;

/**
 * The thing that a question asks to be told of as a whole, by its name: "CNES" of "What is the CNES?".
 * @returns `undefined` for any other question
 */
export function definedIn(question: string): string | undefined {
  const thing = ASKS.exec(question)?.groups?.thing;
  const words = thing?.split(/\s+/) ?? [];
  const isName =
    words.length === 1 || words.every((word) => JOINER.test(word) || /^[\p{Lu}\p{N}]/u.test(word));
  return (isName || OF_KIND.test(thing ?? '')) && words.length <= MOST_WORDS ? thing : undefined;
}

/** The patterns of the last thing: a question asks them of a hundred sentences in a row. */
let made: { thing: string; patterns: RegExp[] } = { thing: '', patterns: [] };

/** Where a sentence tells what a thing is, or what its letters stand for. */
export function definitionsOf(thing: string, sentence: string): Span[] {
  if (thing !== made.thing) made = { thing, patterns: patternsFor(thing) };
  return made.patterns.flatMap((pattern) => spansOf(sentence, pattern));
}

function patternsFor(thing: string): RegExp[] {
  const { name = thing, kind } = OF_KIND.exec(thing)?.groups ?? {};
  const escaped = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  // "The Jaitapur nuclear power project" is the Jaitapur project, and Jaitapur.
  const more = `(?: \\p{L}+){0,3}`;
  const inFull = kind === undefined ? `${escaped}(?:${more} (?:${KIND}))?` : `${escaped}${more} ${kind}`;
  const named = kind === undefined ? escaped : inFull;
  return [
    `^(?:the )?(?:\\p{L}+ ){0,2}${inFull}(?:,[^.;]{2,80},| \\([^)]{2,40}\\))? (?:is|are|was|were) (?:an?|the|one|regarded|known|considered)\\b`,
    `\\b${named} for short\\b`,
    `\\p{L} \\(${named}\\)`,
    `\\b${named}\\b[^.;]{0,20}\\b(?:stands?|stood|short) for\\b`,
    `\\b${named}, (?:an?|the) `,
  ].map((pattern) => new RegExp(pattern, 'giu'));
}
