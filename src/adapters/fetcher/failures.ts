import { FetchError } from '../../errors.ts';
import { UnknownEncodingError } from './body.ts';
import { IdleError } from './exchange.ts';
import { shown } from './shown.ts';

const INSTEAD = 'Open it in a browser, save the page and add it as a file';
/** Codes of OpenSSL for certificates that do not hold. */
const CERTIFICATE = /CERT|ISSUER|SELF_SIGNED|UNABLE_TO_VERIFY/;

/** What a moderator is told of an answer that is neither content nor a redirect. */
export function statusFailure(url: URL, status: number): FetchError {
  const where = `${shown(url)} (HTTP ${status})`;
  if (status === 404 || status === 410) {
    return new FetchError('gone', `There is nothing at ${where}: check the address.`);
  }
  if ([401, 402, 403, 407, 451].includes(status)) {
    return new FetchError('refused', `Footnote may not read ${where}. ${INSTEAD}.`);
  }
  const reason = status >= 500 || status === 429 ? 'Its server is in trouble: try again later' : INSTEAD;
  return new FetchError('unreachable', `There was no page at ${where}. ${reason}.`);
}

/** What a moderator is told of anything that went wrong on the way. */
export function networkFailure(url: URL, error: unknown): FetchError {
  if (error instanceof FetchError) return error;
  const { reason, remedy } = explain(error);
  return new FetchError('unreachable', `${shown(url)} could not be read: ${reason}. ${remedy}.`);
}

function explain(error: unknown): { reason: string; remedy: string } {
  const later = 'Try again later, and check the address';
  if (error instanceof UnknownEncodingError) {
    return { reason: 'its content is compressed in a way that Footnote does not know', remedy: INSTEAD };
  }
  if (error instanceof IdleError) return { reason: 'its server stopped sending', remedy: later };
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return { reason: 'its server takes too long', remedy: later };
  }
  const code = codeOf(error);
  if (CERTIFICATE.test(code)) return { reason: `its certificate is not valid (${code})`, remedy: INSTEAD };
  if (code.startsWith('HPE_')) return { reason: `its server does not speak HTTP (${code})`, remedy: later };
  if (/^(Z_|ERR_BROTLI|ERR_ZSTD|ZSTD_)/.test(code) || code.startsWith('ERR__ERROR')) {
    return { reason: `its compressed content is damaged (${code})`, remedy: later };
  }
  return { reason: `no connection, or it broke off (${code})`, remedy: later };
}

function codeOf(error: unknown): string {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  return first instanceof Error && 'code' in first ? String(first.code) : 'unknown';
}
