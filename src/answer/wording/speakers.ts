import { properNames } from '../names.ts';

const SAYING =
  /\b(?:sa(?:y|ys|id|ying)|stat(?:ed|es that|ing)|t(?:ell|ells|old)|claim(?:ed|s that|ing)|wr(?:ite|ites|ote)|argue[sd]?|insist(?:s|ed)?|announce[sd]?|report(?:s|ed)?|add(?:s|ed)|note[sd]?|explain(?:s|ed)?|warn(?:s|ed)?|declare[sd]?|according to|call(?:s|ed) (?:it|for)|describe[sd]?|comment(?:s|ed)?|remark(?:s|ed)?|quoted?|statement|speech|asked|acknowledge[sd]?|admit(?:s|ted)?|den(?:y|ies|ied)|stress(?:es|ed)?|suggest(?:s|ed)?|believe[sd]?)\b/gi;
/** Between a name and what it says. */
const BEHIND_NAME =
  /^(?:,[^,]{3,60},)?(?: (?:has|had|have|also|later|then|once|itself))* (?:said|says|stated|states|told|tells|claimed|claims|wrote|writes|argued|argues|insisted|insists|announced|reported|added|noted|explained|warned|declared)\b/;
/** Letters between who speaks and the word for it. */
const REACH = 80;

/** A name to which a claim gives words that the quoted sentences do not give it; `undefined` when there is none. */
export function wrongSpeaker(claim: string, sentences: readonly string[]): string | undefined {
  const speakers = properNames(claim).filter(
    ({ start, end }) =>
      BEHIND_NAME.test(claim.slice(end)) || /\b[Aa]ccording to (?:the )?$/.test(claim.slice(0, start)),
  );
  const wrong = speakers.find(
    ({ start, end }) => !sentences.some((sentence) => speaks(claim.slice(start, end), sentence)),
  );
  return wrong && claim.slice(wrong.start, wrong.end);
}

function speaks(name: string, sentence: string): boolean {
  const last = name.split(/\s+/).at(-1) ?? name;
  const at = sentence.indexOf(last);
  // What it is called in full may stand around the quoted words.
  const isNear = (index: number) => at < 0 || (index > at ? index - at <= REACH : at - index <= REACH);
  return [...sentence.matchAll(SAYING)].some(({ index }) => isNear(index));
}
