import type { Article, Snippet } from '../model.ts';
import { shortLine } from './characters.ts';
import { splitArticle } from './split.ts';

const MOST_SNIPPETS = 3;
/** Characters of each side. */
const LONGEST = 160;
/** Words around what is different that are shown with it. */
const NEIGHBOURS = 4;
/** Share of the words of a sentence that another has too, from which on it is the same one, changed. */
const SAME = 0.4;
/** Sentences of one text that are compared with those of the other. */
const MOST_COMPARED = 60;

/** The first places where the text of an article is different, in the order of the new text. */
export function snippetsOf(before: Article, after: Article): Snippet[] {
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  const [inOld, inNow] = [new Set(old), new Set(now)];
  const gone = old.filter((sentence) => !inNow.has(sentence)).slice(0, MOST_COMPARED);
  const come = now.filter((sentence) => !inOld.has(sentence)).slice(0, MOST_COMPARED);
  const snippets: Snippet[] = [];
  for (const sentence of come) {
    const former = gone.findIndex((other) => likeness(other, sentence) >= SAME);
    const [other = ''] = former < 0 ? [] : gone.splice(former, 1);
    snippets.push(difference(other, sentence));
  }
  snippets.push(...gone.map((sentence) => difference(sentence, '')));
  // Words without end may be the same as far as they are shown.
  return snippets.filter((snippet) => snippet.before !== snippet.after).slice(0, MOST_SNIPPETS);
}

function sentencesOf(article: Article): string[] {
  return splitArticle(article).flatMap(({ sentences }) =>
    sentences.map(({ start, end }) => article.text.slice(start, end)),
  );
}

function wordsOf(sentence: string): string[] {
  return sentence.split(/\s+/u).filter((word) => word !== '');
}

/** 0 to 1: the share of the words of the longer sentence that the other has. */
function likeness(a: string, b: string): number {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const known = new Set(one);
  return other.filter((word) => known.has(word)).length / Math.max(one.length, other.length, 1);
}

/** What is different between two sentences: without the words at both ends that are the same, but for a few of them. */
function difference(before: string, after: string): Snippet {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const shown = (words: string[]) => {
    const [from, to] = [Math.max(0, start - NEIGHBOURS), words.length - Math.max(0, end - NEIGHBOURS)];
    const text = words.slice(from, to).join(' ');
    return shortLine(`${from > 0 ? '… ' : ''}${text}${to < words.length ? ' …' : ''}`, LONGEST);
  };
  return { before: before && shown(old), after: after && shown(now) };
}
