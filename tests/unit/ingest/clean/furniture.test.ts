import { expect, test } from 'vitest';
import { furnitureOf } from '../../../../src/ingest/clean/furniture.ts';

test.each([
  [
    'navigation',
    [
      'Skip to content',
      '« Back to top',
      'Home > World > Asia',
      '3 min read',
      'Sign in / Register',
      'Listen to this article',
      'Continue reading the main story',
      'Back to gallery',
      'NEXT PREV',
      'This slideshow requires JavaScript.',
    ],
  ],
  [
    'sharing',
    [
      'Share',
      'SHARE THIS:',
      'Facebook Twitter WhatsApp Email',
      'Copy link',
      '1.2K Shares',
      'Follow us on Instagram.',
      'Click to share on X (Opens in new window)',
    ],
  ],
  [
    'related',
    [
      'Read more: Mill opens',
      'ALSO READ | Mill opens',
      'Related articles',
      'You may also like...',
      'More from Wend Times',
      'Trending now',
      'Most read',
      'SEE MORE: Mill opens',
      'Related post: Mill opens',
    ],
  ],
  [
    'newsletter',
    [
      'Sign up for our newsletter',
      'Subscribe now',
      'Get the top stories delivered to your inbox.',
      'Enter your email address',
      'By signing up you agree to our terms.',
      'Breaking News Emails',
      'Let our news meet your inbox. The news that matters, every morning.',
      'There is more. Sign up today to get the daily letter delivered to your inbox.',
    ],
  ],
  [
    'consent',
    [
      'We use cookies to improve your experience on this site.',
      'Accept all cookies',
      'We value your privacy',
    ],
  ],
  [
    'advertisement',
    [
      'Advertisement',
      'ADVERTISEMENT - CONTINUE BELOW',
      'Story continues below advertisement',
      'Sponsored by Acme',
      'Advert',
      'Twelve issues for £11. Click here for more information.',
    ],
  ],
  [
    'comments',
    [
      'Click to comment',
      'Leave a Reply',
      'You must be logged in to post a comment Login',
      '3 Comments',
      'Your email address will not be published.',
      'Comment *',
      '[ 167 comments ]',
      'Top rated comments',
      'Tell us what YOU think...',
    ],
  ],
  [
    'legal',
    [
      'Copyright © 2024 Wend Times',
      '© Wend Times',
      'error: Content is protected !!',
      'All rights reserved.',
      'Powered by WordPress',
      'Terms of Use',
      'Copyright ⓒ Wend.example',
      'Disclaimer: The views of the author are his own.',
      '(Disclaimer: This story was generated from a syndicated feed.)',
      'This document is subject to copyright. No part may be reproduced.',
      'Citation: Old mill opens (2021, March 4) retrieved 5 March 2021 from https://wend.example/1',
    ],
  ],
  ['tags', ['Tags: mills, wheels', 'Filed under: Local', '#mill #wheel', 'TOPICS: mills']],
  [
    'caption',
    [
      'Photo: Otto Brand',
      'The mill in March. (Photo by Otto Brand)',
      'The wheel turns. Image: Otto Brand/Getty Images',
      'File photo',
      'Image 1 of / 9',
      'Caption',
    ],
  ],
])('knows %s', (kind, lines) => {
  expect(lines.map((line) => [line, furnitureOf(line)?.kind, furnitureOf(line)?.sure])).toEqual(
    lines.map((line) => [line, kind, true]),
  );
});

test.each(['Home', 'News', 'Comments', 'Contact us', 'Facebook', 'Privacy', 'News | Weather | Sport'])(
  'takes "%s" for a menu only where pages have one',
  (line) => {
    expect(furnitureOf(line)?.sure).toBe(false);
  },
);

test.each([
  'Share prices fell by four per cent on Monday.',
  'Shareholders of the mill voted on Friday.',
  'Comments by the minister drew applause in the hall.',
  'One response to the flood was to raise the dam.',
  'Advertisement spending rose in the spring.',
  'Cookies are baked at the mill every Saturday.',
  'You can bake cookies in the old oven of the mill.',
  'Copyright law protects the drawings of the mill.',
  'Read the letter of the miller and you will know why he left.',
  'More on the subject was said by the council of the town.',
  'Related species live in the river above the mill.',
  'Follow the path along the river to the mill.',
  'The story continues with the daughter of the miller.',
  'The article was first published in 1911 and caused a scandal.',
  'Photos by the agency showed the mill under water.',
  'Images from the telescope show a second ring.',
  'The document should not be published, the court said.',
  'Views expressed at the meeting were as many as the guests.',
  'Subscribers of the paper voted for the mill.',
  'Sign language was taught at the mill for ten years.',
  'The company sued Getty Images in London on Friday.',
  'By entering the pact the two towns agree to share the water.',
  'Register numbers are stamped on the beams.',
  'Tagged birds were seen at the mill.',
  'Home prices near the mill have doubled.',
  'Join us, said the miller, and they did.',
  'Leave a light on, the miller told his daughter.',
  'Print runs of the paper were small.',
  'What do you think the miller did?',
  'All rights to the water belong to the town.',
  'Reproduction of otters in the river has resumed.',
  'The views from the tower are wide.',
  'News of the mill reached her inbox on Monday.',
  'The caption said that the mill was old.',
  'The letters were delivered every day at noon.',
  'Powered flight was first seen at the mill in 1911.',
  '1998',
  'Ministry of Transport',
  'Disclaimer: the wheel turns faster in spring than the figures above say.',
])('keeps "%s"', (line) => {
  expect(furnitureOf(line)?.sure ?? false).toBe(false);
});

test('takes no long paragraph for furniture', () => {
  expect(furnitureOf(`Copyright © 2024 ${'and the miller told it again '.repeat(40)}`)).toBeUndefined();
});
