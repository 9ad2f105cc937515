import { UserError } from '../errors.ts';
import type { Card, QuizRound, RankedPlayer, RoundPlayer } from '../model.ts';
import type { QuizStore, RoundStore } from '../ports.ts';
import type { QuizSurroundings } from './desk.ts';
import { draw } from './draw.ts';
import {
  advanced,
  distributionOf,
  ended,
  isDue,
  newRound,
  ranked,
  resumed,
  started,
  tableOf,
  takesPicks,
} from './round.ts';

const QUESTIONS = [1, 30] as const;
const SECONDS = [5, 120] as const;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

export interface RoundSurroundings extends Omit<QuizSurroundings, 'store'> {
  store: RoundStore;
  cardStore: Pick<QuizStore, 'resting' | 'report'>;
}

/** What somebody wants to be played where. */
export interface RoundWish {
  guildId: string;
  channelId: string;
  host: string;
  /** 1 to 30. */
  count: number;
  /** For each question, 5 to 120. */
  seconds: number;
}

/** How a question of a round went. */
export interface RoundOutcome {
  card: Card;
  /** How many chose each of its options. */
  chosen: number[];
  table: RankedPlayer[];
}

/** Asks cards of everybody in a channel at once, one round in a channel. All grading happens here. */
export class Rounds {
  readonly #app: RoundSurroundings;
  /** What each round asks now, as a pick is graded at once. */
  readonly #asking = new Map<string, { at: number; card: Card }>();

  constructor(app: RoundSurroundings) {
    this.#app = app;
  }

