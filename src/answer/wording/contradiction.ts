import { aliasesOf } from '../../retrieve/aliases.ts';
import { isStopWord, stemOf, type Word, wordsOf } from '../../retrieve/words.ts';
import { displacedName } from './displaced.ts';
import { exchangedName } from './exchanged.ts';

/** Words that say the opposite of each other, in groups that mean about the same. */
const OPPOSITES = [
  'increase rise rose risen grow grew growth climb surge jump soar gain expand boost double | decrease fall fell fallen drop decline shrink plunge slump cut reduce lose lost halve',
  'more above over exceed | less fewer below under',
  'most largest biggest highest greatest maximum | least smallest lowest minimum fewest',
  'first earliest | last latest final',
  'before prior ahead | after following later',
  'begin began begun start open launch establish found | end close finish stop shut cease halt abolish dissolve',
  'win won victory defeat beat | lose lost loss',
  'accept approve adopt agree back support endorse favour favor welcome pass | reject oppose refuse block veto deny dispute criticise criticize condemn',
  'allow permit legal | ban forbid forbidden prohibit illegal',
  'buy bought purchase import acquire pay paid | sell sold export',
  'join enter admit | leave left exit quit withdraw withdrew expel',
  'arrive come came | depart leave left',
  'north northern | south southern',
  'east eastern | west western',
  'include | exclude',
  'succeed success successful | fail failure unsuccessful',
  'hire appoint elect | fire dismiss sack oust resign',
  'born birth | die died death dead',
  'husband father son brother man men male king | wife mother daughter sister woman women female queen',
  'public | private',
  'civil civilian | military',
  'majority | minority',
  'ally friend partner | enemy rival foe',
  'old oldest | new newest young youngest',
  'build built construct | destroy demolish',
  'lend lent | borrow',
  'attack | defend',
  'innocent acquit | guilty convict',
  'confirm | deny',
  'strengthen improve | weaken worsen',
  'always | never',
].map((pair) => pair.split('|').map((side) => new Set(side.trim().split(' ').map(stemOf))));

const NEGATORS =
  /^(?:not|no|never|neither|nor|without|cannot|none|nobody|nothing|hardly|barely|fail(?:s|ed)?|refus(?:e|es|ed)|declin(?:e|es|ed)|den(?:y|ies|ied)|unable|lack(?:s|ed|ing)?|t)$/;
const ADDRESS = /\b(?:[Yy]ou(?:rs?)?|I|[Mm]y|me|[Ww]e|[Oo]ur|us|[Pp]lease)\b/;
/** Words that a negation may reach over. */
const REACH = 4;

/** What a claim says against the sentences that it rests on; `undefined` when nothing is seen. */
export function contradiction(claim: string, sentences: readonly string[]): string | undefined {
  if (ADDRESS.test(claim) && !sentences.some((sentence) => ADDRESS.test(sentence)))
    return 'it speaks to the reader';
  const said = read(claim);
  const stated = sentences.map(read);
  const displaced = exchangedName(claim, sentences) ?? displacedName(claim, sentences);
  return (
    negated(said, stated) ??
    opposite(said, stated) ??
    (displaced === undefined ? undefined : `it says of "${displaced}" what the quoted words say of another`)
  );
}

interface Read {
  words: Word[];
  stems: ReadonlySet<string>;
  /** Stems that a negation before them denies, and those that stand somewhere without one. */
  denied: ReadonlySet<string>;
  affirmed: ReadonlySet<string>;
}

function read(text: string): Read {
  const words = wordsOf(text.replace(/\bnot only\b/gi, ''));
  const isDenied = new Set<Word>();
  for (const i of words.keys()) {
    if (!isNegator(words, i)) continue;
    const next = words.slice(i + 1, i + 1 + REACH).find(({ word }) => !isStopWord(word));
    if (next) isDenied.add(next);
  }
  const stemsOf = (some: readonly Word[]) =>
    new Set(some.flatMap(({ word, stem }) => [stem, ...aliasesOf(word).map(stemOf)]));
  return {
    words,
    stems: stemsOf(words),
    denied: stemsOf([...isDenied]),
    affirmed: stemsOf(words.filter((word) => !isDenied.has(word))),
  };
}

function isNegator(words: readonly Word[], i: number): boolean {
  const word = words[i]?.word ?? '';
  // "didn't" is two words, and so is "t" alone.
  if (word === 't') return /n$/.test(words[i - 1]?.word ?? '');
  return NEGATORS.test(word);
}

function negated(said: Read, stated: readonly Read[]): string | undefined {
  const denied = new Set(stated.flatMap((one) => [...one.denied]));
  const affirmed = new Set(stated.flatMap((one) => [...one.affirmed]));
  if (said.denied.size > 0 && denied.size === 0) return 'it denies something, and the quoted words do not';
  if ([...said.denied].some((stem) => affirmed.has(stem) && !denied.has(stem)))
    return 'it denies what the quoted words say';
  const isTurned = (stem: string) => denied.has(stem) && !affirmed.has(stem) && !said.denied.has(stem);
  return [...said.affirmed].some(isTurned) && said.denied.size === 0
    ? 'the quoted words deny what it says'
    : undefined;
}

function opposite(said: Read, stated: readonly Read[]): string | undefined {
  const stems = new Set(stated.flatMap((one) => [...one.stems]));
  for (const [a, b] of OPPOSITES) {
    if (!a || !b) continue;
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const word = said.words.find(({ stem }) => own.has(stem));
      const isExchanged = [...other].some((stem) => stems.has(stem) && !said.stems.has(stem));
      if (word && isExchanged && stems.isDisjointFrom(own))
        return `it says "${word.word}", and the quoted words say the opposite`;
    }
  }
  return undefined;
}
