import { type Client, DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { App } from '../../app.ts';
import { UserError } from '../../errors.ts';
import type { QuizRound } from '../../model.ts';
import { failureLine } from '../failure.ts';
import type { Message } from '../message.ts';
import {
  renderFinal,
  renderLobby,
  renderLobbyEnd,
  renderReveal,
  renderRoundQuestion,
} from './render-round.ts';

/** How often a lobby shows who joined, at most, in milliseconds. */
const LOBBY_EVERY = 3_000;
const UNSHOWN = 'I could not write in this channel, so the round was ended.';
const AWAY = 'I was away for too long to go on with it.';

interface Deps {
  now: () => Date;
  log: (line: string) => void;
}

/** Shows group rounds in their channels: one message for each question, which turns into its answer. */
export class Rounding {
  readonly #app: App;
  readonly #deps: Deps;
  /** What a restart interrupted; the rounds that begin from now on are none of it. */
  readonly #left: readonly QuizRound[];
  /** Rounds that are being shown. */
  readonly #busy = new Map<string, Promise<boolean>>();
  /** What each lobby shows. */
  readonly #lobbies = new Map<string, { players: number; at: number }>();

  constructor(app: App, deps: Deps) {
    this.#app = app;
    this.#deps = deps;
    this.#left = app.rounds.open();
  }

  /** What is being shown. */
  get underWay(): Promise<unknown> {
    return Promise.allSettled(this.#busy.values());
  }

  /** Moves every round on whose time has come; resolves once all are shown. Never rejects. */
  async look(client: Client<true>): Promise<void> {
    const { rounds } = this.#app;
    const underWay = [...this.#busy.values()];
    const idle = rounds.open().filter(({ key }) => !this.#busy.has(key));
    const moved = idle.map((round) =>
      this.#alone(round, async () => {
        const next = await rounds.advance(round);
        if (next) await this.#show(client, round, next);
        else if (round.stage === 'lobby') await this.#showJoined(client, round);
      }),
    );
    await Promise.all([...underWay, ...moved]);
  }

  /** Goes on with what a restart interrupted. Never rejects. */
  async resume(client: Client<true>): Promise<void> {
    const { rounds } = this.#app;
    await Promise.all(
      this.#left.map((round) =>
        this.#alone(round, async () => {
          const next = await rounds.resume(round);
          if (next?.stage === 'over') await this.#show(client, round, next, AWAY);
          if (next?.stage === 'question') await this.#ask(client, next, true);
        }),
      ),
    );
  }

  /** Begins with the first question. @throws {UserError} as `Rounds.start`, and when it cannot be shown. */
  async start(client: Client<true>, key: string, channelId: string): Promise<void> {
    const lobby = this.#app.rounds.openIn(key, channelId);
    const next = await this.#app.rounds.start(key, channelId);
    const isShown = await this.#alone(lobby, () => this.#show(client, lobby, next));
    if (!isShown) throw new UserError(UNSHOWN);
  }

  /** Ends a round at once: a question that is open is answered first. @throws {UserError} as `Rounds.stop`. */
  async stop(client: Client<true>, key: string, channelId: string, by: string): Promise<void> {
    const { rounds } = this.#app;
    const round = rounds.openIn(key, channelId);
    const outcome = round.stage === 'question' ? rounds.outcome(round) : undefined;
    rounds.stop(key, channelId);
    await this.#alone(round, async () => {
      // By now it is known which message shows it.
      const over = rounds.current(round);
      if (outcome) await this.#edit(client, over, renderReveal(over, outcome));
      await this.#show(client, round, over, `${by} stopped it.`);
    });
  }

  /** One thing after another for each round. One that cannot be shown any more is ended, and false given. */
  async #alone(round: QuizRound, work: () => Promise<void>): Promise<boolean> {
    const done = this.#after(this.#busy.get(round.key), round, work);
    this.#busy.set(round.key, done);
    const isShown = await done;
    if (this.#busy.get(round.key) === done) this.#busy.delete(round.key);
    return isShown;
  }

  async #after(
    before: Promise<unknown> | undefined,
    round: QuizRound,
    work: () => Promise<void>,
  ): Promise<boolean> {
    await before;
    try {
      await work();
      return true;
    } catch (error) {
      this.#deps.log(failureLine('A quiz round was ended, as it could not be shown', error));
      this.#app.rounds.giveUp(round);
      return false;
    }
  }

  async #show(client: Client<true>, from: QuizRound, to: QuizRound, why?: string): Promise<void> {
    const { rounds } = this.#app;
    if (to.stage === 'question') await this.#ask(client, to);
    if (from.stage === 'lobby') {
      this.#lobbies.delete(from.key);
      await this.#edit(client, from, renderLobbyEnd(to, rounds.players(to)));
    }
    if (to.stage === 'reveal') {
      const outcome = rounds.outcome(to);
      if (outcome) await this.#edit(client, to, renderReveal(to, outcome));
    }
    if (to.stage !== 'over' || from.stage === 'lobby') return;
    const isDeserted = why === undefined && to.at + 1 < to.cards.length;
    const table = rounds.table(to);
    await this.#post(client, to, renderFinal(to, table, isDeserted ? 'Nobody answered any more.' : why));
  }

  async #ask(client: Client<true>, round: QuizRound, again = false): Promise<void> {
    const { rounds } = this.#app;
    const card = rounds.asks(round);
    if (!card) throw new Error('a round asks no question');
    const message = renderRoundQuestion(round, card, again);
    const shown = await this.#edit(client, round, message);
    if (!shown) rounds.shownIn(round.key, await this.#post(client, round, message));
  }

  /** A lobby shows who joined, not each of them at once. */
  async #showJoined(client: Client<true>, round: QuizRound): Promise<void> {
    const players = this.#app.rounds.players(round);
    const now = this.#deps.now().getTime();
    const { players: shown, at } = this.#lobbies.get(round.key) ?? { players: 0, at: 0 };
    const isEarly = now >= at && now - at < LOBBY_EVERY;
    if (players.length === shown || isEarly) return;
    this.#lobbies.set(round.key, { players: players.length, at: now });
    await this.#edit(client, round, renderLobby(round, players));
  }

  /** Gives the id of the message. The same is not sent twice when the answer to the first try was lost. */
  async #post(
    client: Client<true>,
    { key, channelId, at, stage }: QuizRound,
    body: Message,
  ): Promise<string> {
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isSendable()) throw new Error('its channel takes no messages');
    const { flags, components } = body;
    const nonce = `${key}${stage.charAt(0)}${at}`;
    return (await channel.send({ flags, components, nonce, enforceNonce: true })).id;
  }

  /** False when there is no such message any more. */
  async #edit(client: Client<true>, { channelId, messageId }: QuizRound, body: Message): Promise<boolean> {
    if (messageId === undefined) return false;
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isTextBased()) throw new Error('its channel shows no messages');
    const { flags, components } = body;
    try {
      await channel.messages.edit(messageId, { flags, components });
      return true;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return false;
      throw error;
    }
  }
}
