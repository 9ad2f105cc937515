import { count } from '../counts.ts';
import type {
  AnswerStatus,
  Contribution,
  ExplainedAbout,
  ExplainedCheck,
  ExplainedReading,
  ExplainedSentence,
  ExplainedTerm,
  Explanation,
} from '../model.ts';
import { imprint } from './answer.ts';
import { renderFollowUp } from './explain-follow-up.ts';
import { renderWording } from './explain-wording.ts';
import { describeObservation } from './observations.ts';
import { hang, type Screen, wrap } from './screen.ts';
import { styleFor } from './style.ts';
import { inertLine } from './text.ts';

const OUTCOMES: Record<AnswerStatus, string> = {
  answered: 'enough to answer',
  partial: 'enough to answer, though not all of it is there',
  notInCorpus: 'too little to answer',
};

const KINDS: Readonly<Record<string, string>> = {
  date: 'a date or time',
  duration: 'a length of time',
  frequency: 'how often',
  percentage: 'a percentage',
  person: 'a person',
  country: 'a country',
  definition: 'what it is',
  number: 'a number',
  money: 'a sum of money',
  name: 'a name',
  place: 'a place',
  reason: 'a reason',
  anything: 'anything',
};

const CHECKS: Record<ExplainedCheck['name'], string> = {
  topic: 'Do the articles speak of it?',
  said: 'Do the best sentences say it?',
};

const HEAD_OUTCOMES: Record<AnswerStatus, string> = {
  answered: 'The lines above the text of the article say it.',
  partial: 'The lines above the text of the article say part of it.',
  notInCorpus: 'The lines above the text of the article do not say it.',
};

const FACTS: Record<ExplainedAbout['asked'][number], string> = {
  headline: 'its headline',
  author: 'who wrote it',
  publisher: 'who published it',
  publishedAt: 'when it was published',
  place: 'where it was reported from',
};

/** Contributions that show as zero are left out. */
const LEAST_SHOWN = 0.005;
const INDENT = '    ';
/** A contribution in a list of them: `+2.11 words asked, in it (0.95)`. */
const CELL_COLUMNS = 36;
const GAP = '  ';
/** Lists are laid out for this width where lines are longer or have no end. */
const MOST_COLUMNS = 80;

/** Why a question was answered as it was: how it was read, how sure that is, and the best sentences. */
export function renderExplanation(explanation: Explanation, screen: Screen): string {
  const { followUp, ...rest } = explanation;
  if (followUp === undefined) return renderReadings(rest, screen);
  const howRead = renderFollowUp(followUp, screen);
  return followUp.asksForMore ? howRead : `${howRead}\n\n${renderReadings(rest, screen)}`;
}

function renderReadings(explanation: Omit<Explanation, 'followUp'>, screen: Screen): string {
  const { status, confidence, readings, about, wording } = explanation;
  if (about) return renderAbout(about, status, screen);
  const verdict = `Confidence ${confidence.toFixed(2)}: ${OUTCOMES[status]}.`;
  const several = readings.length > 1 ? ' Each part was asked on its own; the least sure answer counts.' : '';
  return [
    wrap(verdict + several, screen),
    ...readings.flatMap((reading) => [
      renderQuestion(reading, readings.length > 1, screen),
      ...renderChecks(reading, screen),
      renderSentences(reading, screen),
    ]),
    ...(wording === undefined ? [] : [renderWording(wording, screen)]),
  ].join('\n\n');
}

/** A question about an article itself is answered by the lines above its text. */
function renderAbout(
  { asked, subject, articles, enough }: ExplainedAbout,
  status: AnswerStatus,
  screen: Screen,
): string {
  const isMeant = (articles[0]?.share ?? 0) >= enough;
  const verdict = isMeant
    ? HEAD_OUTCOMES[status]
    : `No article holds at least ${enough.toFixed(2)} of the words about it in its title and one passage.`;
  const note = 'It asks about an article rather than what it says, so no sentence is weighed.';
  const row = (label: string, words: string) => hang(`  ${label.padEnd(17)}`, words, screen);
  return [
    wrap(verdict, screen),
    [
      wrap(styleFor(screen).strong('How the question was read'), screen),
      row('asked for', asked.map((fact) => FACTS[fact]).join(', ')),
      row('about', inertLine(subject) || 'the only article there is'),
      ...articles.map(({ article, share }) =>
        row(
          `${share.toFixed(2)} of it in`,
          [inertLine(article.title), imprint(article)].filter(Boolean).join(', '),
        ),
      ),
      wrap(styleFor(screen).faint(note), screen),
    ].join('\n'),
  ].join('\n\n');
}

function renderQuestion(
  { question, terms, expected, names, time }: ExplainedReading,
  isPart: boolean,
  screen: Screen,
): string {
  const { strong } = styleFor(screen);
  const heading = isPart ? `How "${inertLine(question)}" was read` : 'How the question was read';
  const found = names.map(({ name, found }) => `${inertLine(name)} (${found ? 'found' : 'not found'})`);
  return [
    wrap(strong(heading), screen),
    hang('  answer expected  ', KINDS[expected] ?? expected, screen),
    hang('  must be there    ', found.join(', ') || 'no name or number', screen),
    ...(time === undefined ? [] : [hang('  time             ', describeTime(time), screen)]),
    ...renderTerms(terms, screen),
  ].join('\n');
}

