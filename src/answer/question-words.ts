/** What questions are made of: pieces of regular expressions, to be used with the flags `i` and `u`. */

export const AUXILIARY =
  "(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|shall|should|may|might|must)(?:n['’]t)?";

const PREPOSITION =
  '(?:about|after|against|at|before|between|by|during|for|from|in|into|of|on|over|since|through|to|towards|under|until|with|without)';
const HOW = '(?:much|many|long|often|far|old|big|large|high|tall|fast|deep|soon|come)';

/** "when", "how many", "in which", "since when". */
export const OPENING = `(?:${PREPOSITION} )?(?:when|where|why|whom?|whose|what|which|how(?: ${HOW})?)`;

/** An opening and the verb behind it: "when was", "where's", "how many people does", "which countries have". */
export const INVERTED = `(?:${OPENING}(?:['’](?:s|re|d)| ${AUXILIARY})|(?:${PREPOSITION} )?(?:what|which|whose|how (?:many|much))(?: [\\p{L}\\p{N}’'-]+){1,4} ${AUXILIARY})\\b`;

/** A question that leaves out all but its first words: "when", "by whom", "at what cost", "who with". */
export const ELLIPTIC = `(?:(?:${PREPOSITION} )?(?:when|where|why|how(?: ${HOW})?)(?: exactly)?|${PREPOSITION} whom|who (?:by|with|for|to|from)|${PREPOSITION} (?:what|which|whose|how much|how many)(?: [\\p{L}\\p{N}’'-]+){1,2})`;

/** What asks to be told something: "tell me", "can you explain", "do you know", "list". */
export const REQUEST =
  "(?:(?:please|pls|hey|hi|ok|so),? )*(?:(?:can|could|would|will) (?:you|someone|anyone|u) (?:please |pls )?)?(?:tell (?:me|us)(?: about)?|explain(?: to (?:me|us))?|describe|list|name|show (?:me|us)|give (?:me|us)|summari[sz]e|remind (?:me|us)|compare|do (?:you|we) know|(?:does )?any(?:one|body) know|i(?: am|['’]m|['’]d| would| want| need| wish)+ (?:wondering|like to know|love to know|to know|curious)(?: about)?)";
