import type { Article, Card } from '../../src/model.ts';
import { areSame, isLikeNumber, SMALL, shapeOf, withoutLead, wordsIn } from './plain-text.ts';
import { type Found, saidBy, truthRules } from './truth-rules.ts';

/**
 * The rules of a card, checked against the plain text of the articles with nothing of what made the card, so that a
 * mistake there is not repeated here.
 */

/** What is wrong with a card. */
export interface Violation {
  card: Card;
  rule: string;
  why: string;
}

const GAP = '_____';
const TRIVIAL = new Set([
  ...SMALL,
  ...'one two first second third other another such some many most more new old own same several few much all each every monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow'.split(
    ' ',
  ),
]);
const BACKWARD =
  /^(?:he|she|it|they|we|his|her|its|their|this|that|these|those|such|there|but|and|so|also|however|meanwhile|another|the (?:latter|former|two|other))\b/i;
const PAGE =
  /https?:|www\.|@|©|\b(?:subscribe|newsletter|click here|read more|all rights reserved|follow us|sign up|photo by|getty images|readers can)\b/i;
const OPINION =
  /\b(?:I|we|my|our)\b|\b(?:should|ought|probably|likely|perhaps|maybe|might|best|worst|beautiful|terrible|unfortunately|hopefully)\b/;
const PASSING =
  /\b(?:today|yesterday|tomorrow|tonight|currently|recently|this (?:week|month|year|morning)|(?:last|next) (?:week|month|year)|ago)\b/i;
/** A day that a question says it is of. */
const STATED_DAY =
  /\bas of [^\n]*\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/i;
/** Of times that pass, those that nobody can work out from the day of the article. */
const LOST = /\b(?:tomorrow|tonight|recently|this morning|ago)\b/i;
const WHO_SAID = /\bwho (?:said|wrote): “(.+)”\?$/i;
const SAYING =
  /\b(?:said|says|added|adds|wrote|writes|tweeted|warned|explained|noted|testified|acknowledged|recalled|argued|stated)\b/;
