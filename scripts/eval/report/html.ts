/** Markup that may stand in a page as it is. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What a template takes: text and numbers are escaped, markup and lists of any of these are not. */
export type Content = string | number | Html | readonly Content[];

/** Markup from a template: whatever is put in as text stays text, within elements and within quoted attributes. */
export function html(parts: TemplateStringsArray, ...contents: Content[]): Html {
  return new Html(
    parts.map((part, i) => part + (i < contents.length ? render(contents[i] ?? '') : '')).join(''),
  );
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text without anything that a page would read as markup; control characters, which it could not show, are dropped. */
export function escapeHtml(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function render(content: Content): string {
  if (content instanceof Html) return content.markup;
  if (typeof content === 'string' || typeof content === 'number') return escapeHtml(String(content));
  return content.map(render).join('');
}
