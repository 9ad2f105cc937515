import { count } from '../../counts.ts';
import type { Calibration, ChatStatus, Generation, Status } from '../../model.ts';
import { inertLine } from '../inert.ts';
import { type Message, message, paragraph } from '../message.ts';
import type { Command } from './command.ts';
import { EVERYWHERE } from './places.ts';

/** What is loaded, which models, since when. */
export function renderStatus(status: Status): Message {
  const { generation, index } = status;
  const engine = index.engine === 'hnsw' ? 'HNSW index' : 'exact scan';
  return message([
    paragraph(
      generation === undefined
        ? '**Articles**: none loaded yet'
        : `**Articles**: ${count(generation.articles)}${copied(generation)}, in ${count(generation.passages)} passages of ${count(generation.sentences)} sentences`,
      ...(generation === undefined
        ? []
        : [`**Generation**: ${generation.id}, loaded since ${moment(generation.createdAt)}`]),
      ...(generation?.calibration === undefined
        ? []
        : [`**Calibration**: ${calibrated(generation.calibration)}`]),
      `**Embeddings**: ${inertLine(status.embeddings)}${note(status.embeddingsNote)}`,
      `**Chat model**: ${status.chatModel === undefined ? "none; answers are the articles' own words" : inertLine(status.chatModel)}`,
      ...(status.chat === undefined ? [] : [`**Wording**: ${wording(status.chat)}`]),
      `**Search**: ${engine}${note(index.note)}`,
      `**Running** since ${moment(status.startedAt)}`,
    ),
  ]);
}

function wording({ state, until, problem, tokens }: ChatStatus): string {
  const paused =
    until === undefined ? '' : ` until ${moment(until)}; until then answers are the articles' own words`;
  const why = problem === undefined ? '' : ` (${inertLine(problem)})`;
  const limit = tokens.limit === undefined ? '' : ` of ${count(tokens.limit)}`;
  return `${state}${paused}${why}, ${count(tokens.used)}${limit} tokens used today`;
}

const note = (text: string | undefined) => (text === undefined ? '' : ` (${inertLine(text)})`);

function calibrated({ topic, said, questions, nearness }: Calibration): string {
  const near =
    nearness === undefined
      ? ''
      : `; nearness of meaning counts for ${percent(nearness.share)} of what it does with the bundled embeddings`;
  return `I answer when these articles speak of a question with a chance of ${percent(topic)} or more, and say what is asked with ${percent(said)} or more (measured with ${count(questions)} questions made of their sentences)${near}`;
}

function copied({ copies }: Generation): string {
  if (copies === 0) return '';
  return copies === 1
    ? ', of which 1 is a copy of another'
    : `, of which ${count(copies)} are copies of others`;
}

const percent = (chance: number) => `${Math.round(100 * chance)} %`;

/** A moment that Discord shows in the reader's own time zone and language. */
function moment(iso: string): string {
  const seconds = Math.floor(Date.parse(iso) / 1_000);
  return Number.isNaN(seconds) ? inertLine(iso) : `<t:${seconds}:f> (<t:${seconds}:R>)`;
}

export const status = {
  data: {
    name: 'status',
    description: 'Which articles and models are loaded, and since when',
    ...EVERYWHERE,
  },
  audience: () => 'asker',
  run: async (_interaction, { app }) => renderStatus(await app.status()),
} satisfies Command;
