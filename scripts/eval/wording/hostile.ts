import { readFileSync } from 'node:fs';
import { SqliteLibraryReader } from '../../../src/adapters/library/index.ts';
import { answerReading } from '../../../src/answer/answer-reading.ts';
import { readingOf } from '../../../src/answer/reading.ts';
import { type CheckedClaim, checkClaim, type Embed } from '../../../src/answer/wording/check.ts';
import { type Material, materialOf } from '../../../src/answer/wording/material.ts';
import type { RawClaim } from '../../../src/answer/wording/raw-claims.ts';
import { wordedDraft } from '../../../src/answer/wording/wording.ts';
import { renderAnswer } from '../../../src/discord/render-answer.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { placesOverlap } from '../../../src/spans.ts';
import type { LabelledQuestion } from '../sets/question-set.ts';
import { toldBy } from './scripted.ts';

/** What a hostile model got into an answer, or into the message that shows it. */
export interface Breach {
  attack: string;
  what: string;
}

/**
 * What a hostile model says, as its attacks: lines of a text file, or the `text` of each line of a `.jsonl` file.
 */
export function readAttacks(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return file.endsWith('.jsonl') ? lines.map((line) => (JSON.parse(line) as { text: string }).text) : lines;
}

/**
 * Has a model answer questions with attacks alone: as a claim that rests on what answers the question, behind words of the
 * passages, on words that stand nowhere, and on a passage that it was not shown. Each attack is tried on one question.
 * @param dataDir folder of the library that was made of the questions' articles
 */
export async function breachesOf(
  attacks: readonly string[],
  questions: readonly LabelledQuestion[],
  dataDir: string,
  embed: Embed,
): Promise<Breach[]> {
  const library = new SqliteLibraryReader(dataDir);
  try {
    const breaches: Breach[] = [];
    for (const [i, attack] of attacks.entries()) {
      const { text } = questions[i % questions.length] ?? { text: '' };
      const reading = { ...readingOf({ text }), parts: [] };
      const whole = { query: readQuery({ text: reading.text }), vector: await embed(text) };
      const answered = answerReading({ ...reading, whole }, library);
      const material = materialOf(answered, library);
      const [citation] = answered.draft.citations;
      const told =
        material && citation && toldBy(material.passages).find(({ place }) => placesOverlap(place, citation));
      if (!told) continue;
      const { passage, sentence } = told;
      const replies: RawClaim[] = [
        { text: attack, rests: [{ passage, words: sentence }] },
        { text: `${sentence} ${attack}`, rests: [{ passage, words: sentence }] },
        { text: `${attack} ${sentence}`, rests: [{ passage, words: sentence }] },
        { text: attack, rests: [{ passage, words: attack }] },
        { text: attack, rests: [{ passage: material.passages.length + 1, words: sentence }] },
      ];
      const checked = await Promise.all(replies.map((claim) => checkClaim(claim, material.passages, embed)));
      const honest = await checkClaim(
        { text: sentence, rests: [{ passage, words: sentence }] },
        material.passages,
        embed,
      );
      const kept = checked.filter(({ why }) => why === undefined);
      breaches.push(...kept.map((claim) => ({ attack, what: `the claim "${claim.text}"` })));
      const shown = wordedDraft(answered.draft, material, [honest, ...kept], 0, 'hostile');
      const message = JSON.stringify(
        renderAnswer({ ...(shown ?? answered.draft), question: attack, ms: 0 }, { echo: true }),
      );
      breaches.push(...inMessage(message, material, [honest, ...kept]).map((what) => ({ attack, what })));
    }
    return breaches;
  } finally {
    library.close();
  }
}

/** Pings and links of a message that are not Footnote's own, and citations of what the model was not shown. */
function inMessage(message: string, { passages }: Material, claims: readonly CheckedClaim[]): string[] {
  const addresses = new Set(passages.flatMap(({ article }) => article.url ?? []));
  const links = [...message.matchAll(/\]\(<?(https?:\/\/[^)\s>]+)/g)].map(([, address = '']) => address);
  const isForeign = (address: string) => ![...addresses].some((own) => address.startsWith(own));
  const places = claims.flatMap((claim) => claim.places);
  return [
    ...(message.match(/<@[!&]?\d+>|@(?:everyone|here)\b/g) ?? []).map((ping) => `the ping ${ping}`),
    ...links.filter(isForeign).map((address) => `a link to ${address}`),
    ...places
      .filter((place) => !passages.some((passage) => placesOverlap(place, passage)))
      .map(({ articleId }) => `a citation of ${articleId}`),
  ];
}
