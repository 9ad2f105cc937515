import type { Feed } from '../model.ts';

/** A feed, or a part of one, as it was when all of its entries had been dealt with. */
export interface FeedVersion {
  feed: string;
  /** Of the feed itself or of its part. */
  url: string;
  etag?: string;
  lastModified?: string;
}

/** The feeds that a refresh follows. */
export interface FeedStore {
  /** Sorted by their addresses. */
  all(): Feed[];
  versions(): FeedVersion[];
  /** Keys of addresses in feeds that are passed over at a time, with until when: they were no articles when last read. */
  passed(at: Date): Map<string, Date>;
  /** Adds a feed, or replaces what was known of it. */
  add(feed: Feed): void;
  /** False when there is none of this address. */
  remove(url: string): boolean;
  /** Remembers how feeds were when they were asked for, versions that were dealt with, and what to pass over. */
  keep(seen: FeedsSeen): void;
}

/** What a refresh saw of feeds. */
export interface FeedsSeen {
  checks: (Pick<Feed, 'url' | 'problem'> & { checkedAt: string })[];
  versions: FeedVersion[];
  /** Keys of addresses that are passed over until a time. */
  passed: { key: string; until: Date }[];
}
