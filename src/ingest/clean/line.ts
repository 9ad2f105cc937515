import { visibleText } from '../characters.ts';
import type { Block, Dropped, FurnitureKind } from '../draft.ts';
import { withoutCredit } from './dateline.ts';
import { type Furniture, furnitureOf } from './furniture.ts';
import { isProse, skeleton } from './prose.ts';

/** A line of a page while it is decided whether it belongs to the article. */
export interface Line extends Block {
  /** Running text, rather than a headline, a label or an entry of a list. */
  isProse: boolean;
  furniture: Furniture | undefined;
  /** What two spellings of one headline share; empty for running text. */
  skeleton: string;
  /** Set when the line is left out. */
  dropped?: FurnitureKind;
}

/** The lines of a draft, without those that are empty. */
export function linesOf(blocks: readonly Block[]): Line[] {
  return blocks.flatMap(({ kind, text: raw }) => {
    const visible = visibleText(raw).trim();
    const text = kind === 'code' ? visible.replace(/\n{2,}/g, '\n') : visible.replace(/\s+/gu, ' ');
    if (text === '') return [];
    const furniture = furnitureIn(kind, text);
    // A credit behind the last full stop makes a paragraph nothing else.
    const isRunning = kind !== 'heading' && isProse(withoutCredit(text)?.text ?? text);
    return [{ kind, text, furniture, isProse: isRunning, skeleton: isRunning ? '' : skeleton(text) }];
  });
}

/** In a list, what reads like a button may be a step of some instructions. */
function furnitureIn(kind: Block['kind'], text: string): Furniture | undefined {
  const furniture = kind === 'code' ? undefined : furnitureOf(text);
  return kind === 'item' && furniture ? { ...furniture, sure: false } : furniture;
}

/** Leaves a line out, unless it has been left out for another reason. */
export function drop(line: Line, kind: FurnitureKind): void {
  line.dropped ??= kind;
}

/** Whether a line is part of the article as far as is known. */
export function isKept(line: Line): boolean {
  return line.dropped === undefined;
}

/** What was left out, in the order of the page. */
export function droppedOf(lines: readonly Line[]): Dropped[] {
  return lines.flatMap(({ dropped, text }) => (dropped === undefined ? [] : [{ kind: dropped, text }]));
}
