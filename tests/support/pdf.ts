import { deflateSync } from 'node:zlib';

/** Some text on a page: `[text, x, y, size]`, in points from the lower left. */
export type Placed = [text: string, x: number, y: number, size?: number];

/** A PDF document with text placed on its pages, and what it says about itself. */
export function pdfOf(pages: readonly (readonly Placed[])[], info: Record<string, string> = {}): Uint8Array {
  return pdfOfContents(
    pages.map((texts) => texts.map(showing).join('\n')),
    info,
  );
}

/** Lines of text below each other from the top of a page, for `pdfOf`. */
export function linesFrom(top: number, lines: readonly string[], x = 72): Placed[] {
  return lines.map((text, i) => [text, x, top - 14 * i, 11]);
}

/** A PDF document whose pages are drawn by these operators; `more` are further objects, numbered from 4 on. */
export function pdfOfContents(
  contents: readonly string[],
  info: Record<string, string> = {},
  { more = [], resources = '', trailer = '' }: { more?: Buffer[]; resources?: string; trailer?: string } = {},
): Uint8Array {
  const first = 4 + more.length;
  const kids = contents.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const entries = Object.entries(info).map(([name, value]) => `/${name} (${escaped(value)})`);
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`),
    Buffer.from(`<< ${entries.join(' ')} >>`),
    ...more,
    ...contents.flatMap((content, i) => [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + 2 * i + 1} 0 R ` +
          `/Resources << /Font << /F ${FONT} >> ${resources} >> >>`,
      ),
      streamOf(Buffer.from(content, 'latin1')),
    ]),
  ];
  return assembled(objects, trailer);
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A compressed stream, as an object of a document. */
function streamOf(content: string | Uint8Array, fields = ''): Buffer {
  const data = deflateSync(content);
  const head = `<< /Length ${data.length} /Filter /FlateDecode ${fields} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]);
}

/** A small document that draws a form that draws another ten times, and so on: reading it takes longer than anyone lives. */
export function endlessPdf(): Uint8Array {
  const depth = 12;
  const forms = Array.from({ length: depth }, (_, i) => {
    const next = i + 1 < depth ? `/XObject << /N ${5 + i} 0 R >>` : '';
    const content = i + 1 < depth ? '/N Do '.repeat(10) : 'BT /F 10 Tf 72 700 Td (Text) Tj ET';
    return streamOf(
      content,
      `/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F ${FONT} >> ${next} >>`,
    );
  });
  return pdfOfContents(['/N Do'], {}, { more: forms, resources: '/XObject << /N 4 0 R >>' });
}

/** A document of some hundred kilobytes whose page is drawn by a gigabyte. */
export function pdfBomb(): Uint8Array {
  const text = 'BT /F 10 Tf 72 700 Td (Text) Tj ET\n';
  return pdfOfContents([text.repeat(Math.ceil(250_000_000 / text.length))]);
}

function showing([text, x, y, size = 11]: Placed): string {
  return `BT /F ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`;
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}

function assembled(objects: Buffer[], trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const offsets: number[] = [];
  let length = 9;
  for (const [i, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    parts.push(part);
    length += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R /Info 3 0 R ${trailer} >>\n` +
        `startxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
