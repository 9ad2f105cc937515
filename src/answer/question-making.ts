import { namesIn } from '../retrieve/stems.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';
import { dates } from './forms.ts';
import { people, places } from './names.ts';
import { AUXILIARY } from './question-words.ts';

const MOST_SUBJECT_WORDS = 8;
const MOST_OBJECT_WORDS = 9;
const BE = '(?<be>is|are|was|were)';
const PARTICIPLE =
  '(?<done>(?:(?:first|originally|formally|officially|jointly) )?(?:\\p{Ll}+ed|held|built|made|set up|sent|won|lost|led|found|sold|begun|drawn|written|born|taken|given))';
/** "The station was opened on 4 March 2031" */
const DONE_WHEN = new RegExp(`^(?<subject>[^,;:]+?) ${BE} ${PARTICIPLE}\\b(?<rest>.*)$`, 'u');
/** "India joined the group in January 2018" */
const DID_WHEN =
  /^(?<subject>[^,;:]+?) (?<verb>\p{Ll}+ed|began|met|took|won|built|held|sent|led|became|left|gave|made|wrote|found|sold) (?<object>[^,;:]+?) (?:on|in|since) (?=\d|January|February|March|April|May|June|July|August|September|October|November|December|early|late)/u;
/** "The headquarters of the alliance are in Gurugram" */
const STANDS_WHERE = new RegExp(
  `^(?<subject>[^,;:]+?) ${BE} (?:in|near|at|based in|located in) (?:the )?\\p{Lu}`,
  'u',
);
/** "The group has 48 members" */
const HAS_MANY =
  /^(?<subject>[^,;:]+?) (?<have>has|have|had) (?:about |around |nearly |over |more than )?(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?<counted>(?:\p{Ll}[\p{L}-]+ ){0,2}\p{Ll}[\p{L}-]+s)(?=[,.;:]| (?:and|in|of|with|from|that|who|which|for|on|at)\b|$)/u;
/** "Modi and Johnson adopted the roadmap on 4 May" */
const WHO_DID =
  /^(?<subject>[^,;:]+?)(?:, [^,]+,)? (?<verb>\p{Ll}+ed|built|won|led|wrote|made|held|founded) (?<object>(?:the|an?|its|their|\p{Lu}\S*) ?[^,;:]*?)(?= (?:on|in|at|by|during|after|before|from|to|for|with|because|when|while) |[,.;:]|$)/u;
/** "India and France are expected to sign a pact", "The station will follow 42 satellites" */
const WILL_DO =
  /^(?<subject>[^,;:]+?) (?<be>will|(?:is|are) (?:expected|likely|due|set|planning|ready) to) (?:also |probably )?(?<verb>\p{Ll}+) (?=an? |the |\d|\p{Lu}|new )/u;
/** "The mayor, Paul Lenoir, said" */
const SAID = /^(?<subject>[^,;:]+?)(?:, (?<name>[^,]+),)? (?:said|told|stressed|warned|added|noted)\b/u;
/** Points at what another sentence said. */
const POINTS_BACK =
  /\b(?:it|they|he|she|him|her|his|its|their|them|this|that|these|those|there|such|here|we|our|us|i|you|former|latter|same|other|another|also|both)\b/iu;

const NO_SUBJECT = new RegExp(
  `\\b(?:${AUXILIARY}|who|which|when|where|while|after|before|in|on|at|said|says|not|if|because)\\b|["“”‘(]|(?<!\\p{L})\\p{Ll}+ed(?!\\p{L})`,
  'u',
);

const IRREGULAR: Readonly<Record<string, string>> = {
  began: 'begin',
  met: 'meet',
  took: 'take',
  won: 'win',
  built: 'build',
  held: 'hold',
  sent: 'send',
  led: 'lead',
  became: 'become',
  left: 'leave',
  gave: 'give',
  made: 'make',
  wrote: 'write',
  found: 'find',
  sold: 'sell',
};
/** Questions that a sentence of an article answers, each well-formed and to be understood on its own; often none. */
export function questionsFor(sentence: string): string[] {
  const text = sentence
    .replace(/\s+/g, ' ')
    .replace(/\s*[.!?]$/u, '')
    .trim();
  const made = [doneWhen, didWhen, standsWhere, hasMany, whoDid, willDo, said].map((make) => make(text));
  return made.filter((question) => question !== undefined);
}

function doneWhen(text: string): string | undefined {
  const { subject = '', be, done, rest = '' } = DONE_WHEN.exec(text)?.groups ?? {};
  const { more } = /^(?<more>(?: \p{L}+){0,4}?) (?:on|in) (?=\p{Lu}|\d|early|late)/u.exec(rest)?.groups ?? {};
  if (more === undefined || !isTopic(subject) || dates(rest).length === 0) return undefined;
  return POINTS_BACK.test(more) ? undefined : `When ${be} ${uncapitalised(subject)} ${done}${more}?`;
}

