import { expect, test } from 'vitest';
import { readAboutArticle } from '../../../src/answer/about-article.ts';

const known = {
  isPublisher: (name: string) => name === 'Wend Times',
  isHeadline: (words: string) => words === 'Old mill becomes a library',
};
const read = (question: string) => readAboutArticle(question, known);

test.each([
  ['Who wrote the article about the old mill?', ['author'], 'the old mill'],
  ['who is the author of the article on ferries', ['author'], 'ferries'],
  ['isro article author', ['author'], 'isro'],
  [
    'Who wrote the news story about the mill and when was it published?',
    ['author', 'publishedAt'],
    'the mill',
  ],
  ['When was the article about the old mill published?', ['publishedAt'], 'the old mill'],
  ['How old is the article about solar power?', ['publishedAt'], 'solar power'],
  ['When did the Wend Times report on the bridge?', ['publishedAt'], 'the bridge'],
  ['Where was the article on the tram reported from?', ['place'], 'the tram'],
  ['What is the headline of the article about ferries?', ['headline'], 'ferries'],
  ["What's the article about the mill called?", ['headline'], 'the mill'],
  ['Which article is about ferries?', ['headline'], 'ferries'],
  ['Which newspaper published the article about tea?', ['publisher'], 'tea'],
  ['Where was the article on the mill published?', ['publisher'], 'the mill'],
  ['Who wrote the article about the bridge in the Wend Times?', ['author'], 'the bridge'],
  ['Who wrote “Old mill becomes a library”?', ['author'], 'Old mill becomes a library'],
  ['Who wrote this?', ['author'], ''],
  ['When was it published?', ['publishedAt'], ''],
  ['Where was it reported from?', ['place'], ''],
])('"%s" asks an article for its %s', (question, asked, subject) => {
  expect(read(question)).toMatchObject({ asked, subject });
  expect(read(question)?.unlessSaid).toBeUndefined();
});

test.each([
  ['Who wrote about the old mill?', ['author'], 'the old mill', ['wrote', 'written']],
  ['Who reported on the flood?', ['author'], 'the flood', []],
  ['When was the report on the flood published?', ['publishedAt'], 'the flood', ['report']],
  ['Which newspaper reported on the tram line?', ['publisher'], 'the tram line', []],
])('"%s" may ask an article for its %s', (question, asked, subject, unlessSaid) => {
  expect(read(question)).toMatchObject({ asked, subject, unlessSaid });
});

test.each([
  'Who wrote the treaty?',
  'Who wrote Hamlet?',
  'Who wrote “Hamlet is great”?',
  'When was the constitution published?',
  'When was the Mueller report published?',
  'Who is the author of Article 370?',
  'Who published the first guidelines?',
  'When did the committee report on the bridge?',
  'Who is quoted in the article about India?',
  'What year does the article about ISRO say it was formed?',
  'When, according to the article, was ISRO founded?',
  'How many journalists are mentioned in the article about floods?',
  'What is the title of the president of France?',
  'What does the article say about ISRO?',
  'Who reported the crime?',
])('"%s" asks what an article says', (question) => {
  expect(read(question)).toBeUndefined();
});
