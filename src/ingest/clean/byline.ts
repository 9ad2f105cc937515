import { findDate } from '../dates.ts';
import type { Metadata } from '../draft.ts';
import { authorOf, httpUrl, publisherOf, titleOf, withoutGaps } from '../metadata.ts';

/** A byline is a short line. */
const MOST_WORDS = 24;
const FIELD =
  /^(title|headline|author|by|byline|writer|written by|publisher|source|site|website|date|published|publication date|url|link)\s*[:=]\s*(\S.*)$/iu;
const BY =
  /^(?:(?:written|posted|published|reported|story|words|text|report|analysis|opinion|compiled|edited|reviewed|reporting|additional reporting)\s+)?by\b[\s:]*/iu;
/** What stands around names and dates in a byline. */
const LABELS =
  /(?<![\p{L}\d])(?:first published|last (?:updated|modified)|date published|publish date|publication date|published|updated|posted|modified|created|uploaded|added|written|date|time|on|at|by|in|from|hrs|hours|read|am|pm)(?![\p{L}\d])\s*:?/giu;
const CLOCK =
  /(?<!\d)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?(?![\p{L}]))?|(?<!\d)\d{1,2}\s*[ap]\.?m\.?(?![\p{L}])|\b(?:GMT|UTC|IST|PKT|EST|EDT|PST|PDT|CST|CDT|MST|CET|CEST|BST|AEST|SGT|JST|ET|PT)\b(?:\s*[+-]\d{1,2}(?::?\d\d)?)?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?/giu;