function didWhen(text: string): string | undefined {
  const { subject = '', verb = '', object = '' } = DID_WHEN.exec(text)?.groups ?? {};
  const base = baseOf(verb);
  if (base === undefined || !isTopic(subject) || !isObject(object)) return undefined;
  return `When did ${uncapitalised(subject)} ${base} ${object}?`;
}

function standsWhere(text: string): string | undefined {
  const { subject = '', be } = STANDS_WHERE.exec(text)?.groups ?? {};
  return isTopic(subject) && places(text).length > 0 ? `Where ${be} ${uncapitalised(subject)}?` : undefined;
}

function hasMany(text: string): string | undefined {
  const { subject = '', have, counted } = HAS_MANY.exec(text)?.groups ?? {};
  if (!isTopic(subject)) return undefined;
  const auxiliary = have === 'had' ? 'did' : have === 'has' ? 'does' : 'do';
  return `How many ${counted} ${auxiliary} ${uncapitalised(subject)} have?`;
}

function whoDid(text: string): string | undefined {
  const { subject = '', verb = '', object = '' } = WHO_DID.exec(text)?.groups ?? {};
  const isPerson = people(subject).some(({ start, end }) => /\s/.test(subject.slice(start, end)));
  return isPerson && isTopic(subject) && baseOf(verb) !== undefined && isObject(object)
    ? `Who ${verb} ${object}?`
    : undefined;
}

function willDo(text: string): string | undefined {
  const { subject = '', be = '', verb } = WILL_DO.exec(text)?.groups ?? {};
  if (!isTopic(subject) || verb === undefined || /^(?:be|have|also|not|soon|only)$/u.test(verb))
    return undefined;
  const [auxiliary = '', ...likely] = be.split(' ');
  return `What ${[auxiliary, uncapitalised(subject), ...likely, verb].join(' ')}?`;
}

function said(text: string): string | undefined {
  const { subject = '', name = subject } = SAID.exec(text)?.groups ?? {};
  const [person] = people(name);
  // "Companies said" names nobody.
  return person && isTopic(name) && /\p{L} \p{Lu}/u.test(name)
    ? `What did ${name.slice(person.start, person.end)} say?`
    : undefined;
}

/** Whether a subject says by itself what it is. */
function isTopic(subject: string): boolean {
  const words = wordsOf(subject);
  const isNamed = namesIn(` ${subject}`).some(
    ({ start, end }) => start > 1 || end - start > 4 || /^\p{Lu}{2,}/u.test(subject),
  );
  return (
    isNamed && words.length <= MOST_SUBJECT_WORDS && !POINTS_BACK.test(subject) && !NO_SUBJECT.test(subject)
  );
}

/** Whether an object is telling, and whole in itself. */
function isObject(object: string): boolean {
  const words = wordsOf(object);
  const isTelling = words.some(({ word }) => !isStopWord(word));
  return (
    isTelling &&
    namesIn(` ${object}`).length > 0 &&
    words.length <= MOST_OBJECT_WORDS &&
    !POINTS_BACK.test(object) &&
    !/\b(?:when|where|while|which|who|whose)\b|["“”‘(]/iu.test(object)
  );
}

/** "The station" as it stands inside a sentence; names keep their capital. */
function uncapitalised(subject: string): string {
  return subject.replace(/^(?:The|An?|One|Two|Three|Four|Five|Six|Some|Many|Several)(?= )/u, (word) =>
    word.toLowerCase(),
  );
}

/** "join" for "joined"; `undefined` where it cannot be told. */
function baseOf(verb: string): string | undefined {
  const irregular = IRREGULAR[verb];
  if (irregular !== undefined) return irregular;
  const stem = verb.replace(/ed$/u, '');
  const forms = [stem, `${stem}e`, stem.replace(/i$/u, 'y'), stem.slice(0, -1)];
  return forms.find((form) => KNOWN_BASES.has(form));
}

/** Verbs of news, in their base form: any other is left alone rather than spelt wrongly. */
const KNOWN_BASES = new Set(
  'accept accuse acquire add adopt agree announce appeal appear appoint approach approve arrest arrive ask attack attend award ban become begin block call cancel capture cause change charge claim clear close complete confirm conclude construct continue convict create cross cut damage declare decide defeat defend deliver demand deny deploy describe design destroy develop discover discuss divide elect end endorse ensure enter establish examine exchange expand expel explain export express extend face fail file finance finish force form found fund gain grant handle happen help host identify impose improve include increase inform introduce invade invest invite issue join kill land last launch leave limit link list locate lower manage mark move name negotiate nominate note obtain occupy offer open operate oppose order organise organize own pass pay plan plant play pledge postpone present prevent produce promise propose protect protest prove provide publish purchase push raise ratify reach receive recognise recognize recover reduce refuse regain reject release remain remove rename renew reopen repair replace report represent request rescue resign resolve restore resume retire return reveal review rule sail score secure select serve settle share shift show sign start state stop strengthen suffer suggest support surrender suspend test threaten tour trade train transfer travel treat turn unveil urge use vacate visit vote walk warn welcome withdraw work'.split(
    ' ',
  ),
);
