import { atom } from './atom.ts';
import type { FeedType } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';
import { sitemap } from './sitemap.ts';

/** Every type of feed that is read. */
export const feedTypes: readonly FeedType[] = [rss, atom, jsonFeed, sitemap];
