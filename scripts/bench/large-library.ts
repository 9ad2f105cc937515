import { createHash } from 'node:crypto';
import { BundledEmbeddings } from '../../src/adapters/embeddings/bundled.ts';
import { cacheIndex, SqliteLibraryWriter } from '../../src/adapters/library/index.ts';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { EmbeddingModel, SplitArticle } from '../../src/ports.ts';
import { sentencesIn, varied, wordsIn } from './articles.ts';
import { timed } from './measure.ts';
import { cosine, NearVectors } from './near-vectors.ts';
import { numbers, pick } from './numbers.ts';

/** One of so many longer words is replaced. */
const EVERY = 3;
/** Words of a passage, and passages of an article, as Footnote makes them of news. */
const PASSAGE_WORDS = 120;
const ARTICLE_PASSAGES = 5;
/** Sentences that are varied and embedded to see how far a replaced word moves a vector. */
const SAMPLE = 256;
/** Vectors stored at once. */
const BATCH = 2_000;

/** How a library was made. Times in milliseconds. */
export interface Made {
  /** Different sentences that the others were made from. */
  sources: number;
  /** Mean cosine of a sentence and of what becomes of it, as embedded. */
  cosine: number;
  storeMs: number;
  indexMs: number;
}

/** A sentence that was made, and which one it was made from. */
interface MadeSentence {
  text: string;
  source: number;
}

/**
 * Prepares the articles of a folder as Footnote does and adds articles of made-up sentences until there are `passages`
 * in the library, then writes the search index.
 * @param textFolders whose sentences are recombined.
 */
export async function makeLibrary(
  corpusDir: string,
  dataDir: string,
  passages: number,
  textFolders: readonly string[],
): Promise<Made> {
  const real = await prepare(corpusDir, dataDir);
  const sources = textFolders.flatMap(sentencesIn);
  const words = wordsIn(sources);
  const random = numbers(7);
  const embeddings = new BundledEmbeddings(2);
  const vectors = await embeddings.embedDocuments(sources);
  const nearness = await meanCosine(embeddings, sources, vectors, words);
  await embeddings.close();

  const writer = new SqliteLibraryWriter(dataDir);
  const made = new NearVectors(nearness, embeddings.dimensions, random);
  const storeMs = await timed(async () => {
    const next = () => {
      const source = Math.floor(random() * sources.length);
      return { text: varied(sources[source] as string, words, EVERY, random), source };
    };
    const articles: SplitArticle[] = [];
    let waiting: MadeSentence[] = [];
    for (let left = passages - real; left > 0; left -= ARTICLE_PASSAGES) {
      const { article, sentences } = makeArticle(articles.length, Math.min(left, ARTICLE_PASSAGES), next);
      articles.push(article);
      waiting.push(...sentences);
      if (waiting.length < BATCH && left > ARTICLE_PASSAGES) continue;
      const texts = waiting.map(({ text }) => text);
      const near = waiting.map(({ source }) => made.near(vectors[source] as number[]));
      writer.saveVectors(embeddings.name, embeddings.dimensions, texts, near);
      waiting = [];
    }
    const { name, dimensions } = embeddings;
    const changes = { put: articles, remove: [], origin: 'added' as const };
    const act = { actor: 'bench', kind: 'add', at: new Date() } as const;
    writer.publish(changes, writer.generation?.id ?? 0, { name, dimensions }, act);
  });
  writer.close();
  const indexMs = await timed(async () => cacheIndex(dataDir));
  return { sources: sources.length, cosine: nearness, storeMs, indexMs };
}

/** Prepares the real articles and gives the number of their passages. */
async function prepare(corpusDir: string, dataDir: string): Promise<number> {
  const app = await createApp(readConfig({}, { corpus: corpusDir, data: dataDir }));
  const { passages } = await app.ingest();
  await app.close();
  return passages;
}

async function meanCosine(
  embeddings: EmbeddingModel,
  sources: readonly string[],
  vectors: readonly number[][],
  words: readonly string[],
): Promise<number> {
  const random = numbers(11);
  const sample = Array.from({ length: SAMPLE }, () => pick([...sources.keys()], random));
  const texts = sample.map((source) => varied(sources[source] as string, words, EVERY, random));
  const embedded = await embeddings.embedDocuments(texts);
  const cosines = embedded.map((vector, i) => cosine(vector, vectors[sample[i] as number] as number[]));
  return cosines.reduce((sum, value) => sum + value, 0) / SAMPLE;
}

/** An article of so many passages, each as many sentences as make about 120 words. */
function makeArticle(
  number: number,
  passages: number,
  next: () => MadeSentence,
): { article: SplitArticle; sentences: MadeSentence[] } {
  let text = '';
  const sentences: MadeSentence[] = [];
  const splits = Array.from({ length: passages }, () => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    const spans = [];
    for (let words = 0; words < PASSAGE_WORDS; ) {
      const sentence = next();
      if (text.length > start) text += ' ';
      spans.push({ start: text.length, end: text.length + sentence.text.length });
      text += sentence.text;
      words += sentence.text.split(' ').length;
      sentences.push(sentence);
    }
    return { start, end: text.length, sentences: spans };
  });
  const title = sentences[0]?.text.split(' ').slice(0, 8).join(' ') ?? '';
  const contentHash = createHash('sha256').update(text).digest('hex');
  return {
    article: {
      article: { id: `made/${number}`, title, text, body: 0, stated: {}, contentHash },
      passages: splits,
    },
    sentences,
  };
}
