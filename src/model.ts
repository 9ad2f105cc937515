/**
 * The nouns of Footnote, in the order of the flow: an article becomes passages of whole sentences, a
 * question finds passages, and an answer is made of claims that cite exact spans of an article.
 *
 * All offsets are UTF-16 code units into `Article.text`, end exclusive, so that
 * `article.text.slice(start, end)` is the text they name.
 */

/** One article, cleaned of page furniture. */
export interface Article {
  /** Path below the corpus folder without extension, with `/` between folders; never an absolute path. */
  id: string;
  title: string;
  publisher?: string;
  author?: string;
  /** When it was published: `YYYY-MM-DD`, or as much of it as the article states (`YYYY`, `YYYY-MM`). */
  publishedAt?: string;
  /** Where a reader can check: always http or https. */
  url?: string;
  /**
   * A head of one line each (the headline; who wrote it, when and where, as far as that is known), a blank line, and
   * the body: paragraphs separated by a blank line, without furniture. The head may be empty.
   */
  text: string;
  /** Where the body begins in `text`. Passages are made of the body only. */
  body: number;
  /** Where the head says what. What the article does not say is absent. */
  stated: Stated;
  /** SHA-256 (hex) of everything above: two articles with the same hash are the same article. */
  contentHash: string;
}

/** What the head of an article says of it, and the span of `Article.text` that says it. */
export type Stated = Partial<Record<'headline' | 'author' | 'publisher' | 'publishedAt' | 'place', Span>>;

/** What is said of an article in a list of sources. */
export type ArticleHead = Pick<Article, 'id' | 'title' | 'publisher' | 'author' | 'publishedAt' | 'url'>;

/** A half-open range of UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** Whole sentences of one article, about 120 words: what is retrieved. */
export interface Passage extends Span {
  articleId: string;
  /** Position of the passage in its article, from 0. */
  ordinal: number;
  text: string;
}

/** A passage and the spans (in the article) of its sentences. */
export interface SplitPassage extends Span {
  sentences: Span[];
}

/**
 * A language that Footnote knows in questions, and in which it speaks around the words it quotes (BCP 47). `hi-Latn` is
 * Hindi written with Latin letters.
 */
export type Language =
  | 'en'
  | 'ar'
  | 'bn'
  | 'de'
  | 'es'
  | 'fr'
  | 'gu'
  | 'hi'
  | 'hi-Latn'
  | 'id'
  | 'it'
  | 'ja'
  | 'kn'
  | 'ko'
  | 'ml'
  | 'mr'
  | 'nl'
  | 'pa'
  | 'pl'
  | 'pt'
  | 'ru'
  | 'ta'
  | 'te'
  | 'tr'
  | 'uk'
  | 'ur'
  | 'vi'
  | 'zh';

/** What somebody asks, with the filters that go with it. */
export interface Question {
  text: string;
  /** Only articles published on this day or later (`YYYY-MM-DD`). Undated articles are left out. */
  since?: string;
  /** Only articles published before this day (`YYYY-MM-DD`). Undated articles are left out. */
  before?: string;
  /** Only articles of these publishers, compared without case. */
  publishers?: string[];
  /** The conversation before it, the oldest turn first: names and topics that it leaves out are looked for there. */
  history?: readonly Turn[];
}

/** One turn of a conversation, as the next question needs it. */
export interface Turn {
  /** What was asked, as a question that stands on its own. */
  question: string;
  /** The words that its answer cited, in order; none when the articles did not say. */
  cited: CitedWords[];
}

/** Words of an article that were cited, without their footnote number. */
export type CitedWords = Pick<Citation, 'articleId' | 'title' | 'start' | 'end' | 'quote'>;

/** What a question says of time, as it was understood on the day it was asked. */
export interface AskedTime {
  /** The words that say it, such as `since April`. */
  words: string;
  /** The first day asked about (`YYYY-MM-DD`). */
  since?: string;
  /** The day after the last one asked about (`YYYY-MM-DD`). */
  before?: string;
  /** Which of several articles that answer alike comes first. */
  order?: 'newest' | 'oldest';
}

