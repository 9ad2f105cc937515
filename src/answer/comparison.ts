import { namesIn } from '../retrieve/stems.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';
import { AUXILIARY, OPENING } from './question-words.ts';
import type { Side } from './sides.ts';

/** What is compared is nearly everything that these say; it need not be names. `a` and `b` are its sides. */
const FRAMES = [
  /\b(?:differences?|distinctions?|comparisons?|similarit(?:y|ies)) (?:there )?(?:is |are )?(?:between|of|in) (?<a>.+?),? (?:and|vs\.?|versus|with|to) (?<b>.+)$/iu,
  /^(?:please |can you |could you )*(?:compare|contrast|distinguish) (?:between )?(?<a>.+?),? (?:and|vs\.?|versus|with|to|against|from) (?<b>.+)$/iu,
  /^(?:so )?how (?:do|does|did|are|is|was|were) (?<a>.+?) (?:compared? |differ(?:s|ent)? |different )(?:with|to|from|against) (?<b>.+)$/iu,
  /^(?:so )?how (?:do|does|did|are) (?<a>.+?) and (?<b>.+?) (?:compare|differ|different)(?<rest> .+)?$/iu,
  /^(?<a>.+?),? (?:vs\.?|versus|compared (?:to|with)|as opposed to) (?<b>.+)$/iu,
  /^(?<a>[^,:]+?) (?:(?:or|vs\.?|versus) (?<b>[^,:]+?) ?[:,–—-]|and (?<b>[^,:]+?) ?:) (?<rest>(?:which|who|what|when|where|how|is|are|does)\b.+)$/iu,
];
/** What is asked of one, and whom else to ask it of: "How many members does the NSG have compared to the MTCR". */
const ASKED =
  /^(?<before>(?:how|what|which|when|where)\b(?:.*?)? (?<auxiliary>do|does|did|is|are|was|were|has|have|had|can|could|will|would) )(?<a>.+?),? (?:compared (?:to|with)|as opposed to) (?<b>.+)$/iu;
/** What is done, and to what: "pay", "pay for the jets". */
const VERB_BEHIND = /^(?<name>.+?)(?<verb> \S+(?: (?:about|against|at|by|for|from|in|of|on|to|with) .+)?)$/u;
const COUNTED = /(?<=\bhow (?:many|much) )[\p{L}-]+/iu;
const PARTICIPLE_BEHIND = /^(?<name>.+)(?<verb> \p{Ll}+(?:ed|en|nt|lt|ld|rn|wn|de|ne|un))$/u;
const PREPOSITION = '(?:of|in|for|with|by|to|on|from|at|between|under)';
/** The topic that both sides share: "in size", "when it comes to members". */
const TOPIC =
  /^(?<side>.+?)(?<topic> (?:in (?:terms of )?|on |regarding |concerning |about |for |of |when it comes to |with regard to )\S.*)$/iu;
