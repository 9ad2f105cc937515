/**
 * Works on up to `width` items at the same time and hands each result on as soon as it and all earlier ones are there.
 * @param work must not reject.
 */
export async function inOrder<T, R>(
  items: AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
  emit: (result: R) => void,
): Promise<void> {
  const emitted: Promise<void>[] = [];
  let last = Promise.resolve();
  for await (const item of items) {
    const result = work(item);
    last = last.then(async () => emit(await result));
    emitted.push(last);
    if (emitted.length >= width) await emitted.shift();
  }
  await last;
}
