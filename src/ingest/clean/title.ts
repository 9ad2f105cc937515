import { isName } from './byline.ts';
import { isKept, type Line } from './line.ts';
import { countWords, endsSentence, LONGEST_HEADLINE, skeleton } from './prose.ts';

/** A label such as the name of a section and a summary, in words; what a site adds to a headline, in characters. */
const LONGEST = { label: 4, summary: 40, siteName: 40 };
/** So many lines above the text with so much furniture among them are a menu; so many are one whatever they are. */
const MENU = { lines: 8, furniture: 3, sureLines: 25 };
/** What speaks for a line being the headline. */
const WEIGHT = {
  sharedWord: 2,
  mostShared: 6,
  long: 3,
  repeated: 5,
  aboveByline: 6,
  belowByline: -4,
  belowHeadline: -6,
  heading: 4,
  number: -4,
  name: -8,
  far: -1,
};
/** What a line loses for every so many lines between it and the text, and at most. */
const FAR = { lines: 5, most: 20 };
/** How much more running text must follow a headline that stands below some. */
const MOST_ABOVE = 0.25;
/** Shorter lines are alike by chance. */
const SHORTEST_ALIKE = 12;

/** An attribution, or the way to the page: `News > World > Europe`. */
const NO_TITLE = /^[-–—]\s|\S\s?[>›»]\s?\S.*[>›»]|[:»]$/u;

interface Candidate {
  line: Line;
  score: number;
  /** Words of the text in it. */
  shared: number;
  isRepeated: boolean;
  /** The page repeats it, or puts a byline below it. */
  isConfirmed: boolean;
}

/** What tells the headline among the lines of a page's head. */
interface Head {
  /** The lines of the head that are still part of the article. */
  kept: Line[];
  /** All lines of the page. */
  lines: Line[];
  /** Words of the running text. */
  words: Set<string>;
  isByline(line: Line | undefined): boolean;
}

/** The headline among the first lines of a page, if there is one, in the shortest of its spellings. */
export function findTitle(
  first: Line[],
  lines: Line[],
  bylines: ReadonlyMap<Line, unknown>,
): { title: string; line: Line } | undefined {
  const kept = first.filter(isKept);
  const start = kept.find((line) => line.isProse);
  if (start === undefined) return firstLine(kept);
  const prose = lines.filter((line) => line.isProse && isKept(line));
  const words = new Set(prose.flatMap(({ text }) => wordsOf(text)));
  const head: Head = { kept, lines, words, isByline: (line) => line !== undefined && bylines.has(line) };

  const textStart = kept.indexOf(start);
  const candidates = kept.flatMap((_, index) => candidateAt(head, index, textStart));
  const isBelowMenu = hasMenu(first.slice(0, first.indexOf(start)));
  const line = isBelowMenu ? bestBelowMenu(candidates) : bestFromTop(candidates);
  if (line === undefined) return undefined;
  // Of two spellings, one may add the name of the site.
  const spellings = kept.filter((other) => isHeadline(other, line.text)).map(({ text }) => text);
  const title = spellings.reduce((short, text) => (text.length < short.length ? text : short), line.text);
  return { title, line };
}

/** A line that may be the headline; below running text only one that the page confirms. */
function candidateAt(head: Head, index: number, start: number): Candidate[] {
  const isBelowText = index > start;
  const { kept, isByline } = head;
  const [before, line] = [kept[index - 1], kept[index]];
  if (line === undefined || isByline(line) || !couldBeTitle(line)) return [];
  const isLong = countWords(line.text) >= LONGEST.label;
  const isCopy = (other: Line) => other !== line && isHeadline(other, line.text, line.skeleton);
  const isRepeated = isLong && kept.some(isCopy);
  const isAboveByline = isFollowedByByline(head, index);
  const isConfirmed = isRepeated || isAboveByline;
  const shared = sharedWords(line, head.words);
  if (isBelowText && !(isConfirmed && shared > 1 && isAboveTheBulk(line, head.lines))) return [];
  // A summary says the same as the headline above it.
  const isSummary = before !== undefined && isLongTitle(before) && sharedWords(before, head.words) > 1;
  const score =
    WEIGHT.sharedWord * Math.min(shared, WEIGHT.mostShared) +
    (isLong ? WEIGHT.long : 0) +
    (isRepeated ? WEIGHT.repeated : 0) +
    (isAboveByline ? WEIGHT.aboveByline : 0) +
    (isByline(before) ? WEIGHT.belowByline : 0) +
    (isSummary ? WEIGHT.belowHeadline : 0) +
    (line.kind === 'heading' ? WEIGHT.heading : 0) +
    (!isConfirmed && /^\d/.test(line.text) ? WEIGHT.number : 0) +
    (isAboveByline && !isLong && isName(line.text) ? WEIGHT.name : 0) +
    WEIGHT.far * Math.min(FAR.most, Math.floor(Math.max(0, start - index) / FAR.lines));
  return [{ line, score, shared, isRepeated, isConfirmed }];
}

