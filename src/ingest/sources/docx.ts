import type { DocumentSource } from './source.ts';

/** A document of Word, or of another program in its format. */
export const docx: DocumentSource = {
  kind: 'document',
  name: 'Word',
  extensions: ['.docx'],
  read: async (bytes) => [await (await import('../docx/read.ts')).readDocx(bytes)],
};
