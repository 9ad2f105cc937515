import fc from 'fast-check';
import { expect, test } from 'vitest';
import { understand } from '../../../src/retrieve/understand.ts';
import { libraryOf, split } from '../../support/library.ts';

const ENGLISH = `The president Emmanuel Macron and Boris Johnson met in Toulouse on 8 August 2022. India joined the MTCR and the NSG.
Twelve reactors are planned at Jaitapur; ISRO signed an agreement on satellites with France and the United Kingdom.`;

async function read(text: string, article = ENGLISH) {
  const reader = await libraryOf([split('a', article)]);
  return understand({ text }, reader);
}

test.each([
  ["Quand l'Inde a-t-elle rejoint le MTCR ?", 'when India join MTCR'],
  ['Combien de réacteurs sont prévus à Jaitapur ?', 'how many reactors Jaitapur'],
  ['¿Cuándo se reunieron Macron y Johnson?', 'when Macron, Johnson'],
  ['Wie viele Reaktoren sind in Jaitapur geplant?', 'how many reactors Jaitapur'],
  ['Wer unterschrieb das Abkommen mit dem Vereinigten Königreich?', 'who sign agreement United Kingdom'],
  ['मैक्रों और जॉनसन कहाँ मिले?', 'where Macron, Johnson'],
  ['जैतापुर में कितने रिएक्टर बनेंगे?', 'how many Jaitapur reactors'],
  ['भारत एनएसजी में कब शामिल हुआ?', 'when India, Nsg join'],
  ['८ अगस्त २०२२ को कौन मिले?', 'who 8, August, 2022'],
  ['Где встретились Макрон и Джонсон?', 'where Macron, Johnson'],
  ['أين تقع جايتابور؟', 'where Jaitapur'],
  ['印度何时加入MTCR？', 'when India join MTCR'],
  ['インドは2022年8月に何をしましたか', 'India, 2022, August'],
])('%s is read as "%s"', async (question, gloss) => {
  const query = await read(question);
  for (const word of gloss.split(/,? /)) expect(query.text.split(/,? /)).toContain(word);
  expect(query.gloss).toBeDefined();
});

test('a name that the articles do not have stays in the question', async () => {
  expect((await read('Quand Angela Merkel est-elle allée à Toulouse ?')).text).toContain('Angela Merkel');
});

test('words that mean nothing to the articles are lost', async () => {
  const { gloss } = await read('Quel est le plat préféré de Boris Johnson ?');
  expect(gloss).toEqual({ understood: 0, lost: 2 });
});

test('a question in the language of the articles is read as it is', async () => {
  const french = `Le pont de Varenne a été rouvert samedi par le maire. Il est fermé depuis la crue pour des travaux.
Les habitants sont contents, dit le maire, et les camions passent dans les deux sens avec une limite.
Le pont est vieux pour une ville qui a grandi, et des travaux sont prévus dans deux ans par la région.`;
  const text = 'Pourquoi le pont de Varenne est-il fermé ?';
  expect(await read(text, french)).toMatchObject({ text, language: 'fr' });
  expect((await read(text, french)).gloss).toBeUndefined();
  // Nor is one glossed in English for articles that are not.
  expect((await read('Wann traf Macron Johnson in Paris?', french)).gloss).toBeUndefined();
});

test('any question is read, and an English one as it is', async () => {
  const reader = await libraryOf([split('a', ENGLISH)]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (text) => {
      expect(understand({ text: `${text} है का` }, reader).text.length).toBeGreaterThan(0);
    }),
  );
  expect(understand({ text: 'Who met in Toulouse?' }, reader)).toMatchObject({
    text: 'Who met in Toulouse?',
  });
});
