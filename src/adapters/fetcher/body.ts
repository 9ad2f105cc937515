import type { IncomingMessage } from 'node:http';
import { pipeline, Readable, type Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib';

/** More compressions than one on top of the other are a trick. */
const MOST_CODINGS = 2;

/** How content may be compressed, by its name in HTTP. A window above 8 MiB is not allowed there (RFC 9659). */
const DECODERS: Record<string, () => Transform> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
  zstd: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
};

/** What is asked for: everything that can be read but `deflate`, which servers take for two different things. */
export const ACCEPT_ENCODING = 'gzip, br, zstd';

/** Content of an answer, as much of it as was wanted. */
export interface Body {
  bytes: Uint8Array;
  /** Whether there was more. */
  cut: boolean;
}

/** The content is compressed in a way that is not known. */
export class UnknownEncodingError extends Error {
  override name = 'UnknownEncodingError';
}

/**
 * Reads an answer and decompresses it on the way, and stops as soon as there is more than `most`: neither what is sent
 * nor what it opens to is ever held beyond that.
 * @throws {UnknownEncodingError}; the stream's error when it breaks off or is damaged.
 */
export async function readBody(answer: IncomingMessage, most: number): Promise<Body> {
  const decoders = decodersOf(answer.headers['content-encoding']);
  let received = 0;
  async function* limited(): AsyncGenerator<Uint8Array> {
    for await (const chunk of answer as AsyncIterable<Uint8Array>) {
      received += chunk.length;
      yield chunk;
      if (received > most) return;
    }
  }

  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of decompressed(Readable.from(limited(), { objectMode: false }), decoders)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) break;
    }
  } catch (error) {
    // Cut off in the middle, compressed content looks damaged.
    if (received <= most) throw error;
  } finally {
    answer.destroy();
  }
  const bytes = Buffer.concat(chunks).subarray(0, most);
  return { bytes: new Uint8Array(bytes), cut: size > most || received > most };
}

function decodersOf(header: string | undefined): Transform[] {
  const codings = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MOST_CODINGS) throw new UnknownEncodingError(codings.join(', '));
  return codings.reverse().map((coding) => {
    const decoder = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
    if (decoder === undefined) throw new UnknownEncodingError(coding);
    return decoder();
  });
}

function decompressed(source: Readable, decoders: Transform[]): Readable {
  // The reader of the last stream hears of every error.
  return decoders.reduce<Readable>((stream, decoder) => pipeline(stream, decoder, () => {}), source);
}