function describeTime({
  words,
  since,
  before,
  order,
  event,
  strict,
}: NonNullable<ExplainedReading['time']>): string {
  const ends = [
    since === undefined ? '' : `from ${since}`,
    before === undefined ? '' : `until the day before ${before}`,
  ].filter(Boolean);
  const bounds =
    ends.length === 0 ? '' : `${ends.join(' ')}${strict ? '' : ', only to say which thing is meant'}`;
  const told = event && `${inertLine(event.words)}: ${event.date ?? 'no date found'}`;
  const read = [bounds, told, order === undefined ? '' : `the ${order} first`].filter(Boolean).join('; ');
  return `${read} (from "${inertLine(words)}")`;
}

/** The words that were searched for, the rarest first: they weigh most. */
function renderTerms(terms: readonly ExplainedTerm[], screen: Screen): string[] {
  const { faint } = styleFor(screen);
  const width = Math.max('word'.length, ...terms.map(({ word }) => word.length));
  const row = (word: string, rarity: string, passages: string, meant = '') =>
    `  ${word.padEnd(width)}  ${rarity.padStart(6)}  ${passages.padStart(8)}  ${meant}`.trimEnd();
  return [
    faint(row('word', 'rarity', 'passages')),
    ...terms
      .toSorted((a, b) => b.rarity - a.rarity)
      .map(({ word, rarity, passages, meant }) => {
        const read = meant === undefined ? '' : `read as ${meant}-`;
        return row(word, rarity.toFixed(2), count(passages), read);
      }),
  ];
}

function renderChecks({ checks }: ExplainedReading, screen: Screen): string[] {
  const { strong, faint } = styleFor(screen);
  return checks.map(({ name, chance, needed, evidence }, i) => {
    const total = evidence.reduce((sum, { points }) => sum + points, 0);
    const heading = `${CHECKS[name]} ${chance.toFixed(2)}, and at least ${needed.toFixed(2)} is needed`;
    const legend = 'points = weight x value; "it" is the best sentence';
    return [
      wrap(strong(heading), screen),
      ...(i === 0 ? [hang('  ', faint(legend), screen)] : []),
      ...shown(evidence).map(
        ({ name, weight, value, points }) =>
          `  ${signed(points)} = ${weight.toFixed(2).padStart(6)} x ${value.toFixed(2).padStart(5)}  ${describeObservation(name)}`,
      ),
      `  ${signed(total)}   together; 1 / (1 + e^-points) is ${chance.toFixed(2)}`,
    ].join('\n');
  });
}

function renderSentences({ sentences, time }: ExplainedReading, screen: Screen): string {
  const { strong, faint } = styleFor(screen);
  if (sentences.length === 0) {
    const ofTime = time?.strict ? ' that is of the time asked about' : '';
    const nearer = time?.strict ? ', or not nearly as near as those of other times' : '';
    return wrap(`No sentence${ofTime} came near the question${nearer}.`, screen);
  }
  const legend = 'Under each the points that make its score, with the values they come from.';
  return [
    `${strong('The best sentences')}\n${wrap(faint(legend), screen)}`,
    ...sentences.map((sentence, i) => renderSentence(sentence, i + 1, screen)),
  ].join('\n\n');
}

function renderSentence(sentence: ExplainedSentence, place: number, screen: Screen): string {
  const { strong, faint, accent } = styleFor(screen);
  const { text, article, passage, score, contributions, citations } = sentence;
  const from = [inertLine(article.title), imprint(article), `passage ${passage + 1}`].filter(Boolean);
  const claim =
    citations.length > 0 ? `claim ${citations.map((n) => accent(`[${n}]`)).join('')}` : 'no claim';
  return [
    hang(`${place}.`.padEnd(INDENT.length), `${strong(`score ${score.toFixed(2)}`)}, ${claim}`, screen),
    hang(INDENT, faint(from.join(', ')), screen),
    hang(INDENT, inertLine(text), screen),
    ...renderList(contributions, screen).map((line) => INDENT + faint(line)),
  ].join('\n');
}

/** Contributions side by side, as many in a line as fit. */
function renderList(contributions: readonly Contribution[], screen: Screen): string[] {
  const columns = Math.min(screen.columns, MOST_COLUMNS) - INDENT.length;
  const inLine = Math.max(1, Math.floor((columns + GAP.length) / (CELL_COLUMNS + GAP.length)));
  const cells = shown(contributions).map(
    ({ name, value, points }) => `${signed(points)} ${describeObservation(name)} (${value.toFixed(2)})`,
  );
  return Array.from({ length: Math.ceil(cells.length / inLine) }, (_, i) =>
    cells
      .slice(i * inLine, (i + 1) * inLine)
      .map((cell) => cell.padEnd(CELL_COLUMNS))
      .join(GAP)
      .trimEnd(),
  );
}

function shown(contributions: readonly Contribution[]): Contribution[] {
  return contributions.filter(({ points }) => Math.abs(points) >= LEAST_SHOWN);
}

function signed(points: number): string {
  return `${points < 0 ? '-' : '+'}${Math.abs(points).toFixed(2)}`;
}
