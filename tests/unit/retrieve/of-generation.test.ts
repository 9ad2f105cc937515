import { expect, test } from 'vitest';
import { ofGeneration } from '../../../src/retrieve/of-generation.ts';
import { libraryOf, split } from '../../support/library.ts';

test('what is worked out of a library is kept until its generation is another', async () => {
  const library = await libraryOf([split('tea', 'Tea grows in the hills of Assam.')]);
  let times = 0;
  const countOf = ofGeneration(() => ++times);
  expect([countOf(library), countOf(library)]).toEqual([1, 1]);
  const { vocabulary, generation } = library;
  expect(countOf({ vocabulary, generation: generation && { ...generation, id: generation.id + 1 } })).toBe(2);
  expect(countOf(await libraryOf([split('salt', 'Salt is dug in Lysen.')]))).toBe(3);
});
