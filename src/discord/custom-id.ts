const SEPARATOR = ':';

/** The `custom_id` of a button: its name and what it needs to find its way back, at most 100 characters in all. */
export function customId(name: string, ...parts: readonly (string | number)[]): string {
  return [name, ...parts].join(SEPARATOR);
}

/** The name and the parts of a `custom_id`. */
export function parseCustomId(id: string): { name: string; parts: string[] } {
  const [name = '', ...parts] = id.split(SEPARATOR);
  return { name, parts };
}
