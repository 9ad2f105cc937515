import { zipOf } from './zip.ts';

const STYLES = `<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My head"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style></w:styles>`;

/** A document of Word with this inside its `w:body`, and these fields in its core properties. */
export function docxOf(body: string, properties: Record<string, string> = {}): Uint8Array {
  const fields = Object.entries(properties).map(([name, value]) => `<${name}>${value}</${name}>`);
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'docProps/core.xml': `<cp:coreProperties>${fields.join('')}</cp:coreProperties>`,
  });
}

/** A paragraph, in a style by its id. */
export function paragraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
