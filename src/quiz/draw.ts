import type { Card } from '../model.ts';
import type { CardFilter } from '../ports.ts';
import { shuffled } from './chance.ts';

/** Cards that are read for each that is wanted, so that enough of them are of different sentences. */
const READ_FOR_EACH = 4;

/** Where cards are drawn from. */
export interface Deck {
  cardIds(filter: CardFilter): Promise<string[]>;
  cardsById(ids: readonly string[]): Promise<({ card: Card; isLive: boolean } | undefined)[]>;
}

/** What to draw. */
export interface Drawing extends CardFilter {
  count: number;
  /** Text that is never the same twice. */
  chance: string;
  /** Cards that are not asked. */
  resting: { has(id: string): boolean };
  /** Cards that come only after all others. */
  known: { has(id: string): boolean };
  /** Whether a card can be asked; all can, when absent. */
  isFit?: (card: Card) => boolean;
}

/**
 * Ids of up to `count` cards by chance, of different sentences while there are any; none when there is no card. However
 * many cards there are, only as many are read as it takes.
 */
export async function draw(
  deck: Deck,
  { count, chance, resting, known, isFit = () => true, ...filter }: Drawing,
): Promise<string[]> {
  const ids = (await deck.cardIds(filter)).filter((id) => !resting.has(id));
  const drawn = shuffled(ids, chance).sort((a, b) => Number(known.has(a)) - Number(known.has(b)));
  const cards: Card[] = [];
  const most = count * READ_FOR_EACH;
  for (let at = 0; at < drawn.length && cards.length < most; at += most) {
    const read = await deck.cardsById(drawn.slice(at, at + most));
    cards.push(...read.flatMap((found) => (found && isFit(found.card) ? [found.card] : [])));
  }
  return apartFromEachOther(cards, count);
}

/** Cards of different sentences, so that none shows what another asks; of the same ones only when there are no others. */
function apartFromEachOther(cards: readonly Card[], count: number): string[] {
  const shown = new Set<string>();
  const chosen: string[] = [];
  const left: string[] = [];
  for (const { id, proof } of cards) {
    const isShown = proof.some(({ quote }) => shown.has(quote));
    for (const { quote } of proof) shown.add(quote);
    (isShown ? left : chosen).push(id);
  }
  return [...chosen, ...left].slice(0, count);
}
