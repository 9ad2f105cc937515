import { isStopWord, wordsOf } from '../retrieve/words.ts';
import { spansOf } from '../spans.ts';
import { complete } from './ellipsis.ts';
import type { Part } from './parts.ts';
import { AUXILIARY, ELLIPTIC, INVERTED, OPENING, REQUEST } from './question-words.ts';

/** What may stand between two questions in one sentence. */
const JOINT =
  /\s*[,;:–—-]?\s+(?:and|or|but|plus|&)\s+(?:(?:also|then|lastly|finally|if so),?\s+)?|\s*[,;]\s+(?:(?:also|then)\s+)?/giu;
/** What a further question may open with. */
const LINK = /^(?:(?:and|also|plus|but|then|or|so|oh|ok|okay|next|finally|lastly)\b[,:]?\s+)+/iu;
/** Courtesies around a question. */
const COURTESY =
  /^(?:hi|hello|hey|thanks|thank you|thx|cheers|please|pls|anyone|anybody|right|really|quick question|question|(?:can|could) (?:you|someone|anyone|anybody) help(?: me| us)?(?: out)?)(?: (?:all|everyone|there|guys|bot|footnote|so much|a lot))*$/iu;
/** "In 1998, ", "The Vienna talks: " or "I read of the talks. " before the question proper. */
const LEAD = new RegExp(
  `^(?:(?:according to|after|as of|at|before|besides|by|during|for|from|in|of|on|since|under|until|with)\\b[^,?]{1,60},|[^?]{2,80}(?::|\\p{L}{3}[.]))\\s+(?=${OPENING}\\b|${AUXILIARY}\\b|\\p{L}+ me\\b)`,
  'iu',
);

