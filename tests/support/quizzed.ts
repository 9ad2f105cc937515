import type { App } from '../../src/app.ts';
import type { Card } from '../../src/model.ts';
import type { MessageView } from './discord/index.ts';

/** An article with cards of several kinds. */
export const ICE = `---
title: Ice and ships @everyone
publisher: The Daily Test
publishedAt: 2024-05-06
url: https://example.org/ice
---

The Arctic Ice Council was founded in Tromso in 1996. Norway joined the Arctic Ice Council in March 2011 with a fleet of
ships. The Arctic Ice Council has 12 members and a crew of nine people. The Kalvik station was opened on 4 March 2011 by
the engineer Ines Dahl.

Finland sent 14 satellites into orbit in June 2015. It also built a harbour for large ships. The Kalvik Harbour Office,
KHO for short, was set up in September 2003 in Denmark.
`;

/** The card that a message asks. @throws when it asks none. */
export async function cardIn(message: MessageView, app: App): Promise<Card> {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const asked = plain(message.text);
  const found = (await app.cards({})).find((card) => asked.includes(plain(card.question)));
  if (!found) throw new Error(`no card is asked in ${message.text}`);
  return found;
}
