import { expect, test } from 'vitest';
import { wordsOf } from '../../../src/retrieve/words.ts';
import { libraryOf, split } from '../../support/library.ts';

const TEXTS = [
  'भारत और फ्रांस ने समुद्री निगरानी के लिए समझौता किया।',
  'বাংলাদেশের নদী। தமிழ் மொழி. తెలుగు భాష. ગુજરાતી ભાષા. ਪੰਜਾਬੀ ਬੋਲੀ. മലയാളം ഭാഷ. ಕನ್ನಡ ಭಾಷೆ.',
  'Российский космический центр, Йошкар-Ола, ёлка. Київ і Їжак.',
  'Der Fluß führt nach Łódź; İstanbul, ışık, Đà Nẵng, Ærø.',
  "L'été dernier, l'Inde a signé des accords à Paris. ¿Cuándo llegó el señor Muñoz?",
  'Η Ελλάδα και η Κύπρος. 한국 사람. 中国和印度. インドは加盟しました。',
];

test('the full-text index has every word as it is read, whatever its script', async () => {
  const reader = await libraryOf(TEXTS.map((text, i) => split(`text ${i}`, text)));
  const stems = TEXTS.flatMap((text) => wordsOf(text).map(({ stem }) => stem));
  expect(stems.filter((stem) => !reader.vocabulary.has(stem))).toEqual([]);
  expect(reader.matchWords(['समझौता'], 5, {})).toHaveLength(1);
});
