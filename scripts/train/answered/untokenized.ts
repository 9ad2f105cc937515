/** A text whose words and marks were set apart by spaces, as it was: `" Of late , " he said .` was `"Of late," he said.` */
export function untokenized(text: string): string {
  return text
    .replaceAll('``', '"')
    .replaceAll("''", '"')
    .replaceAll('-LRB-', '(')
    .replaceAll('-RRB-', ')')
    .replace(/ (?=[.,;:?!%)\]](?: |$)|(?:n't|'(?:s|re|ve|ll|d|m))\b)/g, '')
    .replace(/([([$]) /g, '$1')
    .replaceAll(' - ', '-')
    .replaceAll(' -- ', ' – ')
    .replace(/" ([^"]*?) ?"/g, '"$1"')
    .trim();
}
