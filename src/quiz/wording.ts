import { fold } from '../retrieve/words.ts';
import type { Term } from './terms.ts';
import { AUXILIARY, baseOfPast, baseOfThird, isFiniteVerb, isParticiple } from './verbs.ts';

export const GAP = '_____';

const MOST_SUBJECT_WORDS = 12;
const CLAUSE =
  /\b(?:who|which|that|where|when|if|after|before|while|as|because|whose|whom|to|and then)\b|[;:()]/i;
const NAME = String.raw`(?:[Tt]he )?\p{Lu}[\p{L}\p{N}’'.&-]*(?: (?:(?:of|the|for|and|on|de|du) )*\p{Lu}[\p{L}\p{N}’'.&-]*)*`;
const NAMED_SUBJECT = new RegExp(String.raw`^(?<subject>${NAME}) (?<verb>\p{Ll}+)(?<rest> .+)$`, 'u');
const WITH_AUXILIARY =
  /^(?<subject>.+?) (?<aux>is|are|was|were|has|have|had|will|can|could|must|would) (?<rest>.+)$/u;
const MAIN_ADVERB = /^(?:also|first|only|normally|usually|never|already|not)$/;
/** What may follow a date that is left out. */
const AFTER_DATE = /^(?:| (?:as|with|by|to|at|for|from|in|through) [^,;:—()]*)$/u;

/** A well-formed question that the term answers, such as "Which country joined …?"; `undefined` when none can be made surely. */
export function questionFor(
  text: string,
  term: Term,
  isProperName: (word: string) => boolean,
): string | undefined {
  const statement = text.replace(/\.$/, '');
  if (/[:;()]/.test(statement)) return undefined;
  switch (term.kind) {
    case 'person':
    case 'country':
    case 'organisation':
      return subjectQuestion(statement, term);
    case 'year':
    case 'month':
    case 'day':
      return dateQuestion(statement, term, isProperName);
    case 'number':
      return countQuestion(statement, term, isProperName);
    case 'place':
      return whereQuestion(statement, term, isProperName);
    default:
      return undefined;
  }
}

/** The sentence with a gap for the term. */
export function gapFor(text: string, { start, end }: Pick<Term, 'start' | 'end'>): string {
  return text.slice(0, start) + GAP + text.slice(end);
}

/** "India joined …" asks "Which country joined …?". */
function subjectQuestion(statement: string, { kind, start, end }: Term): string | undefined {
  if (!/^(?:The )?$/.test(statement.slice(0, start))) return undefined;
  const rest = statement.slice(end);
  if (/, (?:and|but|while|whereas|although|though|who|as)\b/.test(rest)) return undefined;
  const [, verb = '', next = ''] = /^ (\p{Ll}+) (\S+)/u.exec(rest) ?? [];
  if (
    !isFiniteVerb(verb) ||
    /^(?:have|are|were)$/.test(verb) ||
    (/^(?:is|was)$/.test(verb) && /^(?:not|also)$/.test(next))
  )
    return undefined;
  if (!/s$/.test(verb) && !AUXILIARY.test(verb) && baseOfPast(verb) === undefined) return undefined;
  const asking = kind === 'person' ? 'Who' : kind === 'country' ? 'Which country' : 'Which organisation';
  return `${asking}${rest}?`;
}

/** "… was founded on 19 December 1961" asks "On which date was … founded?". */
function dateQuestion(
  statement: string,
  { kind, start, end }: Term,
  isProperName: (word: string) => boolean,
): string | undefined {
  const asking = { day: 'On which date', month: 'In which month and year', year: 'In which year' }[
    kind as 'day' | 'month' | 'year'
  ];
  const before = statement.slice(0, start);
  const after = statement.slice(end);
  const opening = /^(?:In|On) $/.test(before);
  const clause = opening ? after.replace(/^,/, '').trim() : /^(.+) (?:in|on) $/.exec(before)?.[1];
  if (clause === undefined) return undefined;
  if (opening) return inverted(clause, asking, isProperName);
  if (!AFTER_DATE.test(after) || /,$/.test(clause)) return undefined;
  return inverted(clause + after, asking, isProperName);
}