/** The rankers whose scores are joined. */
export type Ranker = 'words' | 'windows' | 'trigrams' | 'vectors' | 'sentences';

/** A passage found for a question. */
export interface Hit {
  passage: Passage;
  article: ArticleHead;
  /** 0 to 1, comparable within one question only. */
  score: number;
  /** Each ranker's share, 0 to 1. */
  rankers: Record<Ranker, number>;
}

/** The exact words a claim rests on: `article.text.slice(start, end) === quote`, always. */
export interface Citation extends Span {
  /** The footnote number, from 1 in the order of the claims. */
  n: number;
  articleId: string;
  title: string;
  publisher?: string;
  publishedAt?: string;
  url?: string;
  quote: string;
  /** True when the words stand in the article's head, whose lines its page need not have in these words. */
  inHead?: boolean;
  /** Copies of the article that say the same: the story as other publishers have it. Absent when there are none. */
  alsoIn?: ArticleHead[];
}

/** One statement of an answer. */
export interface Claim {
  text: string;
  /** Which of several things asked about side by side it speaks of, or which article says so; absent where only one was. */
  label?: string;
  /** Footnote numbers; never empty. */
  citations: number[];
  /** Spans of `text` that answer the question itself (a date for "when"): shown in bold. */
  emphasis: Span[];
}

/** An article near the question that does not answer it. */
export interface Closest {
  articleId: string;
  title: string;
  url?: string;
}

/** A word of the question that was read as another one. */
export interface Correction {
  typed: string;
  /** As the articles write it. */
  meant: string;
}

export type AnswerStatus = 'answered' | 'partial' | 'notInCorpus';

/** What articles say differently. */
export type Conflict = 'date' | 'number';

/** The answer to one question. Without claims (`notInCorpus`) there are no citations either. */
export interface Answer {
  question: string;
  status: AnswerStatus;
  /** 0 to 1: how sure Footnote is that its claims answer the question. */
  confidence: number;
  /** The answer as plain text, with footnote markers such as `[1]`. */
  text: string;
  claims: Claim[];
  citations: Citation[];
  /** Present when the claims are those of articles that give different dates or numbers: the newest article's first. */
  conflict?: Conflict;
  /**
   * What a partial answer leaves open: names and numbers of the question that the cited passages do not have, or else
   * the next best reason to doubt that they say what is asked; and parts of the question, which end in `?`.
   */
  missing: string[];
  /** Offered when nothing answers the question; empty otherwise. */
  closest: Closest[];
  /** What the answer was kept to, or ordered by, because the question said so. */
  time?: AskedTime;
  /** The date, as its article states it, of what is said first: set when the question was about time. */
  asOf?: string;
  /** Of the question: what Footnote says around its quotes is in it. */
  language: Language;
  /** Present when the articles are in another language, so that only names, numbers and some other words were looked for. */
  acrossLanguages?: true;
  /** Misspelt words of the question, with what they were taken for; absent where there is none. */
  corrected?: Correction[];
  /** The whole question that it was read as, when the conversation before it had to complete it. */
  readAs?: string;
  /** Set when a chat model put the claims into words; each of them was checked against what it cites. */
  wordedBy?: WordedBy;
  /** The published state of the library that was read. */
  generation: number;
  /** Milliseconds from question to answer. */
  ms: number;
}

/** The chat model that worded an answer. */
export interface WordedBy {
  /** As it was configured, such as `openai:gpt-4o-mini`. */
  model: string;
  /** Claims of the model that were left out because they failed the check. */
  dropped: number;
}

/** What one observation adds to a sum of log-odds: its weight times its value. */
export interface Contribution {
  /** A feature of the sentence, or a piece of evidence: `coverage`, `cosine`, …; `bias` is there whatever is seen. */
  name: string;
  weight: number;
  value: number;
  points: number;
}

