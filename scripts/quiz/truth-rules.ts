import type { Article, Card } from '../../src/model.ts';
import { shareOf, tellingIn, timeIn, withoutLead, wordsIn } from './plain-text.ts';

/** Rules that are broken, each with what breaks it. */
export type Found = [rule: string, why: string][];

/** A sentence of an article, as lower-case words between spaces. */
export interface Said {
  articleId: string;
  text: string;
  words: string;
  telling: Set<string>;
}

/** Of the words of a question, so many in another sentence say the same. */
const SAYS_SAME = 0.75;

/** The sentences of an article. */
export function saidBy({ id, text, body }: Article): Said[] {
  return text
    .slice(body)
    .split(/(?<=[.!?]["”’)]?)\s+|\n+/)
    .map((sentence) => ({
      articleId: id,
      text: sentence,
      words: wordsIn(sentence),
      telling: tellingIn(sentence),
    }));
}

/** Whether an option is true, or the question has another answer, by another sentence of any article. */
export function truthRules(card: Card, said: readonly Said[], articles: ReadonlyMap<string, Article>): Found {
  switch (card.kind) {
    case 'choice':
      return choiceRules(card, said);
    case 'trueFalse':
      return statementRules(card, said);
    case 'article':
      return articleRules(card, said, articles);
    case 'order':
      return orderRules(card);
    case 'acronym':
      return acronymRules(card);
    case 'gap':
      return [];
  }
}

function choiceRules({ key, options = [], proof }: Card, said: readonly Said[]): Found {
  const quote = proof[0]?.quote ?? '';
  const told = tellingIn(quote.replace(key, ' '));
  const found: Found = [];
  for (const option of options) {
    if (option === key) continue;
    if (wordsIn(quote).includes(wordsIn(option))) found.push(['true', `"${option}" stands in the quote`]);
    const other = said.find(
      ({ text, words, telling }) =>
        text !== quote && words.includes(wordsIn(option)) && shareOf(told, telling) >= SAYS_SAME,
    );
    if (other) found.push(['true', `"${option}" is true by: ${other.text}`]);
  }
  return found;
}

function statementRules({ key, proof, question }: Card, said: readonly Said[]): Found {
  const statement = wordsIn(withoutLead(question));
  const isQuoted = shareOf(tellingIn(statement), tellingIn(proof[0]?.quote ?? '')) === 1;
  if (key === 'True' && !isQuoted) return [['true', 'a true statement says more than its quote']];
  const isSaid = isQuoted || said.some(({ words }) => words.includes(statement));
  return key === 'False' && isSaid ? [['true', 'a false statement is said']] : [];
}

function articleRules(
  { articleId: own, key, options = [], proof, question }: Card,
  said: readonly Said[],
  articles: ReadonlyMap<string, Article>,
): Found {
  const found: Found = [];
  const quoted = wordsIn(proof[0]?.quote ?? '');
  if (said.some(({ articleId, words }) => articleId !== own && words.includes(quoted)))
    found.push(['true', 'another article says so too']);
  if (wordsIn(question).includes(wordsIn(key))) found.push(['answer', 'the question has the title in it']);
  const titles = [...articles.values()].map(({ title }) => title);
  for (const option of options)
    if (!titles.includes(option)) found.push(['options', `there is no article "${option}"`]);
  return found;
}

function orderRules({ key, proof, question }: Card): Found {
  const letters = key.split(' ');
  const times = proof.map(({ quote }) => timeIn(quote));
  const found: Found = [];
  if (letters.length !== proof.length || new Set(letters).size !== letters.length)
    found.push(['order', 'the letters are not those of the events']);
  if (times.some((time) => time === undefined)) found.push(['order', 'an event has no date']);
  if (times.some((time, i) => i > 0 && (time ?? '') <= (times[i - 1] ?? '')))
    found.push(['order', 'the events are not in this order']);
  const lines = question.split('\n').slice(1);
  for (const [i, letter] of letters.entries()) {
    const line = lines.find((each) => each.startsWith(`${letter}. `)) ?? '';
    if (shareOf(tellingIn(line.slice(3)), tellingIn(proof[i]?.quote ?? '')) < 1)
      found.push(['order', `event ${letter} is not what its quote says`]);
    if (/\b\d{4}\b/.test(line)) found.push(['answer', `event ${letter} tells its year`]);
  }
  return found;
}

function acronymRules({ asks, key, question }: Card): Found {
  const [short, full] =
    asks === 'shortForm' ? [key, question] : [/What does (\S+) stand/.exec(question)?.[1] ?? '', key];
  const wanted = short.replace(/\P{L}/gu, '').toLowerCase();
  const letters = [...full.matchAll(/(?<![\p{L}])\p{L}/gu)].map(([letter]) => letter.toLowerCase());
  let at = 0;
  for (const letter of letters) if (letter === wanted.charAt(at)) at++;
  return at < wanted.length ? [['acronym', 'the letters are not those of the words']] : [];
}
