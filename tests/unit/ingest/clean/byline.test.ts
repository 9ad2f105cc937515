import { expect, test } from 'vitest';
import { isAgency, isName, readByline } from '../../../../src/ingest/clean/byline.ts';
import { creditLine, withoutCredit, withoutDateline } from '../../../../src/ingest/clean/dateline.ts';

test.each([
  ['By Jane Roe', { author: 'Jane Roe' }],
  ['By Jane Roe and Max Poe', { author: 'Jane Roe and Max Poe' }],
  ['By Ann Lee, Max Poe and Jane Roe', { author: 'Ann Lee, Max Poe and Jane Roe' }],
  ['By Jane Roe, Arts and Culture Desk', { author: 'Jane Roe' }],
  ['By Jane Roe, Senior Reporter, Wend Times', { author: 'Jane Roe', publisher: 'Wend Times' }],
  ['Jane Q Published April 23, 2022 | 01:10 AM', { author: 'Jane Q', publishedAt: '2022-04-23' }],
  ['date 2022-04-23 TidePoint.com', { publishedAt: '2022-04-23', publisher: 'TidePoint.com' }],
  ['JANE ROE | 3 May 2021', { author: 'JANE ROE', publishedAt: '2021-05-03' }],
  ['Posted in Birds on May 4, 2021 by Jane Roe', { author: 'Jane Roe', publishedAt: '2021-05-04' }],
  ['Jane Roe Staff Writer May 4, 2021', { author: 'Jane Roe', publishedAt: '2021-05-04' }],
  ['Published: Jun 5, 2024, 07:45 IST | Updated: Jun 6, 2024, 09:10 IST', { publishedAt: '2024-06-05' }],
  ['Updated June 6, 2024 Published June 5, 2024', { publishedAt: '2024-06-05' }],
  ['Published - April 23, 2022 01:10 am IST - NEW VELA', { publishedAt: '2022-04-23', place: 'NEW VELA' }],
  ['Published - April 23, 2022 01:10 am IST - STAFF REPORTER', { publishedAt: '2022-04-23' }],
  ['Paris, 3 May 2021', { publishedAt: '2021-05-03' }],
  ['Published 3 hours ago', {}],
  ['Source: Wire | 2022-05-01 18:22:31 | Editor: jane', { publisher: 'Wire', publishedAt: '2022-05-01' }],
  ['Author: Jane Roe', { author: 'Jane Roe' }],
  ['Title: The mill', { title: 'The mill' }],
  ['URL: https://wend.example/1', { url: 'https://wend.example/1' }],
  ['URL: javascript:alert(1)', {}],
])('reads "%s"', (line, metadata) => {
  expect(readByline(line)).toEqual(metadata);
});

test.each([
  'By the numbers',
  'By Air And Sea',
  'By midnight the river had risen by two metres, the council said.',
  'The treaty of 5 May 2021',
  'World War II began on 1 September 1939 in Poland.',
  'Jane Roe',
  'Mill opens',
])('takes "%s" for no byline', (line) => {
  expect(readByline(line)).toBeUndefined();
});

test('knows names and agencies', () => {
  expect(['Jane Roe', 'Ludwig van der Rohe', "Sinéad O'Connor", 'J. K. Poe'].every(isName)).toBe(true);
  expect(['the miller', 'Mill 4', 'How Mills Work', 'A Mill For The Town'].some(isName)).toBe(false);
  expect(['AP', 'Reuters', 'Wend News / Wire - 3rd May', 'PTI'].every(isAgency)).toBe(true);
  expect(['Bharatiya Party', 'Oxford', 'app'].some(isAgency)).toBe(false);
});

test.each([
  ['WASHINGTON (AP) — The mill opened.', 'The mill opened.'],
  ['ST. JOSEPH, Mich. (AP) — The mill opened.', 'The mill opened.'],
  ['MOSSTOWN (Wend News / Wire - 8th June, 2021) The mill opened.', 'The mill opened.'],
  ['ASTER, April 4 (Reuters) - The mill opened.', 'The mill opened.'],
  ['COLUMBUS, Ohio, March 2, 2023 /PRNewswire/ -- The mill opened.', 'The mill opened.'],
  ['Hong Kong (CNN Business)The mill opened.', 'The mill opened.'],
  ['(CNN) The mill opened.', 'The mill opened.'],
  ['New Vela [Velania], April 22 (ANI): The mill opened.', 'The mill opened.'],
  ['NEW VELA: The mill opened.', 'The mill opened.'],
  ['BERLIN – “The mill opened.”', '“The mill opened.”'],
  ['Paris, 3 May 2021 – The mill opened.', 'The mill opened.'],
])('takes the dateline from "%s"', (paragraph, text) => {
  expect(withoutDateline(paragraph)?.text).toBe(text);
});

test.each([
  'NASA — America’s space agency — opened the mill.',
  'WARNING: The mill is closed.',
  'Wend (population 900) Mayor Jane Roe opened the mill.',
  'Jane Roe (Labour) said the mill was open.',
  'In Paris, 3 May 2021 is remembered.',
  'The mill (built in 1788) opened.',
  'ISRO (Indian Space Research Organisation) Chairman Rao spoke.',
  'Paris: The mill opened.',
])('finds no dateline in "%s"', (paragraph) => {
  expect(withoutDateline(paragraph)).toBeUndefined();
});

test('keeps the date of a dateline', () => {
  expect(withoutDateline('ASTER (Wend News - 8th June, 2021) The mill opened.')).toMatchObject({
    taken: 'ASTER (Wend News - 8th June, 2021)',
    publishedAt: '2021-06-08',
  });
});

test.each([
  ['WASHINGTON (AP) — The mill opened.', 'WASHINGTON'],
  ['ST. JOSEPH, Mich. (AP) — The mill opened.', 'ST. JOSEPH, Mich.'],
  ['ASTER, April 4 (Reuters) - The mill opened.', 'ASTER'],
  ['NEW VELA: The mill opened.', 'NEW VELA'],
  ['(CNN) The mill opened.', undefined],
])('knows the place in the dateline of "%s"', (paragraph, place) => {
  expect(withoutDateline(paragraph)?.place).toBe(place);
});

test.each([
  ['The mill opened (AG).―Coastline Wire', 'The mill opened (AG).', 'Coastline Wire'],
  ['The mill opened. - ANI', 'The mill opened.', 'ANI'],
  ['The mill opened. (Reuters)', 'The mill opened.', 'Reuters'],
  ['The mill opened. (With inputs from PTI)', 'The mill opened.', 'PTI'],
  ['The mill opened. Enditem', 'The mill opened.', undefined],
])('takes the credit from "%s"', (paragraph, text, author) => {
  expect(withoutCredit(paragraph)).toMatchObject({ text });
  expect(withoutCredit(paragraph)?.author).toBe(author);
});

test.each([
  '“The mill is open.” — Jane Roe',
  'The mill opened (in May).',
  'The mill opened. (It is old.)',
  'It was open – and it turned',
])('finds no credit in "%s"', (paragraph) => {
  expect(withoutCredit(paragraph)).toBeUndefined();
});

test('knows a line that is a credit', () => {
  expect(creditLine('―Coastline Wire')).toBe('Coastline Wire');
  expect(creditLine('(With inputs from agencies)')).toBe('agencies');
  expect(creditLine('With inputs from PTI')).toBe('PTI');
  expect(creditLine('(in May)')).toBeUndefined();
  expect(creditLine('- one of the mills')).toBeUndefined();
});