/** A word of the question that passages were searched for. */
export interface ExplainedTerm {
  /** As the question has it, in lower case. */
  word: string;
  /** The stem of the word that was probably meant, where this one is misspelt. */
  meant?: string;
  /** Passages that hold it. */
  passages: number;
  /** From about 0 for what is in every passage, one more for each time that e times fewer hold it. */
  rarity: number;
}

/** A sentence that may answer the question. */
export interface ExplainedSentence {
  text: string;
  article: ArticleHead;
  /** Position of its passage in the article, from 0. */
  passage: number;
  /** Log-odds: the sum of its contributions. */
  score: number;
  /** The strongest first. */
  contributions: Contribution[];
  /** The footnote numbers under which the answer quotes it; empty when it is no claim. */
  citations: number[];
}

/** What has to be likely enough for a question to be answered. */
export interface ExplainedCheck {
  /** `topic`: the articles speak of what is asked; `said`: if they do, the best sentences say it. */
  name: 'topic' | 'said';
  /** 0 to 1. */
  chance: number;
  /** The least chance that suffices. */
  needed: number;
  /** What the chance is made of, in log-odds, the strongest first. */
  evidence: Contribution[];
}

/** How a question was read, what was found for it, and how sure that is. */
export interface ExplainedReading {
  /** The thing asked about, when the same was asked of several. */
  label?: string;
  question: string;
  terms: ExplainedTerm[];
  /** What kind of words would answer: `date`, `number`, …, or `anything`. */
  expected: string;
  /** Names and numbers that have to be there, and whether the passage of the best sentence or its title has them. */
  names: { name: string; found: boolean }[];
  /** What the question says of time, and whether only what is of that time may answer. */
  time?: AskedTime & { strict: boolean };
  /** Whether the articles speak of it, and whether the best sentences say it; empty when there is no sentence. */
  checks: ExplainedCheck[];
  /** The ten best, best first, and those after them that the answer quotes. */
  sentences: ExplainedSentence[];
}

/** Why a question is answered as it is. */
export interface Explanation {
  status: AnswerStatus;
  /** 0 to 1, as the answer has it. */
  confidence: number;
  generation: number;
  /**
   * One, or one for each of the things that a question compares when each was asked about on its own; none for a
   * question about an article itself.
   */
  readings: ExplainedReading[];
  /** How a question about an article itself was read: the head of the article answers it, and no sentence is weighed. */
  about?: ExplainedAbout;
  /** How the conversation before it was used; absent without one. */
  followUp?: ExplainedFollowUp;
  /** Of the answer that is explained, when a chat model was asked to word it. */
  wording?: ExplainedWording;
}

/** How a question that follows others was read. */
export interface ExplainedFollowUp {
  /** The whole question that it was read as; absent when it was left as it is. */
  readAs?: string;
  /** It asks for more: what follows the words cited before is quoted, and no sentence is weighed. */
  asksForMore?: true;
  /** All that it might have stood for, with the evidence for each in the articles, 0 to 1, by words alone. */
  tried: { text: string; evidence: number }[];
}

/** What became of an answer at the hands of a chat model. */
export interface ExplainedWording {
  model: string;
  /** Why the articles' own words were given all the same; absent when the model's wording was. */
  extractive?: string;
  /** The least support that a claim needs, 0 to 1. */
  needed: number;
  claims: ExplainedWordedClaim[];
}

/** A claim of a chat model, and why it may be said or not. */
export interface ExplainedWordedClaim {
  text: string;
  outcome: 'kept' | 'repaired' | 'dropped';
  /** Why it failed: for the last time, or, of a repaired one, the first. */
  why?: string;
  /** 0 to 1; absent when it failed before it was weighed. */
  support?: number;
}