/** "… has 43 participants" asks "How many participants does … have?". */
function countQuestion(
  statement: string,
  { start, end }: Term,
  isProperName: (word: string) => boolean,
): string | undefined {
  const before = /^(.+) (has|have|had) $/.exec(statement.slice(0, start));
  const after = /^ ([^,:]+)$/.exec(statement.slice(end))?.[1];
  if (!before || after === undefined || /\b(?:and|but|or|who|which|that)\b/.test(after)) return undefined;
  const [, subject = '', verb = ''] = before;
  if (!isSubject(subject)) return undefined;
  const helper = verb === 'has' ? 'does' : verb === 'have' ? 'do' : 'did';
  return `How many ${after} ${helper} ${lowered(subject, isProperName)} have?`;
}

/** "The head office of CNES is in Paris" asks "Where is the head office of CNES?". */
function whereQuestion(
  statement: string,
  { start, end }: Term,
  isProperName: (word: string) => boolean,
): string | undefined {
  if (end !== statement.length) return undefined;
  const match =
    /^(.+) (is|are|was|were)( (?:based|located|situated|held|born|founded))? (?:in|at|near) $/.exec(
      statement.slice(0, start),
    );
  if (!match) return undefined;
  const [, subject = '', aux = '', participle = ''] = match;
  return isSubject(subject) ? `Where ${aux} ${lowered(subject, isProperName)}${participle}?` : undefined;
}

/** A clause as the rest of a question: "India joined the group" as "did India join the group". */
function inverted(
  clause: string,
  asking: string,
  isProperName: (word: string) => boolean,
): string | undefined {
  if (/, |,$/.test(clause.replace(/^[^,]+, [^,]+, (?=is|was|are|were|has|had)/, ''))) return undefined;
  const named = NAMED_SUBJECT.exec(clause)?.groups;
  if (named && !AUXILIARY.test(named.verb ?? '')) {
    const { subject = '', verb = '', rest = '' } = named;
    const past = baseOfPast(verb);
    const base = past ?? baseOfThird(verb);
    if (base === undefined || hasSecondVerb(rest)) return undefined;
    const helper = past !== undefined ? 'did' : 'does';
    return `${asking} ${helper} ${lowered(subject, isProperName)} ${base}${rest}?`;
  }
  const { subject = '', aux = '', rest = '' } = WITH_AUXILIARY.exec(clause)?.groups ?? {};
  if (subject === '' || !isSubject(subject)) return undefined;
  const [first = '', second = ''] = rest.split(' ');
  if (hasSecondVerb(rest.slice(first.length))) return undefined;
  if (/^ha(?:s|ve|d)$/.test(aux) && !isParticiple(MAIN_ADVERB.test(first) ? second : first)) {
    const helper = aux === 'has' ? 'does' : aux === 'have' ? 'do' : 'did';
    return `${asking} ${helper} ${lowered(subject, isProperName)} have ${rest}?`;
  }
  return `${asking} ${aux} ${lowered(subject, isProperName)} ${rest}?`;
}

/** "… and held talks": what is asked would be of the first verb only. */
function hasSecondVerb(rest: string): boolean {
  return /\b(?:and|but|or) (?:also |then |later )?(?:was|were|is|are|has|have|had|will|can|\p{Ll}+ed|held|made|took|became|began|won|led|gave|said|left|went|came|saw|set|met)\b/u.test(
    rest,
  );
}

function isSubject(subject: string): boolean {
  const words = subject.split(' ');
  if (words.length > MOST_SUBJECT_WORDS || CLAUSE.test(subject)) return false;
  const bare = subject.replace(/, [^,]+,$/, '');
  return !bare.includes(',') && !words.slice(1).some((word) => /^\p{Ll}/u.test(word) && AUXILIARY.test(word));
}

/** A subject as it stands within a sentence: "The group" as "the group", names as they are. */
function lowered(subject: string, isProperName: (word: string) => boolean): string {
  const [first = ''] = subject.split(' ');
  if (/^(?:The|A|An|Its|Their|His|Her|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)$/.test(first))
    return fold(first) + subject.slice(first.length);
  return isProperName(first) ? subject : first.charAt(0).toLowerCase() + subject.slice(1);
}