/** Whether a line is the headline, or the headline and the name of the site behind it or of the section before it. */
export function isHeadline(line: Line, title: string, titleSkeleton = skeleton(title)): boolean {
  const [a, b] = [line.skeleton, titleSkeleton];
  if (line.isProse) return line.text.length <= title.length + 2 && skeleton(line.text) === b;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST_ALIKE || long.length > short.length + LONGEST.siteName) return false;
  if (long.endsWith(short) && short.length >= 2 * SHORTEST_ALIKE) return true;
  return long.startsWith(short) && /\s(?:[|–—»·-]|::)\s/u.test(a.length < b.length ? title : line.text);
}

/** Lines without running text are a list or verse: its first line may be its title. */
function firstLine([first, ...others]: Line[]): { title: string; line: Line } | undefined {
  if (first === undefined || others.length === 0 || !couldBeTitle(first)) return undefined;
  return { title: first.text, line: first };
}

function bestBelowMenu(candidates: Candidate[]): Line | undefined {
  return candidates.reduceRight<Candidate | undefined>(
    (best, next) => (best && best.score >= next.score ? best : next),
    undefined,
  )?.line;
}

/** The first good line, save for labels such as the name of a section or a slogan. */
function bestFromTop(candidates: Candidate[]): Line | undefined {
  const confirmed = candidates.filter(({ isConfirmed }) => isConfirmed);
  const firstLong = candidates.findIndex(({ line }) => isLongTitle(line));
  const first = firstLong === -1 ? candidates : candidates.slice(0, firstLong + 1);
  const eligible = confirmed.length > 0 ? confirmed : first;
  return eligible.reduce<Candidate | undefined>((best, next) => {
    if (best === undefined) return next;
    const isBetter = isLongTitle(best.line)
      ? (next.isRepeated && !best.isRepeated) || (best.shared === 0 && next.shared > 1)
      : next.score > best.score;
    return isBetter ? next : best;
  }, undefined)?.line;
}

function isLongTitle(line: Line): boolean {
  return couldBeTitle(line) && countWords(line.text) > LONGEST.label;
}

function sharedWords(line: Line, words: Set<string>): number {
  return new Set(wordsOf(line.text).filter((word) => words.has(word))).size;
}

function couldBeTitle(line: Line): boolean {
  if (line.isProse || line.furniture || !['text', 'heading'].includes(line.kind)) return false;
  if (NO_TITLE.test(line.text)) return false;
  const endsLikeTitle = !endsSentence(line.text) || /[?!]["'”’»]*$/u.test(line.text);
  return countWords(line.text) <= LONGEST_HEADLINE && endsLikeTitle;
}

function hasMenu(lines: Line[]): boolean {
  const isFurnished = lines.filter((line) => line.furniture).length >= MENU.furniture;
  return lines.length >= MENU.sureLines || (lines.length >= MENU.lines && isFurnished);
}

/** Whether a byline is next, or follows on a summary and a name. */
function isFollowedByByline({ kept, isByline }: Head, index: number): boolean {
  const line = kept[index];
  const below = kept.slice(index + 1, index + 6);
  const others = below.filter((other) => line && !isHeadline(other, line.text, line.skeleton));
  const byline = others.slice(0, 3).findIndex(isByline);
  return byline !== -1 && others.slice(0, byline).every(({ text }) => countWords(text) <= LONGEST.summary);
}

/** Whether nearly all running text stands below a line. */
function isAboveTheBulk(line: Line, lines: Line[]): boolean {
  const index = lines.indexOf(line);
  const wordsIn = (part: Line[]) =>
    part.reduce((sum, other) => sum + (other.isProse && isKept(other) ? countWords(other.text) : 0), 0);
  return wordsIn(lines.slice(0, index)) <= MOST_ABOVE * wordsIn(lines.slice(index));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}