/** How a question about an article itself was read. */
export interface ExplainedAbout {
  asked: (keyof Stated)[];
  /** The words that tell which article is meant. */
  subject: string;
  /** The nearest articles, with the share (0 to 1) of those words that each holds. */
  articles: { article: ArticleHead; share: number }[];
  /** The share at which an article is surely meant. */
  enough: number;
}

/** A quoted passage in its surroundings, as the Sources button and `:open` show it. */
export interface Excerpt {
  citation: Citation;
  /** Whole sentences of the same passage, or lines of the head, before and after the quote; either may be empty. */
  before: string;
  after: string;
}

/** How a card asks: by options, by a gap to type into, by a statement, by a title, by a short form, by an order. */
export type CardKind = 'choice' | 'gap' | 'trueFalse' | 'article' | 'acronym' | 'order';

/** What kind of thing a card asks for: what may stand beside it as an option, and how freely it may be typed. */
export type AnswerKind =
  | 'person'
  | 'organisation'
  | 'country'
  | 'place'
  | 'name'
  | 'term'
  | 'day'
  | 'month'
  | 'year'
  | 'number'
  | 'money'
  | 'percentage'
  | 'truth'
  | 'article'
  | 'shortForm'
  | 'fullForm'
  | 'order';

/** One question that the words of an article prove the answer of. */
export interface Card {
  /** The same while the sentences it was made of, their article and what it asks stay the same. */
  id: string;
  kind: CardKind;
  asks: AnswerKind;
  articleId: string;
  /** Plain text; a gap is `_____`. A statement that is asked about, and each thing to put in order, stands on a line of its own. */
  question: string;
  /** The answer; of an order its letters, such as `B A C`. */
  key: string;
  /** What counts as the answer too. */
  also: string[];
  /** What is chosen from, the key among them, in the order to show; absent where the answer is typed. */
  options?: string[];
  /** The explanation: the quoted sentences, numbered from 1. */
  proof: Citation[];
}

/** How well a card was known: `again` is not at all. */
export type Grade = 'again' | 'hard' | 'good' | 'easy';

/** What is known of how well somebody remembers a card, as FSRS keeps it. */
export interface Memory {
  /** ISO 8601, as is `lastReview`. */
  due: string;
  lastReview: string;
  /** Days until it is remembered with a chance of nine in ten. */
  stability: number;
  /** 1 to 10. */
  difficulty: number;
  scheduledDays: number;
  learningSteps: number;
  reps: number;
  lapses: number;
  stage: 'new' | 'learning' | 'review' | 'relearning';
}

/** Questions that somebody is being asked, kept so that it goes on after a restart. */
export interface QuizSession {
  /** Opaque, at most 32 characters. */
  key: string;
  user: string;
  kind: 'start' | 'review';
  /** Ids of its cards, in the order to ask. */
  cards: string[];
  /** ISO 8601. */
  startedAt: string;
  expiresAt: string;
}

/** One answer as it was counted. */
export interface QuizAnswer {
  /** Which question of its session, from 0. */
  at: number;
  cardId: string;
  given: string;
  isRight: boolean;
  grade: Grade;
  /** ISO 8601. */
  answeredAt: string;
  /** Milliseconds. */
  took: number;
  /** When the card comes back, as of this answer. */
  memory: Memory;
}

/** An answer among all that somebody ever gave. */
export interface GivenAnswer extends QuizAnswer {
  /** Whether the card was answered for the first time. */
  isFirst: boolean;
}

/** What a button outside a session does for the one user whom it was shown to, kept so that it works after a restart. */
export interface QuizOffer {
  /** Opaque, at most 32 characters. */
  key: string;
  user: string;
  action: 'review' | 'endReminders' | 'forget';
  /** ISO 8601. */
  expiresAt: string;
}

