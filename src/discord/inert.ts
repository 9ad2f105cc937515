/**
 * Text of an article or a user, made unable to act in Discord: it names nobody, links nowhere, formats nothing
 * and hides nothing. A backslash before punctuation is the only mark that Discord takes away again when it shows
 * a message, so what a reader sees is the text itself.
 */

/** Scripts in which the zero-width joiner and non-joiner choose between letter forms. */
const JOINED_SCRIPTS = [
  'Arab',
  'Syrc',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
];
const JOINED = `[${JOINED_SCRIPTS.map((script) => `\\p{scx=${script}}`).join('')}]`;
const PICTURE = '[\\p{Extended_Pictographic}\\u{1f3fb}-\\u{1f3ff}]\\ufe0f?';

/** Invisible characters (zero-width, tags, direction marks) but for those that an emoji or a joined script needs. */
const INVISIBLE = new RegExp(
  [
    '(?![\\ufe0e\\ufe0f\\u200c\\u200d])[\\p{Default_Ignorable_Code_Point}\\p{Bidi_Control}\\ufff9-\\ufffb]',
    '(?<![\\p{Emoji}])[\\ufe0e\\ufe0f]',
    `(?<!${PICTURE})(?<!${JOINED})\\u200d`,
    `(?<=${PICTURE})\\u200d(?!\\p{Extended_Pictographic})`,
    `(?<!${JOINED})\\u200c`,
  ].join('|'),
  'gu',
);
/** Marks stacked so high that they would cover the lines around them. */
const STACKED = /(?<=\p{M}{8})\p{M}+/gu;
const CONTROL = /(?![\n\t])\p{Cc}/gu;
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Well-formed text without control, invisible or direction characters; at most one blank line in a row. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_BREAK, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(STACKED, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** Like `clean`, on one line; for places where Discord shows text as it is, such as button labels. */
export function cleanLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ');
}

/** Like `cleanLine`, for a name that Discord shows as it is: it names nobody, and is at most `max` characters long. */
export function inertName(text: string, max: number): string {
  const characters = [
    ...cleanLine(text)
      .trim()
      .replace(/(?<=<)@|@(?=everyone|here)/gi, '＠'),
  ];
  return characters.length <= max
    ? characters.join('')
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** Text for a message, with its line breaks. */
export function inert(text: string): string {
  return withoutMarkup(clean(text));
}

/** Like `inert`, on one line; spaces at its ends are kept as one, so that pieces can be joined. */
export function inertLine(text: string): string {
  return withoutMarkup(cleanLine(text));
}

/** The text of a masked link, where brackets and addresses would break the link even when escaped. */
export function inertLabel(text: string): string {
  const label = cleanLine(text)
    .replace(/\w+:\/\//g, '')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .trim();
  return withoutMarkup(label === '' ? 'Untitled' : label);
}

function withoutMarkup(text: string): string {
  return (
    text
      // Discord's servers look for names to ping before any backslash is understood, hence another character.
      .replace(/(?<=<)@|@(?=everyone|here)/gi, '＠')
      .replace(/[\\*_`[\]<]/g, '\\$&')
      // A backslash does not keep a bracket from ending the text of a link that began before.
      .replace(/(?<=\])\(/g, '\\(')
      .replace(/~(?=~)|(?<=~)~|\|(?=\|)|(?<=\|)\|/g, '\\$&')
      .replace(/:(?=\/\/)/g, '\\:')
      // Emoji such as :smile:, but not the minutes of 12:30:45.
      .replace(/:(?=[\w+-]+:)(?!(?<=\d:)\d+:)/g, '\\:')
      // Invitations are recognised without https:// too.
      .replace(/(?<=discord(?:app)?)\.(?=[a-z])/gi, '\\.')
      .replace(/^( *)(?=(?:#{1,3}|-#|[-+]|>+)(?:\s|$))/gm, '$1\\')
      .replace(/^( *\d+)\.(?=\s|$)/gm, '$1\\.')
  );
}
