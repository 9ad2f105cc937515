import type { Term } from './terms.ts';

/** What stands before a sentence with a gap and options. */
export const CHOICE_LEAD: Record<Term['kind'], string> = {
  person: 'Which person completes the sentence',
  organisation: 'Which organisation completes the sentence',
  country: 'Which country completes the sentence',
  place: 'Which place completes the sentence',
  name: 'Which name completes the sentence',
  term: 'Which term completes the sentence',
  day: 'Which date completes the sentence',
  month: 'Which month completes the sentence',
  year: 'Which year completes the sentence',
  number: 'Which number completes the sentence',
  money: 'Which sum completes the sentence',
  percentage: 'Which share completes the sentence',
};
/** What stands before a sentence with a gap to type into. */
export const GAP_LEAD: Record<Term['kind'], string> = {
  person: 'Fill the gap (a person)',
  organisation: 'Fill the gap (an organisation)',
  country: 'Fill the gap (a country)',
  place: 'Fill the gap (a place)',
  name: 'Fill the gap (a name)',
  term: 'Fill the gap (a term)',
  day: 'Fill the gap (day, month and year)',
  month: 'Fill the gap (month and year)',
  year: 'Fill the gap (a year)',
  number: 'Fill the gap (a number)',
  money: 'Fill the gap (a sum of money)',
  percentage: 'Fill the gap (a share in percent)',
};
