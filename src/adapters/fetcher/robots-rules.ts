/** What a site's robots.txt says to one program. */
export interface RobotsRules {
  /** @param path of an address, with its query. */
  allows(path: string): boolean;
  /** Seconds that the site wants between two requests; 0 when it does not say. */
  crawlDelay: number;
}

interface Rule {
  allow: boolean;
  /** Canonical, the text between the wildcards; the first piece begins the path. */
  pieces: string[];
  /** Whether the last piece ends the path. */
  anchored: boolean;
  length: number;
}

interface Group {
  agents: string[];
  rules: Rule[];
  crawlDelay: number;
}

/** The rules of a site that has none. */
export const NO_RULES: RobotsRules = { allows: () => true, crawlDelay: 0 };

/**
 * Reads a robots.txt as RFC 9309 says: the groups that name the program count, or else those for all; the longest
 * rule that matches decides, and `Allow` wins a tie. Matching takes linear time, whatever the rules are: the parsers
 * that are published need seconds for rules made of wildcards, which a page must not be able to cost.
 * @param program its name in lower case, without a version.
 */
export function parseRobots(text: string, program: string): RobotsRules {
  const groups = parseGroups(text);
  const named = groups.filter(({ agents }) => agents.includes(program));
  const chosen = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  const rules = chosen
    .flatMap((group) => group.rules)
    .sort((a, b) => b.length - a.length || Number(b.allow) - Number(a.allow));
  return {
    allows: (path) => {
      const canonical = canonicalPath(path);
      return rules.find((rule) => matches(rule, canonical))?.allow ?? true;
    },
    crawlDelay: Math.max(0, ...chosen.map(({ crawlDelay }) => crawlDelay)),
  };
}

function parseGroups(text: string): Group[] {
  const groups: Group[] = [];
  let naming = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, field, value] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    if (field === undefined || value === undefined) continue;
    const key = field.toLowerCase();
    if (key === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [], crawlDelay: 0 });
      naming = true;
      groups.at(-1)?.agents.push(agentOf(value));
      continue;
    }
    const group = groups.at(-1);
    if (group === undefined || !/^(dis)?allow$|^crawl-delay$/.test(key)) continue;
    naming = false;
    if (key === 'crawl-delay') group.crawlDelay = Math.max(0, Number(value.trim()) || 0);
    else if (value.trim() !== '') group.rules.push(ruleOf(key === 'allow', value.trim()));
  }
  return groups;
}

/** The name alone, as in `Footnote/1.0 (+https://…)`. */
function agentOf(value: string): string {
  return value.trim().split(/[\s/]/, 1)[0]?.toLowerCase() ?? '';
}

function ruleOf(allow: boolean, pattern: string): Rule {
  const anchored = pattern.endsWith('$');
  const pieces = canonicalPath(anchored ? pattern.slice(0, -1) : pattern).split('*');
  return { allow, pieces, anchored, length: pattern.length };
}

/** One spelling of each path: what need not be percent-encoded is not, and what must be is in capitals. */
function canonicalPath(path: string): string {
  return path
    .replace(/[^\0-\x7f]+/g, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[\da-f]{2}/gi, (code) => {
      const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : code.toUpperCase();
    });
}

/** The leftmost place for each piece is always good enough, so that nothing is tried twice. */
function matches({ pieces, anchored }: Rule, path: string): boolean {
  const [first = '', ...rest] = pieces;
  if (!path.startsWith(first)) return false;
  if (rest.length === 0) return !anchored || path.length === first.length;
  const last = anchored ? (rest.pop() ?? '') : '';
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.endsWith(last) && path.length - last.length >= at;
}
