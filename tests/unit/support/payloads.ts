/** Parts of requests that Discord takes; a change makes them what a test is about. */

export const letters = (count: number): string => 'a'.repeat(count);

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** An id that nothing has. */
export const UNKNOWN_ID = '12345678901234567';

export const row = (...components: object[]) => ({ type: 1, components });

export const button = (change: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Sources',
  custom_id: 'sources',
  ...change,
});

export const option = (index: number) => ({ label: `Option ${index}`, value: String(index) });

export const select = (change: object = {}) => ({
  type: 3,
  custom_id: 'menu',
  options: [option(0), option(1)],
  ...change,
});

export const display = (content: unknown) => ({ type: 10, content });

/** A message that is laid out in components. */
export const laidOut = (components: object[], more: object = {}) => ({
  flags: 32_768,
  components,
  ...more,
});

export const input = (change: object = {}) => ({
  type: 4,
  custom_id: 'body',
  style: 1,
  label: 'Body',
  ...change,
});

export const label = (change: object = {}) => ({
  type: 18,
  label: 'Body',
  component: input({ label: null }),
  ...change,
});

export const modal = (components: object[] = [row(input())], change: object = {}) => ({
  custom_id: 'form',
  title: 'Form',
  components,
  ...change,
});
