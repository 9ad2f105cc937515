/** The words that answer a question, and where they stand. */
export interface Label {
  /** A claim is right only when it cites one of these articles. */
  articleIds: string[];
  strings: string[];
  /** Whether every string must be there (a list), or any one suffices. */
  all: boolean;
}

export interface LabelledQuestion {
  id: string;
  text: string;
  /** The questions of the conversation before it, in their order; absent when it is the first. */
  after?: readonly string[];
  kind: string;
  /** `undefined`: the articles do not say, and the question must be refused. */
  label: Label | undefined;
}

/** A folder of articles, and the questions to ask of them. */
export interface QuestionSet {
  /** Short; also the name of its floors and of its folder below `--data`. */
  name: string;
  /** What is asked of what, in a few words. */
  about: string;
  corpusDir: string;
  questions: LabelledQuestion[];
}
