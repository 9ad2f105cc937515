import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { Document } from '@langchain/core/documents';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { BundledEmbeddings } from '../../src/adapters/embeddings/bundled.ts';
import { longestBlock, type Measured, peakMb, percentile, timed, timeQuestions } from './measure.ts';

/**
 * Prints what a plain LangChain pipeline measures on the same articles with the same embedding model, as its
 * tutorials build one: `langchain.ts CORPUS [QUESTION]`. With a question it only answers that, from nothing.
 */
const [corpusDir = '', question] = process.argv.slice(2);
const embeddings = new BundledEmbeddings(2);

async function prepare(): Promise<{ store: MemoryVectorStore; chunks: number }> {
  const documents = globSync('**/*.txt', { cwd: corpusDir }).map(
    (path) => new Document({ pageContent: readFileSync(join(corpusDir, path), 'utf8'), metadata: { path } }),
  );
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const chunks = await splitter.splitDocuments(documents);
  return { store: await MemoryVectorStore.fromDocuments(chunks, embeddings), chunks: chunks.length };
}

let prepared: Awaited<ReturnType<typeof prepare>> | undefined;
let prepareMs = 0;
const longestBlockMs = await longestBlock(async () => {
  prepareMs = await timed(async () => {
    prepared = await prepare();
  });
});
const { store, chunks } = prepared as NonNullable<typeof prepared>;
if (question !== undefined) {
  await store.similaritySearch(question, 4);
} else {
  const unchangedMs = await timed(prepare);
  const times = await timeQuestions((text) => store.similaritySearch(text, 4));
  const measured: Measured = {
    vectors: chunks,
    embedded: chunks,
    ...{ prepareMs, unchangedMs, longestBlockMs },
    askP50: percentile(times, 50),
    askP95: percentile(times, 95),
    peakMb: peakMb(),
  };
  console.log(JSON.stringify(measured));
}
await embeddings.close();
