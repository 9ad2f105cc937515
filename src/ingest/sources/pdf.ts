import type { DocumentSource } from './source.ts';

/** A PDF document with text in it. */
export const pdf: DocumentSource = {
  kind: 'document',
  name: 'PDF',
  extensions: ['.pdf'],
  read: async (bytes) => [await (await import('../pdf/read.ts')).readPdf(bytes)],
};
