/** What goes with an address that is to be read. */
export interface FetchRequest {
  /** What an earlier answer said of itself: the same content is not sent again. */
  etag?: string | undefined;
  lastModified?: string | undefined;
  /** A file that somebody gave to Discord: read from Discord's own hosts only, and without asking robots.txt. */
  attachment?: boolean | undefined;
  /** Ends the wait and the transfer; its reason is thrown. */
  signal?: AbortSignal | undefined;
}

/** What an address answered, after its redirects. */
export type Fetched = FetchedPage | FetchedNothingNew;

export interface FetchedPage {
  kind: 'page';
  /** Where the content was in the end, without a fragment. */
  url: string;
  /** The whole content, decompressed. */
  bytes: Uint8Array;
  /** The `Content-Type` header as it was sent, such as `text/html; charset=utf-8`. */
  contentType: string | undefined;
  etag: string | undefined;
  lastModified: string | undefined;
}

/** The content is what it was when `etag` or `lastModified` was given. */
export interface FetchedNothingNew {
  kind: 'notModified';
  url: string;
  etag: string | undefined;
  lastModified: string | undefined;
}

/** Reads the public web, within limits and at the pace that its servers ask for. */
export interface Fetcher {
  /**
   * Reads one http or https address.
   * @throws {FetchError} with what to do, for every address that cannot or must not be read.
   */
  fetch(address: string, request?: FetchRequest): Promise<Fetched>;
}
