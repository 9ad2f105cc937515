import { isStopWord, stemOf } from '../../retrieve/words.ts';

/** Words that tell nothing that a source would have to say: those in which a claim says where it is from, and such as join. */
const LIGHT = new Set(
  `according article articles report reports reported reportedly state states stated note notes noted add adds added passage passages source sources
  also however although though whereas thus around approx approximately roughly per via well namely including include includes included involve
  involves involved such like namely another others several various certain namely carry out part way ways number type kind form make makes making
  made give gave given take takes took taken taking have come comes came coming go goes went going get become becomes became called known named part
  place total overall altogether respectively use used uses using got gets getting additionally moreover furthermore besides regard regarded consider
  considered account accounts following follow one two still rather yet far instance example event aboard alongside together upon whether either worth`.split(
    /\s+/,
  ),
);

/** Whether a word (lower case) may stand in a claim whatever its source says. */
export function isLight(word: string): boolean {
  return LIGHT.has(word);
}

/** Stop words of questions that tell something in an article. */
const TELLING =
  /^(?:us(?:e|ed|ing)|ma(?:ke|kes|de|king)|giv(?:e|es|en)|get|gets|named|full|form|means?|meant)$/;

/** Whether a word (lower case) of an article tells something. */
export function tells(word: string): boolean {
  return !isStopWord(word) || TELLING.test(word);
}

/** Words that no dictionary form tells to be the same: short forms, irregular ones, small words, and some of the news. */
const SAME = new Map(
  `since because|throughout during while|every each all|among amongst between|until till|towards toward|children child kids kid|people persons person
  men man|women woman|feet foot|mice mouse|teeth tooth|wives wife|lives life|body group|km kilometre kilometer|m metre meter|kg kilogram|cm centimetre centimeter
  hq headquarters|mph miles|approx approximately|percent percentage|able can could capable|under beneath below|before prior|become became turned
  lack no without|against oppose counter combat|member membership join joined participant belong partner part|bid candidature candidacy
  serve be been was were is are|military armed|jointly together joint|announce unveil release reveal`
    .split(/[|\n]/)
    .flatMap((group) => {
      const stems = group.trim().split(' ').map(stemOf);
      return stems.map((stem) => [stem, stems] as const);
    }),
);

/** Stems of words that say the same as that of one, which no dictionary has. */
export function otherForms(stem: string): readonly string[] {
  return SAME.get(stem) ?? [];
}
