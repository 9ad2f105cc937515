/**
 * A function that remembers what it gave for a text, so that it is worked out once.
 * @param most texts that are remembered; beyond them it begins anew
 */
export function kept<T>(find: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (known.has(text)) return known.get(text) as T;
    const found = find(text);
    if (known.size >= most) known.clear();
    known.set(text, found);
    return found;
  };
}
