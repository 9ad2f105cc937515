import { isNameInEnglish } from '../retrieve/english.ts';
import { fold, wordsOf } from '../retrieve/words.ts';
import { countOf } from './verbs.ts';

/** Words that organisations are named with. */
export const ORGANISATION =
  /(?:^|\s)(?:Agency|Administration|Ministry|Department|University|College|Company|Corporation|Corp|Inc|Ltd|Limited|Bank|Council|Committee|Commission|Group|Party|Union|Association|Organi[sz]ation|Alliance|Institute|Court|Police|Army|Navy|Guard|Force|Club|FC|Airlines|Airways|Assembly|Office|Fund|Foundation|Board|Authority|Bureau|Service|Services|School|Hospital|Parliament|Senate|Congress|Nations|Federation|League|Network|Society|Trust|Regime|Forum|Centre|Center|Laboratory|Museum|Church|Times|Post|News|Journal|Taskforce|Consortium|Cabinet|Secretariat|Observatory|Robotics|Systems|Technologies|Machines|Motors|Pharmaceuticals|Labs|Industries|Holdings|Studios|Pictures|Records|Entertainment|Energy|Capital|Media)(?:\s+(?:of|for|on|in)\s|$)/u;
/** Words of what is made, agreed or held, and is neither somebody nor somewhere. */
export const NEVER_PLACE =
  /(?:^|\s)(?:Treaty|Convention|Agreement|Act|Charter|Summit|War|Roadmap|Vision|Plan|Pact|Accord|Protocol|Mission|Statement|Constitution|Resolution|Bill|Prize|Award|Cup|Festival|Games|Day|Programme|Program|Project|Conference|List|Scheme|Partnership|Bharat)s?(?:\s|$)/u;
/** Words that films and series say more often with a small letter are no names of their own. */
const MOST_COMMON = 150;

/** A lone word that everybody uses with a small letter too: "Police", "Officials". */
export function isCommonWord(name: string): boolean {
  return !name.includes(' ') && /^\p{Lu}?\p{Ll}+$/u.test(name) && countOf(name.toLowerCase()) > MOST_COMMON;
}

/** "British" in "British troops" names no country. */
export function isCountryAdjective(name: string): boolean {
  return (
    /(?:ish|ese|ian|ean|ench|utch|reek|wiss|erman|raqi|raeli|istani|can|hai|ench|panish|ani)$/.test(name) &&
    !/(?:Jordan|Japan|Iran|Oman|Sudan|Afghanistan|Pakistan)$/.test(name)
  );
}

/** Whether everyday English has a word only as a name, or not at all. */
export function isUnknown(word: string): boolean {
  return isNameInEnglish(wordsOf(fold(word))[0]?.stem ?? '');
}
