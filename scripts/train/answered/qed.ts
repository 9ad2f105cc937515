import {
  type AnsweredSet,
  filesIn,
  linesOf,
  type PageQuestion,
  readEach,
  Sentences,
} from './answered-set.ts';
import { untokenized } from './untokenized.ts';

interface Item {
  title_text: string;
  question_text: string;
  paragraph_text: string;
  /** Where each sentence starts in the paragraph. */
  sentence_starts: number[];
  annotation: {
    explanation_type: 'single_sentence' | 'multi_sentence' | 'none';
    /** The sentence that answers, where a single one does. */
    selected_sentence?: { start: number };
  };
}

const FILES = ['qed-train.jsonlines', 'qed-dev.jsonlines'];
/** More words are a table. */
const MOST_WORDS = 600;

/**
 * Questions that were typed into a search engine, and paragraphs of Wikipedia of which one sentence answers: QED
 * (google-research-datasets/QED, CC BY-SA 3.0).
 * @param dir holds `qed-train.jsonlines`, `qed-dev.jsonlines` or both
 * @throws {UserError} when it holds neither, or one that is not as published
 */
export function qedSet(dir: string): AnsweredSet {
  const paths = filesIn(dir, FILES, '--qed');
  const sentences = new Sentences();
  const questions = paths.flatMap((path) =>
    readEach(linesOf(path), path, (line) => readItem(JSON.parse(line) as Item, sentences)),
  );
  return { questions: questions.filter((each) => each !== undefined), texts: sentences.texts };
}

function readItem(item: Item, sentences: Sentences): PageQuestion | undefined {
  const { title_text: about, question_text: question, paragraph_text: text, sentence_starts: starts } = item;
  const { explanation_type: type, selected_sentence: selected } = item.annotation;
  const answering = starts.indexOf(selected?.start ?? -1);
  if (type !== 'single_sentence' || answering < 0 || text.split(' ').length > MOST_WORDS) return undefined;
  const page = starts.map((start, i) => sentences.numberOf(untokenized(text.slice(start, starts[i + 1]))));
  return { question, about, page, right: [page[answering] as number] };
}