  /** Opens the lobby of a round. Cards that this server was not asked come first. @throws {UserError} when it cannot be. */
  async begin({ count, seconds, ...wish }: RoundWish): Promise<QuizRound> {
    checkRange(count, QUESTIONS, 'A round has', 'questions');
    checkRange(seconds, SECONDS, 'A question takes', 'seconds');
    const { store, cardStore, chance, now } = this.#app;
    const cards = await draw(this.#app, {
      ...{ count, chance: chance(), isFit: hasOptions },
      ...{ resting: cardStore.resting(), known: store.asked(wish.guildId) },
    });
    if (cards.length === 0) {
      throw new UserError('There are no questions yet: they are made when articles are prepared.');
    }
    const round = store.begin(newRound({ ...wish, seconds, cards }, now()));
    if (!round) throw new UserError(TAKEN);
    return round;
  }

  /** The message that shows the round from now on. */
  shownIn(key: string, messageId: string): void {
    const round = this.current({ key });
    this.#app.store.save({ ...round, messageId });
  }

  /** The round as it is by now. */
  current({ key }: Pick<QuizRound, 'key'>): QuizRound {
    const round = this.#app.store.round(key);
    if (!round) throw new Error('there is no such round');
    return round;
  }

  /** Those that are not over. */
  open(): QuizRound[] {
    return this.#app.store.open();
  }

  /** False when they were in it already. @throws {UserError} when it is over, or not played in this channel. */
  join(key: string, channelId: string, player: RoundPlayer): boolean {
    return this.#app.store.join(this.openIn(key, channelId), player, this.#app.now());
  }

  players(round: QuizRound): RoundPlayer[] {
    return this.#app.store.players(round);
  }

  /** Ends the lobby with the first question. @throws {UserError} when it began already, or nobody joined. */
  async start(key: string, channelId: string): Promise<QuizRound> {
    const round = this.openIn(key, channelId);
    if (round.stage !== 'lobby') throw new UserError(BEGUN);
    if (this.players(round).length === 0)
      throw new UserError('Nobody has joined yet: press Join first, or let somebody join.');
    const begun = await this.#enter(round, started(round, this.#app.now()));
    if (!begun) throw new UserError(BEGUN);
    return begun;
  }

  /** The next stage of a round when this one has ended; `undefined` while it goes on. */
  async advance({ key }: QuizRound): Promise<QuizRound | undefined> {
    const round = this.current({ key });
    if (round.stage === 'over' || !isDue(round, this.#app.now())) return undefined;
    return this.#enter(round, advanced(round, this.#app.store.picks(round), this.#app.now()));
  }

  /** Takes up after a restart what was going on, or ends it. */
  async resume({ key }: QuizRound): Promise<QuizRound | undefined> {
    const round = this.current({ key });
    return this.#enter(round, resumed(round, this.#app.now()));
  }

  /** @throws {UserError} when it is over already, or not played in this channel. */
  stop(key: string, channelId: string): void {
    this.giveUp(this.openIn(key, channelId));
  }

  /** Ends a round at once. */
  giveUp({ key }: QuizRound): void {
    this.#asking.delete(key);
    this.#app.store.save(ended(this.current({ key }), this.#app.now()));
  }

  /**
   * Counts what somebody chose, in place of what they chose before; gives the round and its card.
   * @throws {UserError} when the question is locked, the round is over, or there is no such option.
   */
  pick(
    key: string,
    channelId: string,
    player: RoundPlayer,
    { at, option }: { at: number; option: number },
  ): { round: QuizRound; card: Card } {
    const { store, now } = this.#app;
    const round = this.openIn(key, channelId);
    const asking = this.#asking.get(key);
    if (!takesPicks(round, at, now()) || asking?.at !== at) {
      throw new UserError(
        'This question is locked: what you chose before the countdown ended is what counts.',
      );
    }
    const { card } = asking;
    const given = card.options?.[option];
    if (given === undefined) throw new UserError('There is no such answer; nothing was counted.');
    const isRight = given === card.key;
    store.pick(round, player, { cardId: card.id, given, isRight, at: now() });
    return { round, card };
  }

  /** Rests the card of a question until a moderator has looked at it. @throws {UserError} when there is no such question. */
  report(key: string, channelId: string, user: string, at: number): void {
    const round = this.#in(key, channelId);
    const id = at <= round.at && round.stage !== 'lobby' ? round.cards[at] : undefined;
    if (id === undefined) throw new UserError('There is no such question; nothing was reported.');
    this.#app.cardStore.report(user, id, this.#app.now());
  }

  /** What the round asks now; `undefined` when it asks nothing. */
  asks({ key, at }: QuizRound): Card | undefined {
    const asking = this.#asking.get(key);
    return asking?.at === at ? asking.card : undefined;
  }

  /** How the question that was asked last went; `undefined` when there was none. */
  outcome(round: QuizRound): RoundOutcome | undefined {
    const card = this.asks(round);
    if (!card) return undefined;
    const picks = this.#app.store.picks(round);
    const chosen = distributionOf(card.options ?? [], picks, round.at);
    return { card, chosen, table: tableOf(this.players(round), picks) };
  }

  /** A round with its table, also when it is over. @throws {UserError} when it is not played in this channel. */
  result(key: string, channelId: string): { round: QuizRound; table: RankedPlayer[] } {
    const round = this.#in(key, channelId);
    return { round, table: this.table(round) };
  }

  table(round: QuizRound): RankedPlayer[] {
    return tableOf(this.players(round), this.#app.store.picks(round));
  }

  /** Who knew the most cards when they were asked them for the first time, in a server. */
  top(guildId: string, period: 'week' | 'all'): RankedPlayer[] {
    const now = this.#app.now().getTime();
    return ranked(this.#app.store.top(guildId, period === 'all' ? undefined : new Date(now - WEEK_MS)));
  }

  /** The round, if it is not over. @throws {UserError} when it is, or is not played in this channel. */
  openIn(key: string, channelId: string): QuizRound {
    const round = this.#in(key, channelId);
    if (round.stage === 'over') throw new UserError(OVER);
    return round;
  }

  #in(key: string, channelId: string): QuizRound {
    const round = this.#app.store.round(key);
    if (round?.channelId !== channelId) throw new UserError(OVER);
    return round;
  }

  /**
   * Saves a stage, with its card at hand; a question whose card is gone is left out. Gives nothing when the round went
   * on from where it was meanwhile.
   */
  async #enter(from: QuizRound, to: QuizRound): Promise<QuizRound | undefined> {
    const { store, cardsById, now } = this.#app;
    const id = to.cards[to.at];
    const isAsking = to.stage === 'question' || to.stage === 'reveal';
    if (isAsking && id !== undefined && this.asks(to) === undefined) {
      const [found] = await cardsById([id]);
      const current = this.current(to);
      if (current.stage !== from.stage || current.at !== from.at) return undefined;
      if (!found) {
        const isLast = to.at + 1 >= to.cards.length;
        return this.#enter(from, isLast ? ended(to, now()) : started({ ...to, at: to.at + 1 }, now()));
      }
      this.#asking.set(to.key, { at: to.at, card: found.card });
    }
    if (to.stage === 'over') this.#asking.delete(to.key);
    store.save(to);
    return to;
  }
}

const BEGUN = 'This round has begun already.';
const TAKEN = 'There is a round in this channel already: join it, or wait until it is over.';
const OVER = 'This round is over. /quiz play begins a new one.';

function hasOptions({ kind, options = [] }: Card): boolean {
  return kind !== 'order' && options.length > 1;
}

function checkRange(
  value: number,
  [least, most]: readonly [number, number],
  what: string,
  unit: string,
): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new UserError(`${what} ${least} to ${most} ${unit}, not ${value}.`);
  }
}
