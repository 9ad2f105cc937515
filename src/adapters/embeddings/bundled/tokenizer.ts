/** One vocabulary entry: the piece of a word (`▁` stands for the space before it) and its log probability. */
export type Piece = [piece: string, score: number];

/** The first entries of the vocabulary are control symbols that no text produces. */
const CONTROL_SYMBOLS = 6;
const UNKNOWN = 0;

interface TrieNode {
  children: Map<string, TrieNode>;
  /** Vocabulary index of the piece that ends here. */
  index?: number;
}

/** Splits text into the word pieces that the bundled sentence encoder was trained on (a unigram model). */
export class Tokenizer {
  readonly #vocabulary: readonly Piece[];
  readonly #lengths: number[];
  readonly #root: TrieNode = { children: new Map() };

  constructor(vocabulary: readonly Piece[]) {
    this.#vocabulary = vocabulary;
    this.#lengths = vocabulary.map(([piece]) => [...piece].length);
    for (let index = CONTROL_SYMBOLS; index < vocabulary.length; index++) {
      let node = this.#root;
      for (const symbol of vocabulary[index]?.[0] ?? '') {
        const child: TrieNode = node.children.get(symbol) ?? { children: new Map() };
        node.children.set(symbol, child);
        node = child;
      }
      node.index = index;
    }
  }

  /** Vocabulary indices of the most probable segmentation; runs of unknown symbols count as one. */
  encode(text: string): number[] {
    const symbols = [...`▁${text.normalize('NFKC').replaceAll(' ', '▁')}`];
    const best = new Float64Array(symbols.length + 1);
    const pieceEndingAt = new Int32Array(symbols.length + 1);
    const offer = (end: number, score: number, index: number) => {
      if (best[end] !== 0 && score < (best[end] as number)) return;
      best[end] = score;
      pieceEndingAt[end] = index;
    };

    for (let start = 0; start < symbols.length; start++) {
      const base = best[start] as number;
      let node = this.#root.children.get(symbols[start] as string);
      let matched = false;
      for (let end = start + 1; node; end++) {
        if (node.index !== undefined) {
          matched = true;
          offer(end, base + (this.#vocabulary[node.index]?.[1] ?? 0), node.index);
        }
        node = end < symbols.length ? node.children.get(symbols[end] as string) : undefined;
      }
      if (!matched) offer(start + 1, base, UNKNOWN);
    }

    const indices: number[] = [];
    for (let end = symbols.length; end > 0; ) {
      const index = pieceEndingAt[end] as number;
      if (index !== UNKNOWN || indices.at(-1) !== UNKNOWN) indices.push(index);
      end -= this.#lengths[index] as number;
    }
    return indices.reverse();
  }
}
