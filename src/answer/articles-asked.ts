/** A question that is put to articles rather than to the library as a whole. */
export interface ArticlesAsked {
  /** What the articles are asked, without the words that speak of articles. */
  text: string;
  /** Whether each is to answer ("in both articles"), or to be named when it speaks of something ("which articles"). */
  each: 'answers' | 'mentions';
  /** How many may answer. */
  most: number;
}

const ARTICLES = '(?:articles?|reports?|stories|sources|texts|documents|pieces|posts)';
const SEVERAL = `(?:both(?: of)?(?: the| these| those| your)?|(?:all )?(?:the |these |those |your )?(?:two|three)|each(?: of)?(?: the| these)?|all(?: of)?(?: the| these| your)?|every)(?: \\p{L}+)? ${ARTICLES}`;
const SPEAKS =
  '(?:mention(?:s|ed|ing)?|nam(?:es?|ed|ing)|(?:are |is |were )?about|talk(?:s|ed|ing)? (?:about|of)|discuss(?:es|ed|ing)?|cover(?:s|ed|ing)?|deal(?:s|t|ing)? with|describ(?:es?|ed|ing)|refer(?:s|red|ring)? to|report(?:s|ed|ing)? (?:on|about)|writ(?:es?|ing) (?:about|of)|speaks? (?:about|of)|says? (?:something |anything )?about)';

const [TWO, THREE] = [2, 3];
const MOST_LISTED = 5;

/** "What do both articles say about …", "Do the two articles agree on …" */
const SAY = [
  new RegExp(
    `^what (?:do|does|did) ${SEVERAL} (?:say|report|write|state|tell(?: us)?|think)(?: about| on| of| regarding)? (?<topic>.+)$`,
    'iu',
  ),
  new RegExp(
    `^(?:(?:on |about )?(?:what|where|how) )?(?:do|does|did|can|is it true that) ${SEVERAL} (?:dis)?(?:agree|differ|contradict(?: each other| one another)?|conflict|match|say the same(?: thing)?)(?: on| about| over| in| regarding| that| when it comes to) (?<topic>.+)$`,
    'iu',
  ),
  new RegExp(`^(?:do|does|did) ${SEVERAL} (?:${SPEAKS}|say|report|state)(?: that)? (?<topic>.+)$`, 'iu'),
];
const IN_BOTH = new RegExp(
  `[,\\s]*\\b(?:in|from|according to|by|across|per|based on|using) ${SEVERAL}\\b,?`,
  'iu',
);
const WHICH = [
  new RegExp(
    `^(?:please )?(?:which|what|how many) ${ARTICLES} (?:that )?(?:also |all )?(?:do you have |are there )?${SPEAKS} (?<topic>.+)$`,
    'iu',
  ),
  new RegExp(
    `^in (?:which|what) ${ARTICLES} (?:is|are|was|were|do|does|did) (?<topic>.+?) (?:mentioned|named|discussed|covered|described|reported|appear|come up|occur|spoken of)$`,
    'iu',
  ),
  new RegExp(
    `^(?:please |can you |could you )*(?:(?:list|find|show|give|name|recommend|are there|is there|do you have|any)(?: me| us)?(?: all| any| the| some)* )?${ARTICLES} (?:that |which )?(?:on|${SPEAKS}) (?<topic>.+)$`,
    'iu',
  ),
];

/** How a question speaks of articles; `undefined` when it does not. */
export function articlesAsked(question: string): ArticlesAsked | undefined {
  const text = question.replace(/[\s?.!]+$/u, '');
  for (const form of WHICH) {
    const topic = form.exec(text)?.groups?.topic;
    if (topic) return { text: topic, each: 'mentions', most: MOST_LISTED };
  }
  const most = /\b(?:three|all|each|every)\b/iu.test(text) ? THREE : TWO;
  for (const form of SAY) {
    const topic = form.exec(text)?.groups?.topic;
    if (topic) return { text: topic, each: 'answers', most };
  }
  const without = text.replace(IN_BOTH, '').trim();
  return without !== text && without !== '' ? { text: `${without}?`, each: 'answers', most } : undefined;
}
