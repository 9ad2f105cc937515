import { expect, test } from 'vitest';
import { libraryOf, split, testLibrary } from '../../support/library.ts';

/** A story of so many sentences that no two stories share a run of words with. */
function story(topic: string, sentences: number): string {
  const paragraphs = Array.from(
    { length: sentences },
    (_, i) =>
      `In ${topic} the ${topic} number${i} was seen by${i} ${topic} people${i} near${i} ${topic} hill${i}.`,
  );
  return paragraphs.join('\n\n');
}

const text = story('harbour', 9);
const wire = split('wire', text, { publishedAt: '2031-05-02' });
const paper = split('paper', `${text}\n\nThe paper adds this.`, { publishedAt: '2031-05-03' });
const radio = split('radio', text.slice(0, text.lastIndexOf('\n\n')));
const other = split('other', story('glacier', 9));

test('copies are found among the articles of one publication', async () => {
  const reader = await libraryOf([radio, other, paper, wire]);
  expect([...reader.copies]).toEqual([
    ['paper', ['wire']],
    ['radio', ['paper', 'wire']],
  ]);
  expect(reader.generation?.copies).toBe(2);
});

test('an article that comes later is compared with those that are there, and may be what they are copies of', async () => {
  const { reader, publish } = testLibrary();
  await publish({ put: [paper, other] });
  reader.refresh();
  expect(reader.copies.size).toBe(0);
  await publish({ put: [wire] });
  expect(reader.copies.size).toBe(0);
  reader.refresh();
  expect([...reader.copies]).toEqual([['paper', ['wire']]]);
});

test('an article that is gone or has changed is no copy any more, and is one again when it is back', async () => {
  const { reader, publish } = testLibrary();
  const copiesAfter = async (changes: Parameters<typeof publish>[0]) => {
    await publish(changes);
    reader.refresh();
    expect(reader.generation?.copies).toBe(reader.copies.size);
    return [...reader.copies];
  };
  expect(await copiesAfter({ put: [wire, paper] })).toEqual([['paper', ['wire']]]);
  expect(await copiesAfter({ remove: ['wire'] })).toEqual([]);
  expect(await copiesAfter({ put: [wire] })).toEqual([['paper', ['wire']]]);
  expect(await copiesAfter({ put: [split('paper', story('glacier', 9))] })).toEqual([]);
  expect(await copiesAfter({ put: [paper] })).toEqual([['paper', ['wire']]]);
});

test('a new version of an article is not a copy of the old one', async () => {
  const { reader, publish } = testLibrary();
  await publish({ put: [wire] });
  await publish({ put: [split('wire', `${text}\n\nSomething was added.`)] });
  reader.refresh();
  expect(reader.copies.size).toBe(0);
});

test('readers see the copies of their own generation', async () => {
  const { reader, publish } = testLibrary();
  await publish({ put: [wire] });
  reader.refresh();
  await publish({ put: [paper] });
  expect(reader.copies.size).toBe(0);
});