const ARTICLE = /^(?:the|a|an|that of|those of|both) /iu;
const OF = new RegExp(`^(?<shared>.+ ${PREPOSITION} (?:the )?)(?<side>.+?)$`, 'iu');
const ASKS = new RegExp(`^(?:${OPENING}|${AUXILIARY})\\b|\\b(?:what|which|whom?)\\b`, 'iu');
const POSSESSIVE = /['’]s?$/u;
const LONGEST = 60;

/** The sides of a question that says it compares; they need not be written as names. None when it does not. */
export function comparedIn(question: string): Side[] {
  const text = question.replace(/[\s?.!]+$/u, '');
  const asked = askedOfBoth(ASKED.exec(text)?.groups ?? {});
  if (asked.length > 0) return asked;
  for (const frame of FRAMES) {
    const { a, b, rest = '' } = frame.exec(text)?.groups ?? {};
    if (a && b) return pairOf(a, b, rest.trim());
  }
  return [];
}

function askedOfBoth({ before = '', auxiliary = '', a = '', b = '' }: Record<string, string>): Side[] {
  const verbBehind = /^(?:d|can|could|will|would)/i.test(auxiliary) ? VERB_BEHIND : PARTICIPLE_BEHIND;
  const { name = a, verb = '' } = verbBehind.exec(a)?.groups ?? {};
  const isNameOnly = (text: string) => namesIn(` ${text.replace(ARTICLE, '')}`)[0]?.start === 1;
  // "How many rifles did Ada Berg have compared to shotguns?"
  if (isNameOnly(name) && /^\p{Ll}+$/u.test(b) && COUNTED.test(before)) {
    return [COUNTED.exec(before)?.[0] ?? '', b].map((one) =>
      sideOf(one, `${before.replace(COUNTED, one)}${a}`, ''),
    );
  }
  // "order from Boeing compared to Airbus": what is nearest is compared.
  const { shared: done = '', side: object = '' } = OF.exec(verb)?.groups ?? {};
  if (isNameOnly(object) && isOneThing(object) && isOneThing(b)) {
    return [object, b].map((one) => sideOf(one.replace(ARTICLE, ''), `${before}${name}${done}${one}`, ''));
  }
  const { shared, side } = partedBehindShared(name, b);
  if (![side, b].every(isOneThing)) return [];
  return [side, b].map((one) => {
    const label = one.replace(ARTICLE, '');
    return sideOf(label, `${before}${shared}${shared.endsWith('the ') ? label : one}${verb}`, '');
  });
}

function pairOf(first: string, second: string, rest: string): Side[] {
  const b = withoutTopic(second.replace(new RegExp(`^${PREPOSITION} `, 'iu'), ''));
  const isOfBoth = hasPreposition(b.side);
  const a = isOfBoth ? { shared: '', side: first } : partedBehindShared(first, b.side);
  const [left, right] = [a.side.replace(ARTICLE, ''), b.side.replace(ARTICLE, '')];
  const { side, tail } = alike(left, right);
  const ending = [tail, b.topic.trim(), rest].filter(Boolean).join(' ');
  if ([left, side].some((name) => !isTelling(name) || ASKS.test(name) || name.length > LONGEST)) return [];
  const { owner = '', owned = '' } = /^(?<owner>.+?)['’]s? (?<owned>.+)$/u.exec(left)?.groups ?? {};
  // "CNES's headquarters compared with ISRO's"
  if (owner && POSSESSIVE.test(side)) {
    return [owner, side.replace(POSSESSIVE, '')].map((name) =>
      sideOf(name, `${a.shared}${name}’s ${owned}`, ending),
    );
  }
  const other = owner ? side.replace(/^(?:its|their) /iu, `${owner}’s `) : side;
  // "NSG members compared to MTCR members"
  const one = tail && left.endsWith(` ${tail}`) ? left.slice(0, -tail.length - 1) : left;
  return [one, other].map((name) => sideOf(name.replace(POSSESSIVE, ''), a.shared + name, ending));
}

function sideOf(label: string, matter: string, ending: string): Side {
  const text = `${matter} ${ending}`.trim();
  return { label, text: text.replace(ARTICLE, '') === label ? `What is ${label}?` : `${text}?` };
}

/** "founding dates of CNES" is the side "CNES" where the other is "ISRO". */
function partedBehindShared(first: string, other: string): { shared: string; side: string } {
  const name = namesIn(` ${first}`).at(-1);
  const isName = namesIn(` ${other.replace(ARTICLE, '')}`)[0]?.start === 1;
  if (name && isName && name.end === first.length + 1) {
    return { shared: first.slice(0, name.start - 1), side: first.slice(name.start - 1) };
  }
  const { shared = '', side = first } = OF.exec(first)?.groups ?? {};
  return { shared, side };
}

/** The second side cut to the kind of the first: "uk" and "cyber pact" for "france" and "uk cyber pact". */
function alike(first: string, second: string): { side: string; tail: string } {
  if (second.split(' ').every((word) => /^[\p{Lu}\d]/u.test(word))) return { side: second, tail: '' };
  const name = namesIn(` ${second}`)[0];
  const isName = name?.start === 1 && namesIn(` ${first}`)[0]?.start === 1;
  const length = isName ? name.end - 1 : first.includes(' ') ? second.length : second.search(/ |$/);
  return { side: second.slice(0, length), tail: second.slice(length).trim() };
}

function withoutTopic(text: string): { side: string; topic: string } {
  const { side = text, topic = '' } = TOPIC.exec(text)?.groups ?? {};
  // "the Bureau of Industry" is a name.
  return namesIn(` ${text}`).some(({ start, end }) => start <= side.length && side.length + 2 < end)
    ? { side: text, topic: '' }
    : { side, topic };
}

function hasPreposition(text: string): boolean {
  const names = namesIn(` ${text}`);
  return [...text.matchAll(new RegExp(` ${PREPOSITION} `, 'giu'))].some(
    ({ index }) => !names.some(({ start, end }) => start <= index && index < end),
  );
}

/** A word, or a name: what stands before the verb of a question that ends in it. */
function isOneThing(side: string): boolean {
  const bare = side.replace(ARTICLE, '');
  const [name] = namesIn(` ${bare}`);
  return isTelling(bare) && (!bare.includes(' ') || (name?.start === 1 && name.end === bare.length + 1));
}

function isTelling(text: string): boolean {
  return wordsOf(text).some(({ word }) => !isStopWord(word));
}