/** The daily message that somebody asked for. */
export interface Reminder {
  user: string;
  /** 0 to 23, in their time zone. */
  hour: number;
  /** As IANA names it: `Europe/Berlin`. */
  zone: string;
  /** The last day, `YYYY-MM-DD` in their time zone, that is done with. */
  lastSentOn: string | undefined;
  /** ISO 8601: when Discord would not take the message; there are no more then. */
  failedAt: string | undefined;
}

/** A round of questions that many answer together in a channel, kept so that it goes on after a restart. */
export interface QuizRound {
  /** Opaque, at most 32 characters. */
  key: string;
  guildId: string;
  channelId: string;
  /** The message that shows where it is; `undefined` before there is one. */
  messageId: string | undefined;
  /** Who began it; empty once they had everything about them deleted. */
  host: string;
  /** Ids of its cards, in the order to ask. */
  cards: string[];
  /** For each question. */
  seconds: number;
  /** Which question, from 0. */
  at: number;
  /** Players gather, pick, see the answer, or it has ended. */
  stage: 'lobby' | 'question' | 'reveal' | 'over';
  /** ISO 8601, as is `endsAt`. */
  startedAt: string;
  /** When this stage ends by itself. */
  endsAt: string;
}

/** Somebody in a round. */
export interface RoundPlayer {
  user: string;
  /** As their server calls them. */
  name: string;
}

/** What somebody chose last for one question of a round. */
export interface RoundPick {
  /** Which question, from 0. */
  at: number;
  user: string;
  /** The words of the option. */
  given: string;
  isRight: boolean;
}

/** Somebody's place in a table. Who has as many points as another shares their place. */
export interface RankedPlayer extends RoundPlayer {
  /** From 1. */
  place: number;
  points: number;
}

/** A card that students reported and nobody decided on yet. */
export interface CardReport {
  cardId: string;
  /** How many reported it. */
  reports: number;
  /** When it was reported first, ISO 8601. */
  reportedAt: string;
}

/** Whether a cited article is still as it was when it was cited. */
export type Fate = 'unchanged' | 'changed' | 'removed';

/** One published state of the library. */
export interface Generation {
  /** From 1; 0 means that nothing was published yet. */
  id: number;
  /** ISO 8601. */
  createdAt: string;
  articles: number;
  passages: number;
  sentences: number;
  /** Name and dimensions of the embedding model that made its vectors. */
  model: string;
  dimensions: number;
  /** Articles that are copies of others among them: the same story from another publisher, say. */
  copies: number;
  /** Absent until the library was measured for the first time. */
  calibration?: Calibration;
}

/** What was measured of a library to know when a question is not about its articles. */
export interface Calibration {
  /** A question is answered when the articles speak of it with at least this chance, 0 to 1, */
  topic: number;
  /** and when, if they do, the best sentences say what is asked with at least this one. */
  said: number;
  /** Questions that it was measured with. */
  questions: number;
  /** Passages that the library had then. */
  passages: number;
  /** How the cosines of its embedding model are read; absent for the bundled one, which all else was measured with. */
  nearness?: Nearness;
}

/** What the cosines of an embedding model are worth, measured with questions made of the library's sentences. */
export interface Nearness {
  /** Of the cosines of questions with the sentences that were found for them, */
  mean: number;
  /** and their standard deviation. */
  spread: number;
  /** How much they count when passages are ranked, beside those of the bundled model: 0 (not at all) to 1 (as much). */
  share: number;
}

/** A file that was left out, and why, in words a moderator can act on. */
export interface Refusal {
  /** Below the corpus folder. */
  path: string;
  reason: string;
}

/** What a moderator asks to do to the articles. */
export type Edit =
  | { kind: 'add'; files: AddedFile[] }
  | { kind: 'remove'; ids: string[] }
  | { kind: 'rename'; id: string; title: string }
  | { kind: 'rollback'; generation: number };

/** A file whose articles are to be added. */
export interface AddedFile {
  /** As its owner calls it; folders before it are left away, its ending tells the type. */
  name: string;
  bytes: Uint8Array;
  /** What is known better than the file says it. Only for a file of one article. */
  details?: Partial<Record<Detail, string>>;
  /** Where it was read, if that can be read again. Only for a file of one article. */
  source?: WebSource;
}

