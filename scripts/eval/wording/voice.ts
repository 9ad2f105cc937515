/** Verbs in the past, as far as their ending or a list tells. */
const IRREGULAR =
  'built bought sold won wrote written took taken led made found founded sent held told taught';
export const MAIN_VERB = new RegExp(
  `(?<= )(?:\\p{Ll}{2,}ed|${IRREGULAR.replaceAll(' ', '|')}|decides)(?= )`,
  'gu',
);

const PARTICIPLES: Readonly<Record<string, string>> = { wrote: 'written', took: 'taken' };
const PASTS: Readonly<Record<string, string>> = { written: 'wrote', taken: 'took' };
const SUBJECT = /^(?:The |A |An )?(?:\p{Lu}[\p{L}’'-]*|\p{Ll}+)(?: (?:of (?:the )?)?\p{Lu}[\p{L}’'-]*)*$/u;
const OBJECT =
  "(?:the|a|an|its|his|her|their) (?:(?!(?:and|or|to|that|which|who|by|in|on|at|for|from|with|of|as|was|were|is)\\b)[\\p{Ll}-]+ ?){1,4}|(?:\\p{Lu}[\\p{L}’'-]* ?){1,4}";

/** "Rao built the bridge in 1990." as "The bridge was built by Rao in 1990." */
export function passiveOf(sentence: string): string | undefined {
  const pattern = new RegExp(
    `^(.{3,50}?) (\\p{Ll}{2,}ed|${IRREGULAR.replaceAll(' ', '|')}) (${OBJECT})(?=\\.$| (?:in|on|at|after|during) )(.*)\\.$`,
    'u',
  );
  const [, subject = '', verb = '', object = '', rest = ''] = pattern.exec(sentence) ?? [];
  if (!SUBJECT.test(subject) || /[,;:“”"]/.test(subject)) return undefined;
  const doer = /^(?:The|A|An) /.test(subject) ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject;
  const isMany = /(?:[^s]s)$/.test(object.trim()) && !/^(?:a|an|\p{Lu})/u.test(object);
  return `${object.charAt(0).toUpperCase()}${object.slice(1).trim()} ${isMany ? 'were' : 'was'} ${PARTICIPLES[verb] ?? verb} by ${doer}${rest.startsWith(' ') || rest === '' ? rest : ` ${rest}`}.`;
}

/** "The bridge was built by Rao in 1990." as "Rao built the bridge in 1990." */
export function activeOf(sentence: string): string | undefined {
  const pattern = new RegExp(
    `^([^,;:“”"]{3,70}?) (?:was|were) (\\p{Ll}{2,}ed|${IRREGULAR.replaceAll(' ', '|')}) by (${OBJECT})(?=\\.$| (?:in|on|at|after|during) )(.*)\\.$`,
    'u',
  );
  const [, object = '', verb = '', doer = '', rest = ''] = pattern.exec(sentence) ?? [];
  if (object === '' || /\b(?:was|were|is|are|that|which|who|and|it|he|she|they)\b/i.test(object))
    return undefined;
  const done = /^(?:The|A|An|Its|His|Her|Their) /.test(object)
    ? object.charAt(0).toLowerCase() + object.slice(1)
    : object;
  const tail = rest.trim();
  return `${doer.charAt(0).toUpperCase()}${doer.slice(1).trim()} ${PASTS[verb] ?? verb} ${done}${tail === '' ? '' : ` ${tail}`}.`;
}
