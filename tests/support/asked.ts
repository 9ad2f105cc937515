import { type AskedReading, readingOf } from '../../src/answer/reading.ts';
import { readQuery } from '../../src/retrieve/query.ts';
import { wordVector } from './vectors.ts';

/** A question as the app reads it, with vectors of words. */
export function askedAs(question: string): AskedReading {
  const asked = (text: string) => ({ query: readQuery({ text }), vector: wordVector(text) });
  const { text, parts, ...reading } = readingOf({ text: question });
  return { ...reading, whole: asked(text), parts: parts.map((part) => ({ part, ...asked(part.text) })) };
}