const AGO =
  /(?:\d+|an?|one)\s+(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\s+ago|\d+[\s-]min(?:ute)?s?(?:[\s-]read)?|just now|yesterday/giu;
const DOMAIN =
  /^(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|info|news|int|gov|edu|co|io|tv|in|uk|de|fr|eu|ru|cn|jp|au|ca|pk|bd|lk|np|za|ng|ke|br|es|it|nl|ch|at|us|me)(?:\.[a-z]{2})?$/iu;
const OUTLET =
  /\b(?:news|times|post|today|herald|tribune|journal|daily|gazette|chronicle|press|magazine|media|tv|radio|network|mail|guardian|express|standard|observer|telegraph|wire|review|weekly|bulletin|dispatch|report|online|digest)$/iu;
const ROLE =
  /\b(?:staff|writer|reporter|reports|correspondent|editor|editors|editorial|desk|bureau|contributor|columnist|agency|agencies|team|admin|newsroom|author|fellow|professor|analyst|guest|special|senior|chief|political|web|service|monitoring)\b/iu;
const PARTICLE = 'and|&|de|del|della|di|da|dos|van|von|der|den|bin|bint|ibn|al|el|la|le|ter|y|e|of';
const NAME = new RegExp(
  String.raw`^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:${PARTICLE}|\p{Lu}[\p{L}\p{M}.'’-]*)){0,7}$`,
  'u',
);
const NOT_A_NAME =
  /^(?:the|a|an|in|on|at|how|why|what|when|where|who|this|that|these|for|with|new|it|no|all|our|your|their|my|more|most|about|live)\b/iu;

/** News agencies, by the names that bylines, datelines and credits use. */
const AGENCIES = new Set(
  'ap afp reuters pti ani ians uni upi xinhua tass sputnik bloomberg cnn bbc app kyodo yonhap dpa efe ansa anadolu aa wam spa kuna mena bernama antara tnn apa irna isna interfax ria novosti vna pna bss unb inps cna ddp afx prnewswire globenewswire businesswire newsfile accesswire ptv dawn geo ndtv'.split(
    ' ',
  ),
);

/** What a line that is a byline, a date, or a field such as `Author: ...` says; `undefined` when it is none. */
export function readByline(line: string): Metadata | undefined {
  const text = line.replace(/^[\s•*|·–—-]+|[\s|·–—-]+$/gu, '');
  if (text === '' || text.split(/\s+/u, MOST_WORDS + 1).length > MOST_WORDS) return undefined;
  return readField(text) ?? readNamesAndDates(text);
}

/** Whether a line could be the name of a person, a desk or an outlet and nothing else. */
export function isName(text: string): boolean {
  return text.length <= 80 && NAME.test(text) && !NOT_A_NAME.test(text);
}

/** Whether words are the name of a news agency or hold one: `AP`, `UrduPoint News / Sputnik - 23rd April`. */
export function isAgency(text: string): boolean {
  return (
    text.split(/[^\p{L}\p{N}]+/u).some((word) => AGENCIES.has(word.toLowerCase()) && /^\p{Lu}/u.test(word)) ||
    OUTLET.test(text.split(/\s*[/,–—]\s*|\s-\s/u)[0] ?? '')
  );
}

function readField(text: string): Metadata | undefined {
  const [, label = '', value = ''] = FIELD.exec(text) ?? [];
  switch (label.toLowerCase()) {
    case '':
      return undefined;
    case 'title':
    case 'headline':
      return withoutGaps({ title: titleOf(value) });
    case 'url':
    case 'link':
      return withoutGaps({ url: httpUrl(value) });
    case 'source':
    case 'publisher':
    case 'site':
    case 'website':
      return withoutGaps({ publisher: publisherOf(value), url: httpUrl(value) });
    case 'date':
    case 'published':
    case 'publication date':
      return readNamesAndDates(value);
    default:
      return withoutGaps({ author: authorOf(value) });
  }
}

/** A line of nothing but names, outlets, roles, dates and times, at least one of them a sure sign of a byline. */
function readNamesAndDates(text: string): Metadata | undefined {
  let rest = text.replace(AGO, ' | ');
  let isSure = rest !== text;
  let date: string | undefined;
  let isPlace = false;
  for (let found = findDate(rest); found; found = findDate(rest)) {
    const before = rest.slice(0, found.start);
    isPlace ||= /^[^|]*,\s*$/u.test(before) && !BY.test(before) && !/\d/.test(before);
    if (date === undefined || /publish|posted/iu.test(before.slice(-24))) date = found.date;
    isSure = true;
    rest = `${before} | ${rest.slice(found.end)}`;
  }
  const isBy = BY.test(rest.replace(/^[\s|]+/u, ''));
  const beforeClock = rest;
  rest = rest.replace(CLOCK, ' | ');
  isSure ||= isBy || (rest !== beforeClock && /publish|updat|posted/iu.test(text));
  if (!isSure) return undefined;

  const parts = rest.replace(LABELS, ' | ').split(/\s*[|·•,;/()[\]]+\s*|\s+[-–—]+\s+/u);
  const names = parts
    .map((part) => part.replace(/^[\s.:–—-]+|[\s:–—-]+$/gu, ''))
    .filter((part) => part !== '');
  if (names.length > 5 || !names.every((name) => DOMAIN.test(name) || isName(name) || isRole(name)))
    return undefined;
  const people = names.filter((name) => !DOMAIN.test(name));
  const [first] = people;
  // "By Air" is a heading; a single word is only a name when it could be nothing else.
  if (
    isBy &&
    date === undefined &&
    first !== undefined &&
    !/\s/.test(first) &&
    !isAgency(first) &&
    !isRole(first)
  ) {
    return undefined;
  }
  const outlet = people.find((name, i) => i > 0 && (OUTLET.test(name) || isAgency(name)));
  const isAuthor =
    first !== undefined && (isBy || (!isPlace && !OUTLET.test(first) && /\s/.test(first)) || isAgency(first));
  return withoutGaps({
    publishedAt: date,
    author: isAuthor ? authorOf(first) : undefined,
    publisher:
      names.find((name) => DOMAIN.test(name)) ??
      outlet ??
      (!isAuthor && first && OUTLET.test(first) ? first : undefined),
  });
}

function isRole(text: string): boolean {
  return text.split(' ').length <= 6 && ROLE.test(text) && !/[.!?]$/u.test(text);
}
