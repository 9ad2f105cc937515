import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticles } from '../../../src/ingest/article.ts';
import { languageName, languageOf, languageTag } from '../../../src/ingest/language.ts';

const TEXTS: Record<string, string> = {
  en: 'The harbour clock was built in 1899 and has struck thirteen ever since, as it was meant to do.',
  de: 'Die Uhr am Hafen wurde im Jahr 1899 gebaut und schlägt seither dreizehn, wie es auch sein soll.',
  fr: "L'horloge du port a été construite en 1899 et elle sonne treize heures, ce qui est voulu par les marins.",
  es: 'El reloj del puerto se construyó en 1899 y da las trece, como lo querían los marineros de la ciudad.',
  pt: 'O relógio do porto foi feito em 1899 e dá as treze horas, como os marinheiros da cidade queriam.',
  sv: 'Hamnens klocka byggdes 1899 och slår tretton slag, så som det var tänkt av dem som gav den till staden.',
  uk: 'Портовий годинник збудовано 1899 року, і він б’є тринадцять разів, як це було у наказі та за планом.',
  ru: 'Портовые часы построили в 1899 году, и они бьют тринадцать раз, как это и было задумано, но не для всех.',
  hi: 'बंदरगाह की घड़ी 1899 में बनी थी और यह तेरह बार बजती है, जैसा कि शहर के लोग चाहते थे।',
  fa: 'ساعت بندر در سال ۱۸۹۹ ساخته شد و از آن زمان سیزده بار می زند که با نظر مردم شهر بود',
  ja: '港の時計は一八九九年に作られ、十三回鳴ります。',
  zh: '港口的时钟建于一八九九年，每次敲十三下。',
  ta: 'துறைமுகக் கடிகாரம் 1899 இல் கட்டப்பட்டது.',
};

test.each(Object.entries(TEXTS))('a text in %s is told by its letters and small words', (language, text) => {
  expect(languageOf(text)).toBe(language);
  // Templates name the language of whoever made them.
  expect(languageOf(text, language === 'en' ? 'fr-FR' : 'en-US')).toBe(language);
});

test('what is named counts where the text leaves it open, and only in the letters of the text', () => {
  expect(languageOf('Oda Krog, Lysen')).toBeUndefined();
  expect(languageOf('Oda Krog, Lysen', 'nb_NO')).toBe('nb');
  expect(languageOf('Oda Krog, Lysen', 'ja')).toBeUndefined();
  expect(languageOf('12 + 34')).toBeUndefined();
  // Danish and Norwegian share most of their small words.
  const both = 'Den er i byen, og det er det som er nytt for dem som var der, og for oss.';
  expect([languageOf(both, 'da'), languageOf(both, 'nb')]).toEqual(['da', 'nb']);
  // Estonian has no list of its own.
  expect(languageOf('Sadama kell ehitati aastal 1899 ja lööb kolmteist korda.', 'et')).toBe('et');
});

test('only what means a language is a tag', () => {
  expect(['en-GB', 'pt_BR', 'iw', 'zh-Hant-TW'].map(languageTag)).toEqual(['en', 'pt', 'he', 'zh']);
  for (const other of [undefined, '', 'und', 'x-default', 'English', '%lang%', 'e', '"'])
    expect(languageTag(other)).toBeUndefined();
  expect(languageName('sv')).toBe('Swedish');
});

test('no text and no name makes it fail, and what it gives is a tag', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, named) => {
      const language = languageOf(text, named);
      expect(languageTag(language)).toBe(language);
    }),
  );
});

test.each([
  ['<html lang="et">', ''],
  ['<html>', '<meta property="og:locale" content="et_EE">'],
  ['<html>', '<meta http-equiv="Content-Language" content="et, en">'],
  ['<html>', '<script type="application/ld+json">{"@type":"NewsArticle","inLanguage":"et"}</script>'],
])('a page names its language: %s%s', async (html, head) => {
  const page = `${html}<head><title>Sadama kell</title>${head}</head><body><p>Kell ehitati 1899 ja lööb 13.</p></body></html>`;
  const { articles } = await readArticles('kell.html', Buffer.from(page));
  expect(articles[0]?.language).toBe('et');
});

test('so do the front matter of Markdown and the record of a dump', async () => {
  const markdown = '---\ntitle: Sadama kell\nlang: et\n---\n\nKell ehitati 1899 ja lööb 13.\n';
  const dump = { title: 'Sadama kell', language: 'et-EE', content: 'Kell ehitati 1899 ja lööb 13.' };
  for (const [name, text] of [
    ['kell.md', markdown],
    ['kell.json', JSON.stringify(dump)],
  ] as const) {
    const { articles } = await readArticles(name, Buffer.from(text));
    expect(articles).toMatchObject([{ title: 'Sadama kell', language: 'et' }]);
  }
});

test('naming another language makes no other version of an article', async () => {
  const [en, et] = await Promise.all(
    ['en', 'et'].map((lang) =>
      readArticles('kell.md', Buffer.from(`---\nlang: ${lang}\n---\n\nKell ehitati 1899 ja lööb 13.\n`)),
    ),
  );
  expect(et?.articles[0]?.contentHash).toBe(en?.articles[0]?.contentHash);
});
