import { decodeEntities } from '../html/entities.ts';

const CODE = /(`{1,3})(?!`)([\s\S]*?[^`])\1(?!`)/g;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
/** Escaped characters are moved to a range that text no longer holds while marks are taken away. */
const HIDING_PLACE = 0xe000;
const HIDDEN = /[\ue000-\ue0ff]/g;
const LABEL = String.raw`((?:[^[\]]|\[[^[\]]*\])*)`;
const TARGET = String.raw`\((?:[^()]|\([^()]*\))*\)`;

/** In this order: what is inside another mark is taken away first. */
const MARKS: [mark: RegExp, replacement: string][] = [
  [new RegExp(String.raw`!\[${LABEL}\](?:${TARGET}|\[[^[\]]*\])`, 'g'), ''],
  [/!?\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]/g, '$1'],
  [/\[\^[^[\]\s]+\]:?/g, ''],
  [new RegExp(String.raw`\[${LABEL}\](?:${TARGET}|\[[^[\]]*\])`, 'g'), '$1'],
  [/<((?:https?:\/\/|mailto:)[^\s<>]+)>/gi, '$1'],
  [/(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1/g, '$2'],
  [/(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1/g, '$2'],
  [/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2'],
  [/~~(?=\S)([^~]*[^\s~])~~/g, '$1'],
  [/==(?=\S)([^=]*[^\s=])==/g, '$1'],
];

/** The words of a paragraph of Markdown, on one line: links keep their text, images go. */
export function inlineText(source: string): string {
  let text = '';
  let end = 0;
  for (const code of source.matchAll(CODE)) {
    text += withoutMarks(source.slice(end, code.index)) + (code[2] ?? '');
    end = code.index + code[0].length;
  }
  return (text + withoutMarks(source.slice(end))).replace(/\s+/g, ' ').trim();
}

function withoutMarks(source: string): string {
  let text = source.replace(ESCAPE, (_, mark: string) =>
    String.fromCharCode(HIDING_PLACE + mark.charCodeAt(0)),
  );
  for (const [mark, replacement] of MARKS) text = text.replace(mark, replacement);
  text = decodeEntities(text);
  return text.replace(HIDDEN, (hidden) => String.fromCharCode(hidden.charCodeAt(0) - HIDING_PLACE));
}
