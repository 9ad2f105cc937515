import { ButtonStyle } from 'discord.js';
import { plural } from '../../counts.ts';
import type { Card, QuizRound, RankedPlayer, RoundPlayer } from '../../model.ts';
import { REVEAL_SECONDS } from '../../quiz/round.ts';
import type { RoundOutcome } from '../../quiz/rounds.ts';
import { customId } from '../custom-id.ts';
import { cost, fitting, MESSAGE_TEXT } from '../limits.ts';
import { button, buttons, card as framed, type Message, paragraph, rule } from '../message.ts';
import { shortLine } from '../source-line.ts';
import { ROUND_JOIN, ROUND_MINE, ROUND_PICK, ROUND_REPORT, ROUND_START, ROUND_STOP } from './names.ts';
import { proofLines } from './render-outcome.ts';
import { LETTERS, questionLines } from './render-question.ts';

const BLUE = 0x5865f2;
const GREEN = 0x3ba55d;
const NAME = 40;
const OPTION = 240;
/** Names that a lobby lists, those that share a place, and those that share the lead. */
const LISTED = 20;
const SHARING = 10;
const SHARING_LEAD = 5;
/** Places that a table has, and those that are shown after each answer. */
const PLACES = 10;
const LEADING = 3;
const TABLE_ROOM = 3_000;
/** Kept free for what else is said. */
const REMARKS = 100;
const BAR = 12;

/** Where players gather. */
export function renderLobby(round: QuizRound, players: readonly RoundPlayer[]): Message {
  const { key, cards, seconds, endsAt } = round;
  return framed(BLUE, [
    paragraph(
      `**Quiz round: ${plural(cards.length, 'question')}, ${seconds} seconds each**`,
      'Press **Join** to play. You choose your answers in private and may change them until the countdown ends. Each right answer is one point, however quick.',
      players.length === 0
        ? 'Nobody has joined yet.'
        : `**${plural(players.length, 'player')}:** ${namesOf(players)}`,
      `-# Whoever began it, or a moderator, presses Start. Closes ${until(endsAt)}.`,
    ),
    buttons(
      button('Join', customId(ROUND_JOIN, key), false, ButtonStyle.Success),
      button('Start', customId(ROUND_START, key), false, ButtonStyle.Primary),
      stopButton(key),
    ),
  ]);
}

/** What is left of the lobby. */
export function renderLobbyEnd(round: QuizRound, players: readonly RoundPlayer[]): Message {
  const { cards, seconds, stage } = round;
  const head = `**Quiz round: ${plural(cards.length, 'question')}, ${seconds} seconds each**`;
  if (stage === 'over') return framed(BLUE, [paragraph(head, 'It was closed before it began.')]);
  const joined = `${plural(players.length, 'player')}: ${namesOf(players)}`;
  return framed(BLUE, [
    paragraph(head, `It has begun. ${joined}`, '-# You can still join: just choose an answer.'),
  ]);
}

/** A question with what answers it. @param again whether the countdown began anew after a restart */
export function renderRoundQuestion(round: QuizRound, card: Card, again = false): Message {
  const { key, at, endsAt } = round;
  return framed(BLUE, [
    paragraph(
      `-# ${numberOf(round)} · locks ${until(endsAt)}`,
      ...(again
        ? ['-# I was restarted, so the countdown began again. What you had chosen still counts.']
        : []),
    ),
    paragraph(...questionLines(card)),
    card.kind === 'trueFalse'
      ? undefined
      : paragraph(...optionsOf(card).map((_, i) => `${letterOf(i)} ${optionText(card, i)}`)),
    buttons(
      ...optionsOf(card).map((option, i) => {
        const label = card.kind === 'trueFalse' ? option : LETTERS.charAt(i);
        return button(label, customId(ROUND_PICK, key, at, i), false, ButtonStyle.Primary);
      }),
    ),
    buttons(stopButton(key), reportButton(key, at)),
  ]);
}

/** What a player chose, for them alone. */
export function renderPick({ endsAt }: QuizRound, card: Card, option: number): Message {
  return framed(BLUE, [
    paragraph(
      `You chose ${chosenOption(card, option)}.`,
      `-# Press another to change it; the question locks ${until(endsAt)}.`,
    ),
  ]);
}

/** The answer: who chose what, the words that prove it, and who leads. */
export function renderReveal(round: QuizRound, { card, chosen, table }: RoundOutcome): Message {
  const { key, at, cards, stage } = round;
  const options = optionsOf(card);
  const right = chosen[options.indexOf(card.key)] ?? 0;
  const all = chosen.reduce((sum, n) => sum + n, 0);
  const isLast = stage === 'over' || at + 1 >= cards.length;
  const asked = [`-# ${numberOf(round)}`, ...questionLines(card)];
  const results = [
    ...options.map((_, i) => resultLine(card, i, chosen, all)),
    all === 0 ? '**Nobody answered.**' : `**${right} of ${plural(all, 'player')} right.**`,
  ];
  const leading = placeLines(table, LEADING, at + 1, SHARING_LEAD);
  const room = MESSAGE_TEXT - REMARKS - cost([...asked, ...results, ...leading].join('\n'));
  return framed(GREEN, [
    paragraph(...asked),
    paragraph(...results),
    rule(),
    paragraph(...proofLines(card, room)),
    rule(),
    leading.length === 0 ? undefined : paragraph('**In the lead**', ...leading),
    isLast ? undefined : paragraph(`-# The next question comes in ${REVEAL_SECONDS} seconds.`),
    buttons(reportButton(key, at)),
  ]);
}

