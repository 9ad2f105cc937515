/** Sums that are added to side by side: a processor does that in the time that it adds to one of them. */
const ABREAST = 4;

/** The products of a vector with others of its length, each summed in the order of the numbers. */
export function dotProducts(vector: Float32Array, others: readonly Float32Array[]): number[] {
  const products: number[] = [];
  for (let from = 0; from < others.length; from += ABREAST) {
    const a = others[from] as Float32Array;
    // Behind the last, the first is multiplied once more, for nothing.
    const [, b = a, c = a, d = a] = others.slice(from, from + ABREAST);
    let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0];
    for (let i = 0; i < vector.length; i++) {
      const value = vector[i] as number;
      sumA += value * (a[i] as number);
      sumB += value * (b[i] as number);
      sumC += value * (c[i] as number);
      sumD += value * (d[i] as number);
    }
    products.push(sumA, sumB, sumC, sumD);
  }
  return products.slice(0, others.length);
}
