/** Why a sentence, or a question about it, makes no card. */
export const REFUSALS = {
  language: 'is not in English',
  furniture: 'belongs to the page or to how the article was written, not to the story',
  length: 'is too short or too long to ask about',
  refersBack: 'cannot be understood without the sentences before it',
  quotation: 'quotes somebody, or is a question or an exclamation',
  opinion: 'is an opinion, a hope or a guess',
  overtaken: 'speaks of a day that the article does not date',
  nothingToAsk: 'names nothing that could be asked for',
  keyInQuestion: 'would give its answer away',
  notUnique: 'has another answer elsewhere in the articles',
  tooVague: 'says too little around the answer',
  noDistractors: 'has too few wrong answers that are like the right one and surely wrong',
  repeated: 'asks what another card asks',
} as const;

export type RefusalReason = keyof typeof REFUSALS;
