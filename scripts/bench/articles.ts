import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Numbers, numbers, pick } from './numbers.ts';

const SENTENCES = 25;
const WORD = /\p{L}{4,}/gu;

/** Writes `count` articles of 25 made-up sentences into a folder. */
export function writeArticles(from: string, to: string, count: number): void {
  const sentences = makeSentences(from, count * SENTENCES);
  mkdirSync(to, { recursive: true });
  for (let i = 0; i < count; i++) {
    const body = sentences.slice(i * SENTENCES, (i + 1) * SENTENCES);
    const paragraphs = Array.from({ length: 5 }, (_, p) => body.slice(p * 5, p * 5 + 5).join(' '));
    writeFileSync(join(to, `article-${i}.txt`), `${paragraphs.join('\n\n')}\n`);
  }
}

/**
 * Sentences of a folder, in each of which one word is replaced by another of the folder, so that hardly any two
 * are alike and none was embedded before.
 */
export function makeSentences(from: string, count: number): string[] {
  const random = numbers(42);
  const sentences = sentencesIn(from);
  const words = wordsIn(sentences);
  return Array.from({ length: count }, () => {
    const sentence = pick(sentences, random);
    return sentence.replace(pick(sentence.match(WORD) ?? [''], random), pick(words, random));
  });
}

/** The sentences of all Markdown and text files of a folder. */
export function sentencesIn(folder: string): string[] {
  return globSync('**/*.{md,txt}', { cwd: folder })
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
    .flatMap((text) => text.match(/[A-Z][^.?!\n]{30,}[.?!]/g) ?? []);
}

/** The words of at least four letters, each as often as it occurs. */
export function wordsIn(sentences: readonly string[]): string[] {
  return sentences.flatMap((sentence) => sentence.match(WORD) ?? []);
}

/** A sentence in which about one of `every` words of at least four letters is replaced by one of `words`. */
export function varied(sentence: string, words: readonly string[], every: number, random: Numbers): string {
  return sentence.replace(WORD, (word) => (random() * every < 1 ? pick(words, random) : word));
}
