import { Parser } from 'htmlparser2';

/** The attributes of an element by their names without namespace. */
export type Attributes = Record<string, string>;

/** What is called for the pieces of a document, in order. Names come without namespace: `p` for `w:p`. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  /** @param isImplied when the XML ends before the element does */
  close?(name: string, isImplied: boolean): void;
  text?(text: string): void;
}

/** Reads XML from front to end: however deep it is nested, nothing but the handler keeps any of it. */
export function readXml(xml: string, { open, close, text }: XmlHandler): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const entries = Object.entries(attributes).map(([key, value]) => [localName(key), value]);
        open?.(localName(name), Object.fromEntries(entries) as Attributes);
      },
      onclosetag: (name, isImplied) => close?.(localName(name), isImplied),
      ontext: (piece) => text?.(piece),
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
