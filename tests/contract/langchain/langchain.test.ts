import { Document } from '@langchain/core/documents';
import { expect, onTestFinished, test } from 'vitest';
import { FootnoteRetriever } from '../../../src/adapters/langchain/retriever.ts';
import { FootnoteVectorStore } from '../../../src/adapters/langchain/vector-store.ts';
import { smallApp } from '../../support/app.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { WordEmbeddings } from '../../support/vectors.ts';

const documents = [
  new Document({
    pageContent: 'Rockets fly to the moon. The launch is in March.',
    metadata: { title: 'Moon', publisher: 'Orbit' },
    id: 'moon',
  }),
  new Document({ pageContent: 'Tea grows in Assam. It is drunk hot.', metadata: { title: 'Tea' } }),
];

async function store() {
  const filled = await FootnoteVectorStore.fromDocuments(documents, new WordEmbeddings(), {
    dataDir: temporaryFolder(),
  });
  onTestFinished(() => filled.close());
  return filled;
}

test('documents that were added are found, with what is known of them', async () => {
  const found = await (await store()).similaritySearchWithScore('tea in Assam', 2);
  expect(found[0]?.[0].pageContent).toBe('Tea grows in Assam. It is drunk hot.');
  expect(found[0]?.[1]).toBeGreaterThan(found[1]?.[1] ?? 1);
  const [moon] = await (await store()).similaritySearch('rockets fly to the moon', 1);
  expect(moon?.metadata).toMatchObject({
    articleId: 'moon',
    title: 'Moon',
    publisher: 'Orbit',
    passage: 0,
    start: 'Moon\nPublished by Orbit\n\n'.length,
  });
});

test('a document of the same id takes the place of the old one; deleted ones are gone', async () => {
  const filled = await store();
  await filled.addDocuments([new Document({ pageContent: 'The moon is made of stone.' })], { ids: ['moon'] });
  const texts = async () =>
    (await filled.similaritySearch('moon rockets tea', 9)).map(({ pageContent }) => pageContent);
  expect(await texts()).toHaveLength(2);
  expect(await texts()).toContain('The moon is made of stone.');
  await filled.delete({ ids: ['moon', 'never heard of'] });
  expect(await texts()).toEqual(['Tea grows in Assam. It is drunk hot.']);
});

test('vectors made elsewhere are kept with their documents', async () => {
  const filled = await store();
  const vector = await new WordEmbeddings().embedQuery('kettle');
  await filled.addVectors([vector], [new Document({ pageContent: 'About kettles and pots.' })]);
  expect((await filled.similaritySearch('kettle', 1))[0]?.pageContent).toBe('About kettles and pots.');
  await expect(filled.addVectors([[Number.NaN]], [new Document({ pageContent: 'x' })])).rejects.toThrow(
    TypeError,
  );
});

test('a filter and a retriever of the store work as LangChain users expect', async () => {
  const filled = await store();
  expect(await filled.similaritySearch('moon', 5, { publishers: ['orbit'] })).toHaveLength(1);
  const [first] = await filled.asRetriever(1).invoke('tea in Assam');
  expect(first?.pageContent).toContain('Assam');
});

test("the retriever gives the app's own hits", async () => {
  const { app } = await smallApp();
  const retriever = new FootnoteRetriever({ app, k: 2 });
  const found = await retriever.invoke('Who planted the tea bushes?');
  expect(found).toHaveLength(2);
  expect(found[0]).toMatchObject({
    id: 'tea#0',
    metadata: { articleId: 'tea', title: 'The Brahmapur tea garden' },
  });
  expect(found[0]?.pageContent).toContain('Lakshmi Barua');
});
