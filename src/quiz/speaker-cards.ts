import type { Card } from '../model.ts';
import { idOf, shuffled } from './chance.ts';
import { type QuizCorpus, type QuizSentence, tellingStems } from './corpus.ts';
import { distractorsFor, holdsWords } from './distractors.ts';
import { introduced } from './introduction.ts';
import { GAP_LEAD } from './leads.ts';
import { type JudgedSentence, type MadeCards, proofOf } from './make.ts';
import { otherNamesOf } from './other-names.ts';
import { isFurniture } from './standing.ts';
import type { Term } from './terms.ts';
import { gapFor } from './wording.ts';

const MOST_PER_ARTICLE = 6;
/** Words of a quotation, and how many of them have to tell something. */
const WORDS = { least: 8, most: 45, telling: 4 };
/** As much of a quotation said elsewhere may be somebody else's too. */
const SAID_ELSEWHERE = 0.75;

const SAYS =
  '(?:said|says|added|adds|wrote|writes|tweeted|warned|explained|noted|testified|acknowledged|recalled|argued|stated)';
const SAYING = new RegExp(`\\b${SAYS}\\b`);
const QUOTED = '[“"](?<words>[\\p{Lu}][^“”"]+?)[,.]?[”"]';
/** A quotation before or behind the name of who said it, and the verb between. */
const FORMS = [
  `^${QUOTED},? (?<before>(?:[\\p{L}’'.-]+ ){0,6})(?<name>NAME)(?:, [^,“”"]{3,90},)? (?<verb>${SAYS})\\b`,
  `^${QUOTED},? (?<verb>${SAYS}) (?<before>(?:[\\p{L}’'.-]+ ){0,8})(?<name>NAME)(?=[,.]| (?:in|on|at|of|during|after|before|who)\\b)`,
  `^(?<before>(?:[\\p{L}’'.-]+ ){0,8})(?<name>NAME) (?<verb>${SAYS})(?: in an? [\\p{Ll} ]{4,30})?[,:] ${QUOTED}$`,
];

interface Speech {
  sentence: QuizSentence;
  speaker: Term;
  words: string;
  isWritten: boolean;
}

/** Cards that ask who said what an article quotes, where the same sentence names who did. */
export function speakerCards(judged: readonly JudgedSentence[], corpus: QuizCorpus): MadeCards {
  const made: MadeCards = { cards: [], refused: [] };
  const speeches = judged.flatMap(({ sentence }) => speechOf(sentence) ?? []);
  const articleId = judged[0]?.sentence.article.id ?? '';
  for (const speech of shuffled(speeches, articleId)) {
    if (made.cards.length === MOST_PER_ARTICLE) break;
    const { sentence, words } = speech;
    const about = `speaker: ${sentence.text}`;
    const isElsewhere = corpus
      .saying(tellingStems(words), [sentence], SAID_ELSEWHERE)
      .some(({ text }) => !holdsWords(text, speech.speaker.text));
    if (isElsewhere) made.refused.push({ reason: 'notUnique', about });
    else {
      const card = cardOf(speech, corpus);
      if (card) made.cards.push(card);
      else made.refused.push({ reason: 'keyInQuestion', about });
    }
  }
  return made;
}

function cardOf({ sentence, speaker, words, isWritten }: Speech, corpus: QuizCorpus): Card | undefined {
  const { article, text } = sentence;
  const id = idOf('speaker', article.id, text, speaker.text);
  const wrong = distractorsFor(speaker, sentence, tellingStems(words), corpus);
  const asking = wrong
    ? `Who ${isWritten ? 'wrote' : 'said'}: “${words}”?`
    : `${GAP_LEAD.person}:\n${gapFor(text, speaker)}`;
  const question = introduced(
    asking,
    { introduction: 'source', isOfItsDay: false },
    article,
    wrong !== undefined,
    speaker.text,
  );
  if (question === undefined) return undefined;
  return {
    id,
    kind: wrong ? 'choice' : 'gap',
    asks: 'person',
    articleId: article.id,
    question,
    key: speaker.text,
    also: otherNamesOf(speaker, sentence, corpus),
    ...(wrong && { options: shuffled([speaker.text, ...wrong], id) }),
    proof: proofOf([sentence]),
  };
}

/** Who a sentence quotes, and the words; `undefined` when it does not name a person beside them. */
function speechOf(sentence: QuizSentence): Speech | undefined {
  const { text, terms } = sentence;
  if (!/[“"]/.test(text) || !SAYING.test(text) || isFurniture(text) || /\n/.test(text)) return undefined;
  for (const speaker of terms) {
    if (speaker.kind !== 'person' || text.charAt(speaker.start - 1) === '.') continue;
    for (const form of FORMS) {
      const match = new RegExp(form.replace('NAME', escaped(speaker.text)), 'u').exec(text)?.groups;
      if (!match) continue;
      const { words = '', before = '', verb = '' } = match;
      return isAskable(words, before, speaker)
        ? { sentence, speaker, words, isWritten: /^(?:wr|tw)/.test(verb) }
        : undefined;
    }
  }
  return undefined;
}

/** Whether a quotation says something by itself, and who said it is told by the name alone. */
function isAskable(words: string, before: string, speaker: Term): boolean {
  const count = words.split(' ').length;
  return (
    count >= WORDS.least &&
    count <= WORDS.most &&
    tellingStems(words).size >= WORDS.telling &&
    !/^(?:He|She|It|They|This|That|These|Those|There|So|And|But|Yes|No|Not|Then|His|Her|Its|Their)\b/.test(
      words,
    ) &&
    !/[[\]…‘]|\.\.\.|\?|\b(?:today|yesterday|tomorrow|tonight)\b/i.test(words) &&
    !holdsWords(words, speaker.text) &&
    !/\b(?:or|who|that|whose|spokes\p{L}+ for|told|asked)\b|['’]s $|\p{Lu}\S* and |and (?:his|her|their|\p{Lu}\S* (?:\p{Lu}|$))/u.test(
      before,
    )
  );
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
