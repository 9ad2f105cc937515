import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes files (by path below the folder) and gives the folder back. */
export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Three short articles about things that have nothing to do with each other. */
export const ARTICLES = {
  'space/lighthouse.md': `---
title: A lighthouse for satellites
publisher: Orbit Weekly
author: Mira Sol
publishedAt: 2031-03-04
url: https://example.org/lighthouse
---

The ground station at Kalvik was opened on 4 March 2031 by the engineer Ines Dahl. It follows 42 satellites that
watch the northern sea lanes. Norway paid 18 million euros for the station.

Ships are told of drifting ice within ten minutes. The station is run by a crew of nine people.
`,
  'tea.txt': `The Brahmapur tea garden

The Brahmapur tea garden lies in the hills east of Tezpur. Its bushes were planted in 1907 by Lakshmi Barua.

The harvest begins in April and ends in November. Every year the garden sells about 300 tonnes of black tea.
`,
  'bridge.html': `<!doctype html><html><head><title>Old bridge reopens | Valley News</title>
<meta property="og:site_name" content="Valley News"><meta property="article:published_time" content="2029-09-12">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Old bridge reopens</h1>
<p>The stone bridge of Varenne was reopened on Saturday after repairs that took three years.</p>
<p>The mayor, Paul Lenoir, said that the bridge can carry lorries of up to 40 tonnes again.</p>
<p>The bridge was damaged by a flood in 2026 and has been closed to traffic since then.</p></article>
<footer>Copyright Valley News. All rights reserved.</footer></body></html>`,
};
