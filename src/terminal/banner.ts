import { count } from '../counts.ts';
import type { Calibration, Status } from '../model.ts';
import { hang, type Screen, wrap } from './screen.ts';
import { styleFor } from './style.ts';
import { inertLine } from './text.ts';

/** What is loaded, for the start of a terminal session. */
export function renderBanner(status: Status, corpusDir: string, screen: Screen): string {
  const style = styleFor(screen);
  const { generation, index } = status;
  const facts: [string, string][] = [
    ['articles', count(generation?.articles ?? 0)],
    ['passages', count(generation?.passages ?? 0)],
    ['generation', generation ? `${generation.id}, of ${minute(generation.createdAt)}` : 'none yet'],
    ['calibration', calibrated(generation?.calibration)],
    ['embeddings', status.embeddings + (status.embeddingsNote ? ` (${status.embeddingsNote})` : '')],
    ['chat model', chatModel(status)],
    ['index', index.note ? `${index.engine} (${index.note})` : index.engine],
  ];
  const labels = Math.max(...facts.map(([label]) => label.length));
  return [
    wrap(
      `${style.strong('Footnote')} answers from your articles and shows the words each answer rests on.`,
      screen,
    ),
    '',
    ...facts.map(([label, fact]) =>
      hang(`  ${style.faint(label.padEnd(labels))}  `, inertLine(fact), screen),
    ),
    '',
    generation?.articles
      ? wrap('Ask a question. :open 1 shows what footnote 1 rests on, :help lists all commands.', screen)
      : renderEmpty(corpusDir, screen),
  ].join('\n');
}

/** What to do when no article is loaded. */
export function renderEmpty(corpusDir: string, screen: Screen): string {
  const remedy = `No articles are loaded, so no question can be answered yet. Put Markdown, text, HTML or JSON files into ${inertLine(corpusDir)} and start again.`;
  return wrap(remedy, screen);
}

function chatModel({ chatModel, chat }: Status): string {
  if (chatModel === undefined) return 'none: answers are quoted from the articles word for word';
  if (!chat) return chatModel;
  const { until, problem, tokens } = chat;
  const limit = tokens.limit === undefined ? '' : ` of ${count(tokens.limit)}`;
  return [
    `${chatModel}, its words checked against the articles`,
    ...(until === undefined ? [] : [`paused until ${minute(until)}`]),
    ...(problem === undefined ? [] : [problem]),
    `${count(tokens.used)}${limit} tokens used today`,
  ].join('; ');
}

function calibrated(calibration: Calibration | undefined): string {
  if (!calibration) return 'not measured yet: a threshold that did well elsewhere is used';
  const [topic, said] = [calibration.topic, calibration.said].map(
    (chance) => `${Math.round(100 * chance)} %`,
  );
  const { nearness } = calibration;
  const near = nearness
    ? `; nearness of meaning counts for ${Math.round(100 * nearness.share)} % of what it does with the bundled embeddings`
    : '';
  return `answers when the articles speak of a question with a chance of ${topic} or more, and say what is asked with ${said} or more (measured with ${count(calibration.questions)} questions)${near}`;
}

/** `2026-11-21 22:50 UTC` */
function minute(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
