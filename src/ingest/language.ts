/** Characters of a text that are looked at. */
const LOOKED_AT = 2_000;
/** Share of small words that a text has at least in its own language, and how many of them tell anything. */
const OWN = { share: 0.12, words: 3 };
/** A page that names a language is believed when its small words are nearly as frequent as those of another. */
const NEARLY = 0.75;

/** Scripts by their codes of ISO 15924; each but the first three is the usual one of a single language. */
const SCRIPTS =
  'Latn Cyrl Arab Deva Armn Beng Ethi Geor Grek Gujr Guru Hang Hani Hebr Hira Kana Khmr Knda Laoo Mlym Mymr Orya Sinh Taml Telu Thai Tibt'
    .split(' ')
    .map((code) => ({ code, letters: new RegExp(String.raw`\p{Script=${code}}`, 'gu') }));
/** Japanese is told from Chinese by some of its letters, whatever most of them are. */
const SYLLABLES = new Set(['Hira', 'Kana']);
const FEWEST_SYLLABLES = 0.05;

/** The most frequent small words of languages that share their letters with others. */
const SMALL_WORDS: Record<string, Record<string, string>> = {
  Latn: {
    en: 'the of and to in a is that for was on with as it by at from are be has have this he his which not but they has had were will been when who what there their its an or more we you i if so about into than would can all out',
    de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat sie nach wird bei',
    fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou mais',
    es: 'de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha este',
    pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao das à seu sua ou',
    it: 'di e il la che in a per un è del non della una le si da con dei sono al più i gli nel anche alla ha come lo',
    nl: 'de van het een en in is dat op te zijn met voor die niet aan er om ook als bij door maar naar uit hij werd wordt',
    sv: 'och i att det som en på är av för med den till inte om ett han har de var jag från men så eller kan ska sig',
    da: 'og i at det er en til på af som for med de den ikke der har et var om fra han men blev kan også sig efter',
    nb: 'og i det på som er en til å av for at med har de ikke den et var om fra han men ble kan også seg etter',
    fi: 'ja on ei että oli se hän joka mutta ovat kun tai myös kuin niin sen ole jo nyt mukaan sekä vain ollut tämä',
    pl: 'i w na z do się nie to że jest o jak po co od za przez dla są oraz był jego które ale może tym ma już',
    cs: 'a v se na je že o s z do i to k ve pro za by ale si po jsou jako od které který podle byl nebo jeho',
    sk: 'a v sa na je že o s z do i to k vo pre za by ale si po sú ako od ktoré ktorý podľa bol alebo jeho',
    ro: 'de și în a la cu care pe o este din un pentru că nu sa mai au fost ce se al lui dar prin sunt sau ca ale',
    hu: 'a az és hogy nem is egy ez volt csak meg már de ki mint még ha van azt ezt vagy lesz által szerint után',
    tr: 've bir bu da de için ile olarak çok daha olan gibi kadar ne sonra en ama var ise o oldu her değil göre',
    id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh mereka telah kata tersebut',
    vi: 'và của là các có được trong cho một không những với người để đã này khi về từ tại ra vào',
    fil: 'ang ng sa na mga at ay ni si kay para ito hindi may mula kung siya nila kanyang din rin',
    sw: 'ya na wa kwa katika ni la za kuwa cha hiyo huo pia kama baada lakini yake wake hii huyo',
    ca: 'de la el que i a en els les per un amb del una és no al es va ha més dels com ser aquest són però',
    hr: 'i u je da se na su za od a s o koji što kao to ne bi iz će te nije kako sve ili samo',
  },
  Cyrl: {
    ru: 'и в не на что с по как это для от но его он к из за о был также при того который которые было у так',
    uk: 'і в не на що з до та у за про від це як його для він але або також які було після й',
    bg: 'и на в да се за от е с не по че са до ще като той това при си към който но или беше',
    sr: 'и у је да се на су за од а са о који што као то не би из ће није како све или',
  },
  Arab: {
    ar: 'في من على أن إلى التي عن الذي مع هذا ما لا أو كان هذه بعد بين كما ذلك قد لم إن قال',
    fa: 'و در به از که این را با است برای آن یک خود تا بر هم شده بود شد می اما نیز کرد',
    ur: 'کے میں کی ہے اور سے کا کو اس نے پر کہ ہیں یہ ہو بھی کر تھا لیے ایک نہیں گیا جو',
  },
  Deva: {
    hi: 'के में की है और से का को ने पर यह कि हैं इस भी लिए एक नहीं हो था कर गया जो',
    mr: 'आणि आहे या व की हे ही ते तो मध्ये नाही होते यांनी होता केली आहेत असे त्यांनी हा तर',
    ne: 'र छ को मा का ले गर्ने भएको पनि हो यो छन् लाई भने गरेको थियो नेपाल बाट',
  },
};
const lists = new Map(
  Object.entries(SMALL_WORDS).map(([script, words]) => [
    script,
    Object.entries(words).map(([language, list]) => ({ language, words: new Set(list.split(' ')) })),
  ]),
);

