/**
 * Names of one country that share no stem, so that "British" finds "United Kingdom". Words are in lower case; a
 * name of several words is found by its initials (see `stemsOf`).
 */
const GROUPS = [
  'uk|britain|british|gb',
  'us|usa|america|american',
  'un|onu',
  'eu|europe|european',
  'uae|emirates|emirati',
  'france|french',
  'germany|german',
  'spain|spanish',
  'italy|italian',
  'netherlands|dutch|holland',
  'belgium|belgian',
  'switzerland|swiss',
  'sweden|swedish',
  'denmark|danish',
  'norway|norwegian',
  'finland|finnish',
  'poland|polish',
  'ireland|irish',
  'portugal|portuguese',
  'greece|greek',
  'turkey|turkish|turkiye',
  'russia|russian',
  'ukraine|ukrainian',
  'china|chinese|prc',
  'japan|japanese',
  'korea|korean',
  'india|indian',
  'pakistan|pakistani',
  'bangladesh|bangladeshi',
  'nepal|nepali|nepalese',
  'vietnam|vietnamese',
  'thailand|thai',
  'philippines|filipino|philippine',
  'israel|israeli',
  'iran|iranian',
  'iraq|iraqi',
  'egypt|egyptian',
  'kenya|kenyan',
  'nigeria|nigerian',
  'brazil|brazilian',
  'mexico|mexican',
  'argentina|argentine|argentinian',
  'canada|canadian',
  'australia|australian',
];

const aliases = new Map(
  GROUPS.map((group) => group.split('|')).flatMap((names) => names.map((name) => [name, names] as const)),
);

/** Other words for the same country, the word itself included; only the word where none is known. */
export function aliasesOf(word: string): readonly string[] {
  return aliases.get(word) ?? [word];
}
