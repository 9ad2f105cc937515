import type { Card, CardReport } from '../model.ts';
import type { ReportStore } from '../ports.ts';
import type { QuizSurroundings } from './desk.ts';

/** What students reported, for moderators to decide on. */
export class Reports {
  readonly #store: ReportStore;
  readonly #app: Pick<QuizSurroundings, 'now' | 'cardsById'>;

  constructor(store: ReportStore, app: Pick<QuizSurroundings, 'now' | 'cardsById'>) {
    this.#store = store;
    this.#app = app;
  }

  /** Those that nobody decided on, the first reported first; cards that their articles no longer make are left out. */
  async open(): Promise<(CardReport & { card: Card })[]> {
    const reports = this.#store.reported();
    const found = await this.#app.cardsById(reports.map(({ cardId }) => cardId));
    return reports.flatMap((report, i) => {
      const it = found[i];
      return it?.isLive ? [{ ...report, card: it.card }] : [];
    });
  }

  /** Asks a card again, or never; false when somebody decided already. */
  decide(cardId: string, decision: 'keep' | 'drop', by: string): boolean {
    return this.#store.decide(cardId, decision, by, this.#app.now());
  }
}
