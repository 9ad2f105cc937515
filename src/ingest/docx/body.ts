import { UserError } from '../../errors.ts';
import type { Block } from '../draft.ts';
import { isHeadingLevel, type Role } from './styles.ts';
import { type Attributes, readXml } from './xml.ts';

/** The text of a document. */
export interface Body {
  /** The paragraph in the style of a title. */
  title?: string;
  blocks: Block[];
}

interface Paragraph {
  text: string;
  role: Role | undefined;
}

/** A row of a table, as the texts of its cells so far. */
interface Row {
  cells: string[][];
}

/** Elements that are not in the document as it is shown: what was changed, and doubles for old programs. */
const UNSHOWN = new Set(['del', 'moveFrom', 'pPrChange', 'rPrChange', 'Fallback', 'instrText', 'rt']);
/** Longer cells are paragraphs, and their table is only there for the layout; in characters. */
const LONGEST_CELL = 200;
const OFF = new Set(['0', 'false', 'off', 'none']);

/**
 * The paragraphs, list items and table rows of a document, in order.
 * @throws {UserError} when there is no document in the XML
 */
export function bodyOf(xml: string, styles: ReadonlyMap<string, Role>): Body {
  const reader = new BodyReader(styles);
  readXml(xml, reader);
  if (!reader.isWhole) throw new UserError('its text is cut off or damaged: save it as DOCX again');
  return reader.body;
}

class BodyReader {
  readonly body: Body = { blocks: [] };
  /** Whether the document has begun and ended. */
  isWhole = false;
  readonly #styles: ReadonlyMap<string, Role>;
  /** Open paragraphs: one in a text box stands inside another. */
  readonly #paragraphs: Paragraph[] = [];
  readonly #rows: Row[] = [];
  /** Open elements whose text is not shown. */
  #unshown = 0;
  #isHidden = false;
  #isText = false;

  constructor(styles: ReadonlyMap<string, Role>) {
    this.#styles = styles;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (UNSHOWN.has(name)) this.#unshown++;
    if (this.#unshown > 0) return;
    const { val = '' } = attributes;
    const paragraph = this.#paragraphs.at(-1);
    switch (name) {
      case 'p':
        this.#paragraphs.push({ text: '', role: undefined });
        break;
      case 'pStyle':
        if (paragraph) paragraph.role = this.#styles.get(val);
        break;
      case 'outlineLvl':
        if (paragraph && isHeadingLevel(val)) paragraph.role ??= 'heading';
        break;
      case 'numId':
        if (paragraph) paragraph.role = inList(paragraph.role, val);
        break;
      case 'r':
        this.#isHidden = false;
        break;
      case 'vanish':
        this.#isHidden = !OFF.has(val);
        break;
      case 't':
        this.#isText = true;
        break;
      case 'tab':
      case 'br':
      case 'cr':
        this.#add(' ');
        break;
      case 'noBreakHyphen':
        this.#add('-');
        break;
      case 'tr':
        this.#rows.push({ cells: [] });
        break;
      case 'tc':
        this.#rows.at(-1)?.cells.push([]);
        break;
    }
  };

  readonly text = (text: string): void => {
    if (this.#isText) this.#add(text);
  };

  readonly close = (name: string, isImplied: boolean): void => {
    if (UNSHOWN.has(name)) this.#unshown--;
    if (this.#unshown > 0) return;
    if (name === 't') this.#isText = false;
    if (name === 'r') this.#isHidden = false;
    if (name === 'p') this.#endParagraph();
    if (name === 'tr') this.#endRow();
    if (name === 'document') this.isWhole = !isImplied;
  };

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph && this.#unshown === 0 && !this.#isHidden) paragraph.text += text;
  }

  #endParagraph(): void {
    const { text: raw, role } = this.#paragraphs.pop() ?? { text: '', role: undefined };
    const text = raw.replace(/\s+/gu, ' ').trim();
    if (text === '' || role === 'left out') return;
    const cell = this.#rows.at(-1)?.cells.at(-1);
    if (cell) cell.push(text);
    else if (role === 'title' && this.body.title === undefined) this.body.title = text;
    else this.body.blocks.push({ kind: role === 'title' ? 'heading' : (role ?? 'text'), text });
  }

  #endRow(): void {
    const cells = (this.#rows.pop()?.cells ?? []).filter((cell) => cell.length > 0);
    const texts = cells.map((cell) => cell.join(' '));
    const isData = cells.length > 1 && texts.every((text) => text.length <= LONGEST_CELL);
    const around = this.#rows.at(-1)?.cells.at(-1);
    if (around) around.push(...(isData ? [texts.join(' | ')] : texts));
    else if (isData) this.body.blocks.push({ kind: 'row', text: texts.join(' | ') });
    else this.body.blocks.push(...cells.flat().map((text): Block => ({ kind: 'text', text })));
  }
}

/** A paragraph with the number of a list is an item of it, unless it is a numbered heading; `0` takes it out. */
function inList(role: Role | undefined, list: string): Role | undefined {
  if (list === '0') return role === 'item' ? undefined : role;
  return role ?? 'item';
}
