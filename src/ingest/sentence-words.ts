/** English words that decide whether a full stop ends a sentence; without it, and in the case in which they are written: "Ill." is a state, "ill" is not. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Always followed by what they belong to. */
export const BEFORE_A_NAME = words(
  'Dr Mr Mrs Ms Mx Messrs Prof Gen Sen Rep Gov Lt Lieut Col Capt Sgt Maj Cmdr Cdr Cmdt Adm Wg Sqn Pvt Rev Rt Hon Pres Amb Supt Insp Det Cpl Brig Fr Msgr Smt Shri Sri Adv Atty Asst Addl Dy Secy Mme Mlle vs v cf eg e.g i.e ie viz approx ca a.k.a m/s M/s s/o c/o',
);

/** Belong to a number after them; before another word they end a sentence. */
export const BEFORE_A_NUMBER = words(
  'No Nos no nos Nr nr Art Arts art Sec Secs sec Fig Figs fig figs Eq Eqs eq eqs Ch ch Chap chap Vol Vols vol vols pp pg Para Paras para paras Rs Op op Est est Tel tel Ext ext Ph Apt Ste Rm Pt Mk min max avg ver',
);

/** Stand before a day or a year, and days before a month. */
export const BEFORE_A_DATE = words(
  'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun',
);

/** End a sentence only before a word that starts one: "Example Inc. Chief Executive" goes on, "Example Inc. The" does not. */
export const AMBIGUOUS = words(
  'Inc Ltd Co Corp Llc Plc Bros Jr Sr Esq Dept dept Univ Assn Assoc St Mt Ft Ave Blvd Rd Sq Bldg Mfg Intl Govt Natl GmbH al Ph.D Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que',
);

/** Begin sentences, and hardly ever names; in lower case. */
export const STARTERS = words(
  'the a an in on at it he she they we i you but and or so yet however this that these those its his her their our my your as if when while after before for from with by to there here since many some most both all each every no not nor one two three several another other such what who why how where which although though because despite during until under over between among then now today yesterday later meanwhile moreover furthermore instead still also even only just according please let is are was were do does did can could will would should may might must has had have once than unlike like given following about against across within without none neither either little few much nobody somebody someone everyone everybody anyone nothing something everything nearly almost around earlier recently finally eventually additionally similarly whether mr mrs ms',
);

/** What goes on after "a.m.": a zone, a day, a month. */
export const AFTER_A_CLOCK =
  /^(?:\(?[A-Z]{2,5}\b|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May \d|June|July|August|(?:Septem|Octo|Novem|Decem)ber|Eastern|Central|Pacific|Mountain|Greenwich)/u;

/** What a single letter may name, so that it is no initial: "vitamin C", "World War I". */
export const AFTER_A_LETTER_NAME =
  /^(?:vitamin|plan|type|group|grade|hepatitis|influenza|class|category|section|appendix|exhibit|figure|table|part|level|option|phase|war|serie|league|division|than)\s+$/iu;

/** Names that end in an exclamation mark. */
export const EXCLAIMED_NAME = /\b(?:Yahoo|Jeopardy|E)!$/u;

/** "Stop!" is followed by who said so. */
export const SAID =
  /^(?:[\p{L}\p{M}.'’-]+,?\s+){1,5}?(?:said|says|asked|asks|told|added|replied|wrote|writes|noted|shouted|cried|explained|declared|insisted|wondered|exclaimed|answered|continued|recalled|testified|remarked|responded|quipped|joked|warned|argued|claimed|stated|observed|concluded|laughed|whispered)\b/u;