/** Where a file was read on the web. */
export interface WebSource {
  /** Where it was in the end, after all redirects, without a fragment. */
  url: string;
  /** The address that led there. */
  asked?: string;
  /** What its server said of this version, so that it need not be sent again. */
  etag?: string;
  lastModified?: string;
}

/** What is said of an article beside its text. */
export type Detail = 'title' | 'publisher' | 'author' | 'publishedAt' | 'url';

/** What became of one article from one generation to the next. */
export interface ArticleChange {
  kind: 'added' | 'changed' | 'removed';
  id: string;
  /** As it is afterwards; of a removed article, as it was. */
  title: string;
  /** Of a changed article: words of its body that came and went. Words that only moved are neither. */
  words?: { added: number; removed: number };
  /** Of a changed article: what else is different; absent when nothing is. */
  details?: Detail[];
}

/** An article that would be added, as it was read. */
export interface AddedArticle extends ArticleHead {
  /** The first lines of its body. */
  opening: string;
  words: number;
  passages: number;
  sentences: number;
  /** Page furniture that was left out, by its kind, with the beginning of the first piece. */
  dropped: { kind: string; pieces: number; example: string }[];
  /** Articles that are there already and say nearly the same. */
  copies: ArticleHead[];
  /** What a moderator should know about how its file was read. */
  note?: string;
}

/** What an edit would do. Nothing of it is stored. */
export interface Preview {
  /** The generation that it is about, for `apply`; 0 when none was published yet. */
  base: number;
  changes: ArticleChange[];
  /** Of `add`: the articles that came out of the files. */
  articles: AddedArticle[];
  /** Of `add`: what would be left out, and why. */
  refused: Refusal[];
  /** What else is good to know before it is done, each a sentence or two. */
  notes: string[];
  /** Sentences that would have to be embedded. */
  toEmbed: number;
}

/** What one edit did. */
export interface EditReport {
  generation: number;
  changes: ArticleChange[];
  refused: Refusal[];
  /** Sentences embedded for it. */
  embedded: number;
  ms: number;
}

/** A feed whose new articles a refresh adds. */
export interface Feed {
  url: string;
  /** RSS, Atom, JSON Feed or sitemap. */
  type: string;
  title?: string;
  /** ISO 8601. */
  addedAt: string;
  addedBy: string;
  /** When a refresh last asked for it, ISO 8601. */
  checkedAt?: string;
  /** Why that gave nothing. */
  problem?: string;
}

/** One place where a text was changed: a few words as they were and as they are, with their neighbours; one may be empty. */
export interface Snippet {
  before: string;
  after: string;
}

/** What a refresh would do to one article. */
export interface RefreshChange extends ArticleChange {
  /** Where it was read, if that was at an address. */
  url?: string;
  /** Of a changed article: the first places where its text is different. */
  snippets?: Snippet[];
}

/** An article that a refresh leaves as it is unless somebody says otherwise. */
export interface HeldBack {
  id: string;
  title: string;
  url?: string;
  /**
   * There is nothing any more (`gone`) or no text (`empty`), less than half of it (`shrunk`), something else at another
   * address (`moved`), or the text of another article (`twin`).
   */
  why: 'gone' | 'empty' | 'shrunk' | 'moved' | 'twin';
  /** In a sentence. */
  explanation: string;
  /** What becomes of it when it is confirmed. */
  change: RefreshChange;
}

/** An address that could not be read this time: that of an article, which stays, or of a feed. */
export interface Unreachable {
  url: string;
  /** Of its article. */
  id?: string;
  title?: string;
  reason: string;
}

