import type { ArchiveSource } from './source.ts';

/** A ZIP archive of files of the other types. */
export const zip: ArchiveSource = {
  kind: 'archive',
  name: 'ZIP archive of these',
  extensions: ['.zip'],
  unpack: async (bytes) => (await import('../unpack.ts')).unpack(bytes),
};