const OF_NOW = /^(?:\p{L}[\p{L}’'-]* ){1,6}(?:is|are|has|have|will)\b(?! been)/u;
const OPTIONS: Record<Card['kind'], number[]> = {
  choice: [4],
  gap: [0],
  trueFalse: [2],
  article: [4],
  acronym: [0, 4],
  order: [0],
};
const LIKE_LENGTH = { times: 2.5, characters: 8 };

/** Everything that is wrong with some cards. */
export function audit(cards: readonly Card[], articles: ReadonlyMap<string, Article>): Violation[] {
  const said = [...articles.values()].flatMap(saidBy);
  const found: Violation[] = [];
  const ids = new Set<string>();
  for (const card of cards) {
    const rules = [
      ...proofRules(card, articles),
      ...speakerRules(card),
      ...questionRules(card),
      ...optionRules(card),
      ...truthRules(card, said, articles),
    ];
    if (ids.has(card.id)) rules.push(['id', 'another card has the same id']);
    ids.add(card.id);
    found.push(...rules.map(([rule, why]) => ({ card, rule, why })));
  }
  return found;
}

function proofRules(card: Card, articles: ReadonlyMap<string, Article>): Found {
  const { proof, articleId, key, kind, question } = card;
  const found: Found = [];
  if (proof.length === 0) found.push(['proof', 'there is none']);
  for (const [i, { n, articleId: id, start, end, quote, title }] of proof.entries()) {
    const article = articles.get(id);
    if (article?.text.slice(start, end) !== quote)
      found.push(['proof', 'the quote is not what the article says there']);
    if (article && start < article.body) found.push(['proof', 'the quote is of the head of the article']);
    if (article && article.title !== title) found.push(['proof', 'the title is another']);
    if (n !== i + 1 || id !== articleId)
      found.push(['proof', 'the footnotes are not in order or of another article']);
    if (PAGE.test(quote)) found.push(['page', 'the quote is page furniture']);
    const own = asksWhoSaid(card) ? quote.replace(SPOKEN, '') : quote;
    const passing = STATED_DAY.test(question) ? LOST : PASSING;
    if (kind !== 'acronym' && BACKWARD.test(own)) found.push(['alone', 'the quote does not stand alone']);
    if (kind !== 'acronym' && OPINION.test(own))
      found.push(['opinion', 'the quote is an opinion or a guess']);
    if (kind !== 'acronym' && passing.test(own.replace(/\b(?:today|yesterday)\b/, '')))
      found.push(['overtaken', 'the quote speaks of a time that is not dated']);
  }
  const quotes = proof.map(({ quote }) => quote).join(' ');
  if ((kind === 'choice' || kind === 'gap' || kind === 'acronym') && !quotes.includes(key))
    found.push(['proof', 'the quote does not have the answer']);
  return found;
}

/** Words between quotation marks that are more than a name or a phrase. */
const SPOKEN = /[“"][^“”"]{30,}[”"]/g;

function asksWhoSaid({ asks, question }: Card): boolean {
  return (
    asks === 'person' &&
    (WHO_SAID.test(question) ||
      (withoutLead(question).replace(SPOKEN, '').length < 120 && SPOKEN.test(question.split('\n')[1] ?? '')))
  );
}

/** Who is asked for has to stand beside the words, and these between quotation marks. */
function speakerRules({ key, proof, question }: Card): Found {
  const words = WHO_SAID.exec(question)?.[1];
  if (words === undefined) return [];
  const quote = proof[0]?.quote ?? '';
  const spoken = quote.match(SPOKEN) ?? [];
  const found: Found = [];
  if (!spoken.some((each) => each.includes(words))) found.push(['speaker', 'the words are not quoted there']);
  const told = quote.replace(SPOKEN, ' ');
  if (!told.includes(key) || !SAYING.test(told)) found.push(['speaker', 'it is not told who said so']);
  return found;
}

function questionRules(card: Card): Found {
  const { kind, key, question, proof } = card;
  const found: Found = [];
  if (question.length < 15 || question.length > 700) found.push(['question', 'is too short or too long']);
  const asked = wordsIn(withoutLead(question));
  if (kind === 'choice' || kind === 'gap' || kind === 'acronym') {
    if (asked.includes(wordsIn(key)) && wordsIn(key).trim() !== '')
      found.push(['answer', 'the question has the answer in it']);
    const words = wordsIn(key).trim().split(' ');
    if (words.every((word) => TRIVIAL.has(word)) && !/\d/.test(key) && card.asks !== 'number')
      found.push(['trivial', 'the answer is a trivial word']);
  }
  const quote = proof[0]?.quote ?? '';
  if (kind === 'gap' && question.split(GAP).length !== 2) found.push(['gap', 'there is not exactly one gap']);
  if (question.includes(GAP)) {
    const told = wordsIn(withoutLead(question).replace(GAP, key)).trim().split(' ');
    const missing = told.filter((word) => !wordsIn(quote).includes(` ${word} `));
    if (missing.length > 0)
      found.push(['gap', `the filled gap says what the quote does not: ${missing.join(' ')}`]);
  } else if (kind === 'choice' && !/\?$/.test(question)) found.push(['question', 'is no question']);
  const isOfTime = kind === 'choice' || kind === 'gap' || kind === 'trueFalse';
  if (isOfTime && OF_NOW.test(quote) && !/\b(?:as of|according to)\b/i.test(question))
    found.push(['overtaken', 'a statement about now does not say as of when']);
  if (/\s{2,}(?!\n)|undefined|\?\?|\.\?/.test(question)) found.push(['question', 'is not well formed']);
  return found;
}

function optionRules({ kind, asks, key, options = [] }: Card): Found {
  const found: Found = [];
  if (!OPTIONS[kind].includes(options.length)) found.push(['options', `there are ${options.length}`]);
  if (options.length === 0) return found;
  if (options.filter((option) => option === key).length !== 1)
    found.push(['options', 'the answer is not one of them']);
  const plain = options.map((option) => wordsIn(option).replace(/ (?:the|a|an) /g, ' '));
  if (new Set(plain).size !== options.length) found.push(['options', 'two are the same']);
  if (kind !== 'choice') return found;
  for (const [i, option] of options.entries()) {
    if (option === key) continue;
    if (areSame(option, key)) found.push(['options', `"${option}" is the answer in other words`]);
    if (plain.some((other, j) => j !== i && other.includes(plain[i] ?? ' ')) && !/\d/.test(option))
      found.push(['options', `"${option}" is part of another`]);
    const [short, long] = [option.length, key.length].sort((a, b) => a - b) as [number, number];
    if (long > short * LIKE_LENGTH.times && long - short > LIKE_LENGTH.characters)
      found.push(['options', `"${option}" is of another length`]);
    if (/^(?:day|month|year)$/.test(asks) && shapeOf(option) !== shapeOf(key))
      found.push(['options', `"${option}" is a date of another kind`]);
    if (/^(?:number|money|percentage)$/.test(asks) && !isLikeNumber(option, key))
      found.push(['options', `"${option}" is a number of another size or unit`]);
    if (/^(?:person|organisation|country|place)$/.test(asks) && /\d/.test(option) !== /\d/.test(key))
      found.push(['options', `"${option}" is of another kind`]);
  }
  return found;
}
