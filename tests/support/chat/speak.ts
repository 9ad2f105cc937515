import type { ChatAsked } from './index.ts';
import type { Behaviour } from './misbehave.ts';

/** A claim as a scripted model makes it: its text, and words that stand in some passage. */
export type Spoken = [text: string, ...words: string[]];

/** The passages of a request as the model reads them, without their heads. */
export function passagesIn({ messages }: ChatAsked): string[] {
  const material = messages.find(({ role }) => role === 'user')?.content ?? '';
  return [...material.matchAll(/<(passage \d+ \w+)>\n(.*?)\n<\/\1>/gs)].map(([, , text = '']) =>
    text.split('\n\n').slice(1).join('\n\n'),
  );
}

/** A well-formed reply: each claim names the first passage that has its words, or the first of all when none has. */
export function speak(asked: ChatAsked, ...claims: Spoken[]): Behaviour {
  const passages = passagesIn(asked);
  const json = claims.map(([text, ...words]) => ({
    text,
    rests: words.map((words) => {
      const at = passages.findIndex((passage) => passage.replace(/\s+/g, ' ').includes(words));
      return { passage: Math.max(0, at) + 1, words };
    }),
  }));
  return { say: JSON.stringify({ claims: json }) };
}
