import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Message } from '../../../src/discord/message.ts';

// The same inputs in every run.
fc.configureGlobal({ seed: 20_260_701 });

/** What a reader of Discord's markup sees. */
export interface Shown {
  /** The words, without marks. */
  text: string;
  bold: string[];
  /** Texts shown as code. */
  code: string[];
  links: { label: string; url: string }[];
  /** Marks at line starts, such as `>` or `-#`. */
  blocks: string[];
  /** Everything that would act or format and is none of the above. */
  active: string[];
}

type Rule = [RegExp, (match: RegExpExecArray, shown: Shown) => void];

const RULES: Rule[] = [
  [
    /\\([^0-9A-Za-z\s])/y,
    ([, mark = ''], shown) => {
      shown.text += mark;
    },
  ],
  [
    /\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?\s*\)/y,
    ([, label = '', url = ''], shown) => {
      const inner = read(label, true);
      shown.links.push({ label: inner.text, url });
      shown.text += inner.text;
      shown.active.push(...inner.active, ...inner.links.map((link) => link.url));
    },
  ],
  [/(`+)([\s\S]*?[^`])\1(?!`)/y, ([, , code = ''], shown) => void shown.code.push(code)],
  [
    /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y,
    ([, words = ''], shown) => {
      const inner = read(words, true);
      shown.bold.push(inner.text);
      shown.text += inner.text;
      shown.active.push(...inner.active);
    },
  ],
  ...[
    /(?:https?|steam|discord):\/\/\S+/y,
    /<(?:[@#:/]|a:|t:|id:|https?:|mailto:|tel:)[^>]*>/y,
    /@(?:everyone|here)/y,
    /discord(?:app)?\.(?:gg|com|gift|new)\/\S/iy,
    /(?<!\d):[\w+-]+:|:(?!\d+:)[\w+-]+:/y,
    /[*_`]|~~|\|\|/y,
  ].map((rule): Rule => [rule, ([match], shown) => void shown.active.push(match)]),
];

const BLOCK = /^ *(#{1,3}|-#|[-+*]|>>>|>|\d+\.)(?:\s|$)/;

/** Reads markup as Discord's client does: the first rule that matches at a place wins. */
export function read(markup: string, inline = false): Shown {
  const shown: Shown = { text: '', bold: [], code: [], links: [], blocks: [], active: [] };
  for (let at = 0; at < markup.length; ) {
    const block = inline || (at > 0 && markup[at - 1] !== '\n') ? null : BLOCK.exec(markup.slice(at));
    if (block?.[1] !== undefined) {
      shown.blocks.push(block[1]);
      at += block[0].length;
    }
    at += readOne(markup, at, shown);
  }
  return shown;
}

function readOne(markup: string, at: number, shown: Shown): number {
  for (const [pattern, apply] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(markup);
    if (match !== null) {
      apply(match, shown);
      return match[0].length;
    }
  }
  shown.text += markup[at] ?? '';
  return 1;
}

/** All markup of a message, in the order shown. */
export function textsOf({ components }: Message): string[] {
  return components.flatMap((component) => {
    const parts = component.type === ComponentType.Container ? component.components : [component];
    return parts.filter((part) => part.type === ComponentType.TextDisplay).map((part) => part.content);
  });
}

/** All buttons of a message. */
export function buttonsOf({ components }: Message) {
  return components
    .flatMap((component) => (component.type === ComponentType.Container ? component.components : [component]))
    .flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []))
    .filter((part) => part.type === ComponentType.Button)
    .filter((part) => 'custom_id' in part);
}

/** Fails unless Discord would accept the message. */
export function expectSendable(message: Message): void {
  const texts = textsOf(message);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  expect([...texts.join('')].length).toBeLessThanOrEqual(4_000);
  expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(10_000);
  expect(JSON.stringify(message).split('"type":').length - 1).toBeLessThanOrEqual(40);
  const ids = buttonsOf(message).map((button) => button.custom_id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.length < 1 || id.length > 100)).toEqual([]);
}

const HOSTILE = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</ask:1>',
  '<t:1700000000:R>',
  '<:smile:1>',
  '<a:smile:1>',
  '<id:browse>',
  ':smile:',
  ':100:',
  '12:30:45',
  '[https://good](https://evil.example)',
  '](https://evil.example)',
  '[',
  ']',
  '(',
  ')',
  '<https://evil.example>',
  'https://evil.example',
  'http:',
  '//evil.example',
  'discord.gg/abc',
  'discord.com/invite/abc',
  'steam://run',
  '**',
  '*',
  '_',
  '__',
  '~~',
  '~',
  '||',
  '|',
  '`',
  '```',
  '\\',
  '#',
  '##',
  '-#',
  '-',
  '+',
  '>',
  '>>>',
  '1.',
  '2022.',
  '\n',
  '\n\n\n\n',
  ' ',
  '\t',
  '\r\n',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\u200c',
  '\ufe0f',
  '\u{e0041}',
  '\ufeff',
  '\u0000',
  '\u001b[31m',
  '\ud800',
  'e\u0301',
  '\u0301'.repeat(30),
  '👩‍🚀',
  '❤️',
  'नमस्ते',
  'می‌خواهم',
  '日本語',
  'word',
  'India',
  '22',
  'August.',
  'A',
  'everyone',
  'here',
  'discord',
  '.gg',
  '/x',
  ':',
  '@',
  '<',
  '`[9]`',
];

/** Text that tries everything. */
export const hostileText = (maxPieces = 12) =>
  fc
    .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...HOSTILE) }, fc.string({ unit: 'binary' })), {
      maxLength: maxPieces,
    })
    .map((pieces) => pieces.join(''));
