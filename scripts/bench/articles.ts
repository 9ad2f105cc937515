import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SENTENCES = 25;

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
 * Sentences of a folder of Markdown, in each of which one word is replaced by another of the folder, so that
 * hardly any two are alike and none was embedded before.
 */
export function makeSentences(from: string, count: number): string[] {
  const random = numbers(42);
  const texts = globSync('**/*.md', { cwd: from }).map((path) =>
    readFileSync(join(from, path), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
  );
  const sentences = texts.flatMap((text) => text.match(/[A-Z][^.?!\n]{30,}[.?!]/g) ?? []);
  const words = sentences.flatMap((sentence) => sentence.match(/\p{L}{4,}/gu) ?? []);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  return Array.from({ length: count }, () => {
    const sentence = pick(sentences);
    return sentence.replace(pick(sentence.match(/\p{L}{4,}/gu) ?? ['']), pick(words));
  });
}

/** A repeatable sequence of numbers from 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
