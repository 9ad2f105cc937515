/** A task of a worker thread that is done at once. */
export function quick(): boolean {
  return true;
}
