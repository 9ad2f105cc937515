const MOST_LETTERS = 600;
/** What would be more than words in a message: addresses, mentions, markup, code. */
const ACTIVE =
  /:\/\/|\bwww\.|\]\(|[`<>{}|]|[@＠](?:everyone|here|\w)|\bdiscord(?:app)?\.(?:gg|com)|\b[\w-]+\.(?:com|org|net|io|gg|xyz|ru|cn|info|biz|co|me|app|dev|ai|ly)\b(?:\/\S*)?/i;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

/** A claim in one line without the marks that models like to put around it: bullets, bold, footnote numbers. */
export function tidied(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\*\*|__/g, '')
    .replace(/(?:\s*\[\d+\])+(?=[.!?]?\s*$)/g, '')
    .replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')
    .trim();
}

/** Why a text cannot be a claim, whatever it says; `undefined` when it can. */
export function unfitness(text: string): string | undefined {
  if (!/\p{L}/u.test(text)) return 'it is empty';
  if (text.length > MOST_LETTERS) return `it is longer than ${MOST_LETTERS} characters`;
  if (ACTIVE.test(text) || INVISIBLE.test(text)) return 'it holds an address, a mention or markup';
  return undefined;
}
