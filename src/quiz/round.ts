import type { QuizRound, RankedPlayer, RoundPick, RoundPlayer } from '../model.ts';

/** How long a lobby stays open, in milliseconds. */
const LOBBY_MS = 15 * 60 * 1000;
/** How long an answer is shown before the next question. */
export const REVEAL_SECONDS = 15;
/** A round that stood still for longer is not taken up again. */
const LONGEST_PAUSE_MS = 15 * 60 * 1000;
/** A clock that is put right by less makes a stage that much longer. */
const CLOCK_SLACK_MS = 10 * 1000;
/** Questions in a row that nobody answers, after which nobody is there any more. */
const DESERTED = 2;

type Stage = QuizRound['stage'];

/** A round that gathers players. */
export function newRound(
  wish: Pick<QuizRound, 'guildId' | 'channelId' | 'host' | 'cards' | 'seconds'>,
  now: Date,
): Omit<QuizRound, 'key' | 'messageId'> {
  const stage = 'lobby';
  return { ...wish, at: 0, stage, startedAt: now.toISOString(), endsAt: endOf(stage, wish.seconds, now) };
}

/** The question that is next, which no message shows yet. */
export function started(round: QuizRound, now: Date): QuizRound {
  return entered({ ...round, messageId: undefined }, 'question', now);
}

/** What comes after this stage: after a question its answer, after that the next question or the end. */
export function advanced(round: QuizRound, picks: readonly RoundPick[], now: Date): QuizRound {
  if (round.stage === 'question') return entered(round, 'reveal', now);
  const at = round.at + 1;
  if (round.stage === 'reveal' && at < round.cards.length && !isDeserted(round, picks)) {
    return started({ ...round, at }, now);
  }
  return ended(round, now);
}

export function ended(round: QuizRound, now: Date): QuizRound {
  return entered(round, 'over', now);
}

/** The round after a restart: the stage it was in begins anew; one that stood still for too long is over. */
export function resumed(round: QuizRound, now: Date): QuizRound {
  const late = now.getTime() - Date.parse(round.endsAt);
  const isLobby = round.stage === 'lobby';
  if (late > LONGEST_PAUSE_MS || (isLobby && round.messageId === undefined)) return ended(round, now);
  return isLobby ? round : entered(round, round.stage, now);
}

/** Whether the stage has ended. A clock that was set back does not make it longer than it is. */
export function isDue(round: QuizRound, now: Date): boolean {
  const left = Date.parse(round.endsAt) - now.getTime();
  return left <= 0 || left > stageMs(round.stage, round.seconds) + CLOCK_SLACK_MS;
}

/** Whether a pick for a question counts. */
export function takesPicks(round: QuizRound, at: number, now: Date): boolean {
  return round.stage === 'question' && round.at === at && now.getTime() < Date.parse(round.endsAt);
}

/** Everybody by their right picks; who has as many as another shares their place. */
export function tableOf(players: readonly RoundPlayer[], picks: readonly RoundPick[]): RankedPlayer[] {
  const right = Map.groupBy(
    picks.filter(({ isRight }) => isRight),
    ({ user }) => user,
  );
  return ranked(players.map((player) => ({ ...player, points: right.get(player.user)?.length ?? 0 })));
}

/** The most points first, players with as many in the order they are given. */
export function ranked(players: readonly (RoundPlayer & { points: number })[]): RankedPlayer[] {
  const sorted = players.toSorted((a, b) => b.points - a.points);
  return sorted.map((player) => ({
    ...player,
    place: 1 + sorted.findIndex(({ points }) => points === player.points),
  }));
}

/** How many chose each option, in the order of the options. */
export function distributionOf(
  options: readonly string[],
  picks: readonly RoundPick[],
  at: number,
): number[] {
  return options.map((option) => picks.filter((pick) => pick.at === at && pick.given === option).length);
}

function isDeserted({ at }: QuizRound, picks: readonly RoundPick[]): boolean {
  return at + 1 >= DESERTED && !picks.some((pick) => pick.at > at - DESERTED);
}

function entered(round: QuizRound, stage: Stage, now: Date): QuizRound {
  return { ...round, stage, endsAt: endOf(stage, round.seconds, now) };
}

/** On a full second, as Discord counts down to one. */
function endOf(stage: Stage, seconds: number, now: Date): string {
  const end = now.getTime() + stageMs(stage, seconds);
  return new Date(Math.ceil(end / 1_000) * 1_000).toISOString();
}

function stageMs(stage: Stage, seconds: number): number {
  if (stage === 'lobby') return LOBBY_MS;
  if (stage === 'reveal') return REVEAL_SECONDS * 1_000;
  return stage === 'question' ? seconds * 1_000 : 0;
}