/** How the round ended. @param why when it ended early */
export function renderFinal({ key, at }: QuizRound, table: readonly RankedPlayer[], why?: string): Message {
  const lines = placeLines(table, PLACES, at + 1);
  return framed(GREEN, [
    paragraph(
      `**The round is over.**${why === undefined ? '' : ` ${why}`}`,
      ...(lines.length === 0 ? ['Nobody had a right answer.'] : lines),
    ),
    paragraph(
      '-# `/quiz top` shows who knew the most. `/quiz start` asks you alone what you want to know better.',
    ),
    buttons(button('My result', customId(ROUND_MINE, key))),
  ]);
}

/** How a player did, for them alone. */
export function renderMine({ at }: QuizRound, table: readonly RankedPlayer[], user: string): Message {
  const own = table.find((player) => player.user === user);
  return framed(BLUE, [
    paragraph(
      own === undefined
        ? 'You did not play in this round.'
        : `You had **${own.points} of ${at + 1}** right: place **${own.place}** of ${plural(table.length, 'player')}.`,
    ),
  ]);
}

/** The leaderboard. @param asker shown too when they are not among the first */
export function renderTop(table: readonly RankedPlayer[], period: 'week' | 'all', asker: string): Message {
  const lines = placeLines(table, PLACES);
  const own = table.find(({ user }) => user === asker);
  const isShown = own === undefined || own.points === 0 || own.place <= PLACES;
  const when = period === 'week' ? 'in the last 7 days' : 'of all time';
  return framed(BLUE, [
    paragraph(
      `**Who knew the most, ${when}**`,
      ...(lines.length === 0 ? ['Nobody yet: `/quiz play` begins a round in this channel.'] : lines),
      ...(isShown ? [] : [placeLine([own])]),
    ),
    paragraph(
      '-# Counted are questions answered right the first time one was asked them: in rounds of this server, and alone by those who play rounds. Repeating counts for nothing.',
    ),
  ]);
}

function chosenOption(card: Card, i: number): string {
  return card.kind === 'trueFalse' ? `**${optionText(card, i)}**` : `${letterOf(i)} ${optionText(card, i)}`;
}

/** The first places, one a line, with all who share it. */
function placeLines(
  table: readonly RankedPlayer[],
  most: number,
  asked?: number,
  sharing = SHARING,
): string[] {
  const scored = table.filter(({ points, place }) => points > 0 && place <= most);
  const lines = [...Map.groupBy(scored, ({ place }) => place).values()].map((shared) =>
    placeLine(shared, asked, sharing),
  );
  return fitting(lines, TABLE_ROOM);
}

function placeLine(shared: readonly RankedPlayer[], asked?: number, sharing = SHARING): string {
  const [first] = shared;
  if (first === undefined) return '';
  const points = asked === undefined ? plural(first.points, 'question') : `${first.points} of ${asked}`;
  return `**${first.place}.** ${namesOf(shared, sharing)} — ${points}`;
}

function namesOf(players: readonly RoundPlayer[], most = LISTED): string {
  const names = players.slice(0, most).map(nameOf).join(', ');
  const more = players.length - most;
  return more > 0 ? `${names} and ${more} more` : names;
}

/** Names are shown as text and not as mentions, which show as numbers to those who have not met. */
function nameOf({ name }: RoundPlayer): string {
  return shortLine(name, NAME);
}

function resultLine(card: Card, i: number, chosen: readonly number[], all: number): string {
  const count = chosen[i] ?? 0;
  const filled = all === 0 ? 0 : Math.round((BAR * count) / all);
  const bar = `\`${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}\``;
  const isKey = optionsOf(card)[i] === card.key;
  return `${bar} ${count} · ${isKey ? '✅ ' : ''}${chosenOption(card, i)}`;
}

function letterOf(i: number): string {
  return `**${LETTERS.charAt(i)}.**`;
}

function optionText(card: Card, i: number): string {
  return shortLine(optionsOf(card)[i] ?? '', OPTION);
}

function optionsOf({ options = [] }: Card): readonly string[] {
  return options;
}

function numberOf({ at, cards }: QuizRound): string {
  return `Question ${at + 1} of ${cards.length}`;
}

function stopButton(key: string) {
  return button('Stop', customId(ROUND_STOP, key));
}

function reportButton(key: string, at: number) {
  return button('Report this question', customId(ROUND_REPORT, key, at));
}

/** A moment that Discord counts down to. */
function until(iso: string): string {
  return `<t:${Math.floor(Date.parse(iso) / 1_000)}:R>`;
}
