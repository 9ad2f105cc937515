import { expect, test } from 'vitest';
import { renderAnswer as renderMessage } from '../../src/discord/render-answer.ts';
import { renderAnswer } from '../../src/terminal/answer.ts';
import { appOf, sharedApp } from '../support/app.ts';

const shared = sharedApp();
const SCREEN = { columns: Number.POSITIVE_INFINITY, colour: false };

test.each([
  ['Combien de satellites suit la station de Kalvik ?', 'fr', '42 satellites'],
  ['Wann wurde die Station in Kalvik von Ines Dahl eröffnet?', 'de', '4 March 2031'],
  ['¿Dónde está Brahmapur?', 'es', 'east of Tezpur'],
  ['कलविक में कितने उपग्रह हैं?', 'hi', '42 satellites'],
])('"%s" is answered from English articles', async (text, language, words) => {
  const { app } = shared;
  const answer = await app.ask({ text });
  expect(answer).toMatchObject({ language, acrossLanguages: true });
  expect(answer.text).toContain(words);
  for (const { articleId, start, end, quote } of answer.citations) {
    expect((await app.article(articleId))?.text.slice(start, end)).toBe(quote);
  }
});

test('a question that nothing carries is refused in its language, with how to ask', async () => {
  const { app } = shared;
  const answer = await app.ask({ text: 'Quelle est la meilleure recette de ratatouille ?' });
  expect(answer).toMatchObject({
    status: 'notInCorpus',
    language: 'fr',
    text: 'Les articles ne le disent pas.',
  });
  for (const shown of [
    renderAnswer(answer, SCREEN),
    JSON.stringify(renderMessage(answer, { echo: false })),
  ]) {
    expect(shown).toContain('Les articles ne le disent pas.');
    expect(shown).toContain('ou poser la question en anglais');
    expect(shown).toContain('Articles les plus proches');
    expect(shown).not.toContain('The articles');
  }
});

test('a name that no article has is not answered without', async () => {
  const { app } = shared;
  expect((await app.ask({ text: 'Quand Angela Merkel a-t-elle ouvert la station de Kalvik ?' })).status).toBe(
    'notInCorpus',
  );
});

test('articles in French answer questions in French', async () => {
  const { app } = await appOf({
    'pont.txt': `Le pont de Varenne rouvre

Le pont de pierre de Varenne a été rouvert samedi après trois ans de travaux. Le maire, Paul Lenoir, a déclaré que le pont peut de nouveau porter des camions de 40 tonnes.

Le pont est fermé depuis la crue de 2026, qui a emporté une pile. Les habitants sont contents, car la ville est coupée en deux par la rivière. Une fête est prévue dans le parc pour le mois de mai, avec un concert.
`,
    'the.txt': `Le thé de Brahmapur

Le jardin de thé de Brahmapur se trouve dans les collines. Les plants ont été mis en terre en 1907 par Lakshmi Barua. La récolte commence en avril et dure dans la vallée pour sept mois.
`,
  });
  const answer = await app.ask({ text: 'Qui est le maire de Varenne qui parle du pont ?' });
  expect(answer).toMatchObject({ language: 'fr' });
  expect(answer.acrossLanguages).toBeUndefined();
  expect(answer.text).toContain('Paul Lenoir');
  const refused = await app.ask({ text: 'Pourquoi la banque de Lyon est-elle fermée ?' });
  expect(refused.text).toBe('Les articles ne le disent pas.');
});

test('articles in Hindi are split at the danda, indexed whole and answer questions in Hindi', async () => {
  const { app } = await appOf({
    'pul.txt': `वरुणा का पुल फिर खुला

वरुणा नदी का पत्थर का पुल शनिवार को फिर खोला गया। महापौर प्रकाश वर्मा ने कहा कि पुल अब चालीस टन के ट्रक उठा सकता है। पुल 2026 की बाढ़ में टूट गया था।
`,
    'chai.txt': `ब्रह्मपुर का चाय बागान

ब्रह्मपुर का चाय बागान पहाड़ियों में है। इसके पौधे 1907 में लक्ष्मी बरुआ ने लगाए थे। फसल अप्रैल में शुरू होती है।
`,
  });
  const answer = await app.ask({ text: 'पुल 2026 की बाढ़ में टूट गया था?' });
  expect(answer).toMatchObject({ language: 'hi' });
  expect(answer.claims[0]?.text).toBe('पुल 2026 की बाढ़ में टूट गया था।');
  const [hit] = await app.search({ text: 'चाय बागान के पौधे किसने लगाए' }, 1);
  expect(hit?.passage.articleId).toBe('chai');
});

test('a misspelt name is answered, and what it was taken for is said', async () => {
  const { app } = shared;
  const answer = await app.ask({ text: 'How many satellites does the Kalvvik ground station follow?' });
  expect(answer.corrected).toEqual([{ typed: 'Kalvvik', meant: 'Kalvik' }]);
  expect(renderAnswer(answer, SCREEN)).toContain('"Kalvvik" was read as "Kalvik".');
  expect(JSON.stringify(renderMessage(answer, { echo: false }))).toContain('was read as');
});
