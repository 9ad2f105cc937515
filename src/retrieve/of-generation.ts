import type { LibraryReader } from '../ports.ts';

/** What is worked out of a library, once for each of its generations. */
export function ofGeneration<L extends Pick<LibraryReader, 'vocabulary' | 'generation'>, T>(
  make: (library: L) => T,
): (library: L) => T {
  const known = new WeakMap<object, { generation: number | undefined; made: T }>();
  return (library) => {
    const { vocabulary, generation } = library;
    const before = known.get(vocabulary);
    if (before && before.generation === generation?.id) return before.made;
    const made = make(library);
    known.set(vocabulary, { generation: generation?.id, made });
    return made;
  };
}
