import { DomUtils } from 'htmlparser2';

/** An element of a feed's XML, as the parser makes it. */
export type XmlElement = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** How one type of feed is read. */
export interface FeedType {
  /** For a person, e.g. `RSS`. */
  name: string;
  /** What a feed of this type lists; `undefined` when the content is of another type. */
  read(content: FeedContent): Listed | undefined;
}

/** A feed as it is handed to each type. */
export interface FeedContent {
  /** Its outermost element, when it is XML. */
  root?: XmlElement | undefined;
  json?: unknown;
}

/** What a feed lists, as it writes it: addresses may be relative, wrong or missing. */
export interface Listed {
  title?: string | undefined;
  entries: ListedEntry[];
  /** Other feeds that are parts of it. */
  parts?: ListedEntry[];
}

export interface ListedEntry {
  url: string | undefined;
  /** When it was published or changed, in any form. */
  date: string | undefined;
}

/** The child elements of an element that have a name, prefix included. */
export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return DomUtils.getElementsByTagName(name, parent.children, false);
}

/** The text of the first child element that has one of the names and is not empty. */
export function textIn(parent: XmlElement, ...names: string[]): string | undefined {
  for (const name of names) {
    for (const child of childrenOf(parent, name)) {
      const text = DomUtils.textContent(child).trim();
      if (text !== '') return text;
    }
  }
  return undefined;
}
