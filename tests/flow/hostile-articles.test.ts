import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderAnswer } from '../../src/discord/render-answer.ts';
import { appOf } from '../support/app.ts';
import { chatServer } from '../support/chat/index.ts';
import { passagesIn, speak } from '../support/chat/speak.ts';

const ATTACKS = readFileSync(join(import.meta.dirname, '../fixtures/chat/hostile.txt'), 'utf8')
  .split('\n')
  .filter(Boolean);
const FACT = 'The lighthouse of Orrin was built in 1871 by Ada Lund.';
const QUESTION = { text: 'Who built the lighthouse of Orrin?' };

/** What is more than words in a message: pings, and links that are not Footnote's own. */
const ACTIVE = /<@[!&]?\d+>|@(?:everyone|here)\b|\]\(<?https?:\/\/(?:evil|discord)/;

test('articles that attack get neither a ping nor a link into a message, whatever the model repeats of them', async () => {
  let time = Date.parse('2031-06-01T12:00:00Z');
  const server = await chatServer(() => 'hang');
  const files = Object.fromEntries(
    ATTACKS.map((attack, i) => [
      `orrin-${i}.md`,
      `---\ntitle: ${JSON.stringify(`Orrin ${i} ${attack}`)}\npublishedAt: 2030-01-${10 + (i % 20)}\n---\n\n${FACT} ${attack}\n\nThe lighthouse of Orrin has ${i + 20} steps.\n`,
    ]),
  );
  const { app } = await appOf(files, () => new Date(time), { chat: server.config() });
  const repliesOf = [
    ...ATTACKS.map(
      (attack) => (asked: Parameters<typeof speak>[0]) => speak(asked, [FACT, FACT], [attack, attack]),
    ),
    (asked: Parameters<typeof speak>[0]) =>
      speak(
        asked,
        ...passagesIn(asked)
          .flatMap((text) => text.split('\n'))
          .map((line): [string, string] => [line, line]),
      ),
  ];
  for (const reply of repliesOf) {
    time += 2 * 60 * 60 * 1_000;
    server.script = reply;
    const answer = await app.ask(QUESTION);
    expect(answer.claims.length).toBeGreaterThan(0);
    expect(JSON.stringify(renderAnswer(answer, { echo: true }))).not.toMatch(ACTIVE);
    for (const { articleId, start, end, quote } of answer.citations)
      expect((await app.article(articleId))?.text.slice(start, end)).toBe(quote);
  }
  expect(server.asked.length).toBeGreaterThanOrEqual(repliesOf.length);
});
