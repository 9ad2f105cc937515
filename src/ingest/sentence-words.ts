/** English words that decide whether a full stop ends a sentence; all in lower case and without it. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Always followed by what they belong to. */
export const BEFORE_A_NAME = words(
  'dr mr mrs ms messrs prof gen sen rep gov lt col capt sgt maj cmdr adm rev hon pres amb supt insp cpl brig fr smt vs v cf eg e.g i.e ie viz approx ca a.k.a m/s s/o c/o',
);

/** Belong to a number after them; before another word they end a sentence. */
export const BEFORE_A_NUMBER = words(
  'c no nos nr art arts sec secs fig figs eq eqs ch chap vol vols pp p pg para paras rs op jan feb mar apr jun jul aug sep sept oct nov dec est tel ext',
);

/** End a sentence only before a word that starts one: "Example Inc. Chief Executive" goes on, "Example Inc. The" does not. */
export const AMBIGUOUS = words(
  'inc ltd co corp llc plc bros jr sr esq dept univ assn assoc st mt ft ave blvd rd sq bldg mfg intl govt natl gmbh pvt al ph.d ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que',
);

/** Begin sentences, and hardly ever names. */
export const STARTERS = words(
  'the a an in on at it he she they we i you but and or so yet however this that these those its his her their our my your as if when while after before for from with by to there here since many some most both all each every no not nor one two three several another other such what who why how where which although though because despite during until under over between among then now today yesterday later meanwhile moreover furthermore instead still also even only just according please let is are was were do does did can could will would should may might must has had have once than unlike like given following about against across within without mr mrs ms',
);

/** What goes on after "a.m.": a zone, a day, a month. */
export const AFTER_A_CLOCK =
  /^(?:\(?[A-Z]{2,5}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May \d|June|July|August|(?:Septem|Octo|Novem|Decem)ber|Eastern|Central|Pacific|Mountain|Greenwich)/u;

/** What a single letter may name, so that it is no initial: "vitamin C", "World War I". */
export const AFTER_A_LETTER_NAME =
  /^(?:vitamin|plan|type|group|grade|hepatitis|influenza|class|category|section|appendix|exhibit|figure|table|part|level|option|phase|war|serie|league|division|than)\s+$/iu;

/** Names that end in an exclamation mark. */
export const EXCLAIMED_NAME = /\b(?:Yahoo|Jeopardy)!$/u;

/** "Stop!" is followed by who said so. */
export const SAID =
  /^(?:[\p{L}\p{M}.'’-]+,?\s+){1,5}?(?:said|says|asked|asks|told|added|replied|wrote|writes|noted|shouted|cried|explained|declared|insisted|wondered|exclaimed|answered|continued|recalled|testified|remarked|responded|quipped|joked|warned|argued|claimed|stated|observed|concluded|laughed|whispered)\b/u;