/**
 * The language that a text is written in, as the first part of its BCP 47 tag (`en`); `undefined` when nothing tells.
 * @param named what its page or file names; the text itself knows better
 */
export function languageOf(text: string, named?: string): string | undefined {
  const sample = text.slice(0, LOOKED_AT).normalize('NFC').toLowerCase();
  const script = scriptOf(sample);
  if (script === undefined) return undefined;
  const stated = localeOf(named);
  const hint = stated !== undefined && scriptOfLocale(stated) === script ? stated.language : undefined;
  const known = lists.get(script);
  return known ? bySmallWords(sample, known, hint) : (hint ?? usualLanguageOf(script));
}

/** The first part of a tag such as `en-GB` or `en_GB`; `undefined` when it is none. */
export function languageTag(given: string | undefined): string | undefined {
  return localeOf(given)?.language;
}

/** The name of a language in English: `Swedish` for `sv`. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}

/** A tag that means a language; `undefined` for anything else. */
function localeOf(given: string | undefined): Intl.Locale | undefined {
  const tag = given?.split(/[,;\s]/u, 1)[0]?.replaceAll('_', '-') ?? '';
  try {
    const locale = new Intl.Locale(tag);
    return locale.maximize().script === undefined ? undefined : locale;
  } catch {
    // Pages put anything there.
    return undefined;
  }
}

/** The script that most of a text is written in; of a text in Japanese `Jpan`. */
function scriptOf(text: string): string | undefined {
  const counted = SCRIPTS.map(({ code, letters }) => ({ code, letters: text.match(letters)?.length ?? 0 }));
  const sum = (some: typeof counted) => some.reduce((total, { letters }) => total + letters, 0);
  const [most] = counted.toSorted((a, b) => b.letters - a.letters);
  if (most === undefined || most.letters === 0) return undefined;
  const syllables = sum(counted.filter(({ code }) => SYLLABLES.has(code)));
  const isEastAsian = most.code === 'Hani' || SYLLABLES.has(most.code);
  return isEastAsian && syllables > FEWEST_SYLLABLES * sum(counted) ? 'Jpan' : most.code;
}

/** The script that a language is usually written in, as `scriptOf` names it. */
function scriptOfLocale(locale: Intl.Locale): string | undefined {
  const { script } = locale.maximize();
  if (script === 'Hans' || script === 'Hant') return 'Hani';
  return script === 'Kore' ? 'Hang' : script;
}

function usualLanguageOf(script: string): string {
  return new Intl.Locale(`und-${script}`).maximize().language;
}

function bySmallWords(
  text: string,
  known: readonly { language: string; words: ReadonlySet<string> }[],
  hint: string | undefined,
): string | undefined {
  const all = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = new Map(
    known.map(({ language, words }) => [language, all.filter((word) => words.has(word)).length]),
  );
  const [[best, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
  const tells = count >= OWN.words && count >= OWN.share * all.length;
  if (hint === undefined) return tells ? best : undefined;
  const counted = counts.get(hint);
  if (!tells) return hint;
  // A language without a list of its own has words in those of its neighbours, but not as many as theirs have.
  if (counted === undefined) return count >= 2 * OWN.share * all.length ? best : hint;
  return counted >= NEARLY * count ? hint : best;
}
