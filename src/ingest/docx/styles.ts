import { readXml } from './xml.ts';

/** What the style of a paragraph makes of it; `left out` is no part of the text, such as a table of contents. */
export type Role = 'title' | 'heading' | 'item' | 'left out';

interface Style {
  name: string;
  basedOn?: string;
  outline?: string;
  isNumbered: boolean;
}

/** A style rests on another, and that on others; more is a circle. */
const LONGEST_CHAIN = 12;
const ROLES: [role: Role, name: RegExp][] = [
  ['title', /^title$/i],
  ['heading', /^(?:heading \d|subtitle)$/i],
  ['item', /^list (?:bullet|number|paragraph)/i],
  ['left out', /^(?:toc \d|toc heading|table of figures|caption|header|footer|footnote text|endnote text)$/i],
];
/** Level of an outline that is running text. */
const BODY_LEVEL = 9;

/** What the styles of a document make of their paragraphs, by id. Built-in styles have English names everywhere. */
export function stylesOf(xml: string): Map<string, Role> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  readXml(xml, {
    open(name, { val = '', styleId, type }) {
      if (name === 'style' && styleId !== undefined && type === 'paragraph') {
        style = { name: '', isNumbered: false };
        styles.set(styleId, style);
      } else if (style) {
        if (name === 'name') style.name = val;
        if (name === 'basedOn') style.basedOn = val;
        if (name === 'outlineLvl') style.outline = val;
        if (name === 'numId') style.isNumbered = val !== '0';
      }
    },
    close(name) {
      if (name === 'style') style = undefined;
    },
  });
  return new Map(
    [...styles.keys()].flatMap((id) => {
      const role = roleOf(id, styles);
      return role === undefined ? [] : [[id, role] as const];
    }),
  );
}

/** Whether a level of the outline is one of headings. */
export function isHeadingLevel(level: string | undefined): boolean {
  return level !== undefined && Number(level) < BODY_LEVEL;
}

function roleOf(id: string, styles: ReadonlyMap<string, Style>): Role | undefined {
  let style = styles.get(id);
  for (let i = 0; style && i < LONGEST_CHAIN; i++) {
    const { name, outline, isNumbered, basedOn } = style;
    const role = ROLES.find(([, pattern]) => pattern.test(name))?.[0];
    if (role !== undefined) return role;
    if (outline !== undefined) return isHeadingLevel(outline) ? 'heading' : undefined;
    if (isNumbered) return 'item';
    style = basedOn === undefined ? undefined : styles.get(basedOn);
  }
  return undefined;
}
