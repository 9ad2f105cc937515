import { expect, test } from 'vitest';
import { sentencesOf } from '../../../src/ingest/sentences.ts';

const sentences = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

// A bar stands where a new sentence begins, after a space.
test.each([
  'The U.S. President met Dr. Roe at 10 a.m. Monday.|He left at 5 p.m.|The talks cost $3.5 million.',
  'He lives in the U.S.|The house is in St. Louis, Mo.|She knows Gen. Rao, Sen. Poe and Prof. Qu.',
  'J. K. Poe and George W. Roe met Mr. Rao of Acme Inc. Monday.|Then came Acme Ltd. Chief Max Poe.',
  'It grew, e.g. in May, i.e. late, by approx. 5 per cent (vs. 3).|See No. 5, Fig. 3 and pp. 4.|No.|Never.',
  'On Jan. 5 it rose to Rs. 500 crore.|Vol. II came in Sept. 1998.|It ended.',
  '"We agreed.|We are glad," Roe said.|"Really?" he asked.|"Stop!" Jane Roe said.|“It is done.”|They left.',
  'He called it "a win."|She did not.|(It was late.)|They slept.',
  'Well...|It was late.|I... I see.|It was…|The end came. [...]|The rest is silence.',
  'It rose in 1998.[3]|The next[4] year it fell.[5][6]|He won.',
  '1. First comes this.|2. Then comes that.',
  'A. The first answer is right.|The second is not.',
  'Yahoo! Japan grew.|Was it good?|It was!',
  'Vitamin C.|Oranges have it.|World War I.|It ended.|Plan B.|The other one.',
  'Visit www.Example.com or write to a.b@Example.org today.|It is free.',
  'यह पहला वाक्य है।|यह दूसरा है।',
  'هل هذا صحيح؟|نعم هذا صحيح.',
  'J. P. Roe and C. Poe met Lt. Gen. R. P. Qu of Ohio.|P. Rao came too.',
  'He was ill.|Doctors came.|They said mass.|Father Poe left for Springfield, Ill. Sunday night.',
  'She is a sales rep.|He is not.|The P.M. Roe thanked Adv. Poe and Rt. Hon. Qu.',
  'It fell on Fri. Nov. 3.|They sat.|It rose from 5 p.m. Aug. 9 to 6 a.m. Sat. Dec. 2.',
  'About 80% agreed.|20% did not.|It was passed in 2012.|2013 saw a case of 3. 5 crore.',
  'It stood at max. 6 m (c. EUR 20) above No. 4.|iPhone sales rose.|eBay fell.',
  'They left the U.S.|It’s far.|They sued in the U.K.|Neither court agreed.',
  'He asked, "Is it safe?"|Nobody answered.|"Is it safe?" Jane answered.',
  '« Nous partons. »|Il rit.|« Quoi ? » dit-elle.',
  'What happens next',
])('%s', (marked) => {
  const expected = marked.split('|');
  expect(sentences(expected.join(' '))).toEqual(expected);
});

test('parts sentences without a space between them', () => {
  expect(
    sentences('The pact was signed.The agency agreed.It starts in 2023.The rest waits (AG).Then more.'),
  ).toEqual([
    'The pact was signed.',
    'The agency agreed.',
    'It starts in 2023.',
    'The rest waits (AG).',
    'Then more.',
  ]);
  expect(sentences('本文は日本語です。次の文です！最後？はい。')).toEqual([
    '本文は日本語です。',
    '次の文です！',
    '最後？',
    'はい。',
  ]);
});

test('a line break always parts two, so that headings and items stay alone', () => {
  expect(sentences('What it cost\n\nThe mill has:\na wheel\na stone')).toEqual([
    'What it cost',
    'The mill has:',
    'a wheel',
    'a stone',
  ]);
});

test('marks without words stay with the sentence before them', () => {
  expect(sentences('It is over. . . .')).toEqual(['It is over. . . .']);
  expect(sentences('*** It is over.')).toEqual(['*** It is over.']);
  expect(sentences('***')).toEqual(['***']);
});

test('a sentence of many words stays whole, and one without an end is cut at a comma', () => {
  const long = `The mill, ${'which is old, '.repeat(30)}turns.`;
  expect(sentences(long)).toEqual([long]);
  const endless = sentences('which is old, '.repeat(1_000));
  expect(endless.length).toBeGreaterThan(9);
  expect(endless.every((sentence) => sentence.length <= 1_500 && sentence.endsWith(','))).toBe(true);
  expect(sentences('😀'.repeat(2_000)).every((sentence) => sentence.isWellFormed())).toBe(true);
});