/** What reading everything again came to. Nothing of it is published. */
export interface RefreshPreview {
  /** For `applyRefresh` and `discardRefresh`. */
  key: string;
  /** Until when it can be applied, ISO 8601. */
  expiresAt: string;
  /** The generation that it is about; 0 when none was published yet. */
  base: number;
  /** What applying it does. */
  changes: RefreshChange[];
  /** What it does only for the articles that are confirmed. */
  held: HeldBack[];
  unreachable: Unreachable[];
  /** New articles and files that are left out, and why. */
  refused: Refusal[];
  /** New addresses in feeds that are left for the next refresh: one adds only so many. */
  waiting: number;
  /** Live articles of which none of this tells anything. */
  unchanged: number;
  /** Sentences that would have to be embedded, those of held articles left out. */
  toEmbed: number;
  ms: number;
}

/** Who published a generation, when, and what that changed. */
export interface Publication {
  generation: number;
  /** ISO 8601. */
  at: string;
  /** Who did it; `folder` for an ingest of the corpus folder. */
  actor: string;
  kind: 'ingest' | 'refresh' | Edit['kind'];
  /** Of a rollback: the generation whose articles came back. */
  restored?: number;
  added: number;
  changed: number;
  removed: number;
  /** The first 20 of them, by id. */
  articles: ArticleChange[];
}

/** One page of the history, newest first. */
export interface HistoryPage {
  publications: Publication[];
  /** Whether there are older ones. */
  more: boolean;
}

/** An article that is or was in the library, with what became of it. */
export interface ArticleRecord {
  article: Article;
  /** False when it was removed; `article` is its last version then. */
  live: boolean;
  /** `folder`: from the corpus folder; `added`: by a moderator. */
  origin: 'folder' | 'added';
  passages: number;
  sentences: number;
  /** Live articles that say nearly the same. */
  copies: ArticleHead[];
  /** Newest first. */
  history: (Pick<Publication, 'generation' | 'at' | 'actor' | 'kind' | 'restored'> & {
    change: ArticleChange;
  })[];
}

/** An edit that somebody waits for: kept until they were told how it ended, also when Footnote ends meanwhile. */
export interface Job extends Pick<Publication, 'actor' | 'kind'> {
  /** Who waits, as their face knows them. */
  user: string;
  /** The generation that it changes. */
  base: number;
  /** ISO 8601. */
  startedAt: string;
  /** How their face reaches them; nobody else reads it. */
  reply: string;
}

/** What one ingest did. */
export interface IngestReport {
  generation: number;
  articles: number;
  passages: number;
  sentences: number;
  added: number;
  changed: number;
  removed: number;
  /** Articles that are copies of others among them. */
  copies: number;
  /** Sentences embedded in this run; those already known are not counted. */
  embedded: number;
  refused: Refusal[];
  ms: number;
}

/** How far a long piece of work has come. */
export interface Progress {
  stage: 'reading' | 'fetching' | 'embedding' | 'publishing' | 'indexing' | 'calibrating';
  done: number;
  total: number;
}

/** How a chat model does. */
export interface ChatStatus {
  /** `paused`: it failed several times in a row, or asked for a pause, and is left alone until `until`. */
  state: 'working' | 'paused';
  /** ISO 8601; present when it is paused. */
  until?: string;
  /** Why it failed when it did last; absent when it never did since the start or has answered since. */
  problem?: string;
  /** Tokens used today (UTC), and the most there may be. */
  tokens: { used: number; limit?: number };
}

/** What is loaded and since when. */
export interface Status {
  generation: Generation | undefined;
  embeddings: string;
  /** What keeps questions from being searched by it; absent when nothing does. */
  embeddingsNote?: string;
  /** `undefined`: none is configured and answers are extractive. */
  chatModel: string | undefined;
  /** How the chat model does; present when there is one. */
  chat?: ChatStatus;
  /** How sentence vectors are searched, and why when it is not the usual way. */
  index: { engine: 'hnsw' | 'exact'; note?: string };
  /** ISO 8601. */
  startedAt: string;
}
