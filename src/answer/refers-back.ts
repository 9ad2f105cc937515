/** Openings that speak of something the sentence before has named. */
export const REFERS_BACK =
  /^["“'‘(]?(?:(?:they|it|he|she|this|that|these|those|his|her|its|their|such|both|the latter|the former)\b|the (?:(?:two|three|four|five|prime) )?(?:countries|sides|nations|parties|governments|leaders|ministers|presidents|pair|statement|agreement|deal|pact)\b)/i;