const OPENS = new RegExp(`^${OPENING}\\b`, 'iu');
const IS_ELLIPTIC = new RegExp(`^${ELLIPTIC}$`, 'iu');
const IS_INVERTED = new RegExp(`^${INVERTED}`, 'iu');
/** "who built it", "how many countries take part": the opening words are the subject. */
const IS_SUBJECT = /^(?:who|what|(?:which|whose|what|how many|how much) [\p{L}’'-]+) (?!of\b)[\p{L}’'-]+/iu;
/** "is it", "does there": with nothing but a pronoun it cannot be a second verb of the same question. */
const ASKS_YES_OR_NO = new RegExp(`^${AUXILIARY} (?:it|they|he|she|there|we|these|those)\\b`, 'iu');
const STARTS_WITH_AUXILIARY = new RegExp(`^${AUXILIARY}\\b`, 'iu');
const IS_REQUEST = new RegExp(`^${REQUEST}\\b`, 'iu');
/** "Where and when was …": openings that share what follows. */
const BARE = '(?:when|where|why|who|what|how(?: (?:much|many|long|often))?)';
const SHARED = new RegExp(
  `^(?<request>${REQUEST} )?(?<first>${BARE})(?<more>(?:, ${BARE})*),? (?:and|or|&) (?<last>when|where|why|how|by whom) (?<rest>.+)$`,
  'iu',
);

/** One of the questions of a text. */
interface Cut {
  /** As the asker wrote it. */
  asked: string;
  /** "In 1998, ", which holds for all questions of its sentence; may be empty. */
  lead: string;
  /** Whether it stands on its own already. */
  isWhole: boolean;
}

/**
 * The questions that a text asks one after the other, such as "When was it built, and who built it?"; none when it
 * asks only one. What a later one leaves out is taken from the first.
 */
export function questionsOf(text: string): Part[] {
  const sentences = text
    .split(/[?!？]+(?=\s|$)/u)
    .map((sentence) => sentence.replace(/^\s+|[\s.]+$/gu, '').replace(LINK, ''))
    .filter((sentence) => sentence !== '' && !COURTESY.test(sentence));
  if (sentences.length > 1 && !sentences.every(isQuestion)) return [];
  const cuts = sentences.flatMap(cutsOf);
  const [first] = cuts;
  if (!first || cuts.length === 1) return [];
  return cuts.map(({ asked, lead, isWhole }) => {
    const own = isWhole || asked === first.asked ? asked : complete(asked, first.asked);
    return { asked: `${asked}?`, text: `${lead}${own}?` };
  });
}

function cutsOf(sentence: string): Cut[] {
  const lead = LEAD.exec(sentence)?.[0] ?? '';
  const cuts = cutAtJoints(sentence.slice(lead.length)).flatMap((asked): Cut[] => {
    const shared = sharedOpenings(asked);
    return shared
      ? shared.map((one) => ({ asked: one, lead, isWhole: true }))
      : [{ asked, lead, isWhole: false }];
  });
  return cuts.length > 1 ? cuts : [{ asked: sentence, lead: '', isWhole: false }];
}

function sharedOpenings(text: string): string[] | undefined {
  const { request = '', first, more = '', last, rest = '' } = SHARED.exec(text)?.groups ?? {};
  if (!first || !last || !hasContent(rest)) return undefined;
  if (request === '' && !STARTS_WITH_AUXILIARY.test(rest)) return undefined;
  return [first, ...more.split(', ').filter(Boolean), last].map((opening) => `${opening} ${rest}`);
}

function cutAtJoints(text: string): string[] {
  const joints = spansOf(text, JOINT);
  const pieces: string[] = [];
  let from = 0;
  for (const [i, { start, end }] of joints.entries()) {
    const next = joints[i + 1]?.start;
    const left = text.slice(from, start);
    const isOpen = pieces.length === 0 && IS_ELLIPTIC.test(left);
    if (isOpen || !areTwo(left, text.slice(end), text.slice(end, next), IS_REQUEST.test(text))) continue;
    pieces.push(left);
    from = end;
  }
  return [...pieces, text.slice(from)];
}

/**
 * Whether what stands left and right of a joint are questions of their own.
 * @param next the right one up to the next joint
 * @param isRequest whether the sentence asks to be told, as in "tell me who … and when …"
 */
function areTwo(left: string, right: string, next: string, isRequest: boolean): boolean {
  if (!isQuestion(left)) return false;
  if (IS_ELLIPTIC.test(next)) return !asksInside(left, 'when|where|why|how|what|who');
  const [word] = /when|where|why|who|what|which|how/iu.exec(OPENS.exec(right)?.[0] ?? '') ?? [];
  if (word && asksInside(left, /who|which/i.test(word) ? 'which|whom?|whose|that' : word)) return false;
  const isQuestionItself = [IS_INVERTED, IS_SUBJECT, ASKS_YES_OR_NO, IS_REQUEST].some((form) =>
    form.test(right),
  );
  return (isQuestionItself || (isRequest && OPENS.test(right))) && hasContent(right);
}

/** Whether one of the words has been used behind the opening: "who decides what is sold and what is not". */
function asksInside(question: string, words: string): boolean {
  const inside = SHARED.exec(question)?.groups?.rest ?? withoutRequest(question).replace(OPENS, '');
  return new RegExp(`\\b(?:${words})\\b`, 'iu').test(inside);
}

function isQuestion(text: string): boolean {
  const clause = text.replace(LEAD, '');
  if (IS_ELLIPTIC.test(clause)) return true;
  if (IS_REQUEST.test(clause)) return hasContent(withoutRequest(clause));
  if (STARTS_WITH_AUXILIARY.test(clause)) return hasContent(clause);
  const opening = OPENS.exec(clause)?.[0];
  if (opening === undefined || !hasContent(clause.slice(opening.length))) return false;
  // "When India joined" is no question, "when was" and "who joined" are.
  if (!/(?:when|where|why|how)$/iu.test(opening)) return true;
  return IS_INVERTED.test(clause) || sharedOpenings(clause) !== undefined;
}

function withoutRequest(text: string): string {
  return text.replace(IS_REQUEST, '').trimStart();
}

/** Whether a text names or says anything, or has a pronoun that does. */
function hasContent(text: string): boolean {
  return wordsOf(text).some(
    ({ word }) => !isStopWord(word) || /^(?:it|they|he|she|this|these|those)$/.test(word),
  );
}
