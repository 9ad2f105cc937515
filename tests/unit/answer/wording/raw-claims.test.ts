import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RawClaimReader, rawClaimsIn, saysNothing } from '../../../../src/answer/wording/raw-claims.ts';

const claims = [
  { text: 'It is "open" {again} \\ so.', rests: [{ passage: 1, words: 'open again' }] },
  {
    text: 'It carries 40 tonnes.',
    rests: [
      { passage: 2, words: '40 tonnes' },
      { passage: 1, words: 'up to' },
    ],
  },
];
const JSON_REPLY = JSON.stringify({ claims });

test.each([
  ['as it should be', JSON_REPLY],
  [
    'in a fence, with words around it',
    `Sure! Here you are:\n\`\`\`json\n${JSON.stringify({ claims }, undefined, 2)}\n\`\`\`\nAnything else?`,
  ],
  ['as a list', JSON.stringify(claims)],
  ['one object after another', claims.map((claim) => JSON.stringify(claim)).join('\n')],
  ['after thoughts', `<think>They ask "why".</think>${JSON_REPLY}`],
  ['with numbers as text', JSON_REPLY.replace('"passage":2', '"passage":"[2]"')],
])('claims are read %s', (_, reply) => {
  expect(rawClaimsIn(reply)).toEqual(claims);
});

test('of a reply that is cut off anywhere, the complete claims are read, and none twice', () => {
  fc.assert(
    fc.property(fc.nat(JSON_REPLY.length), fc.integer({ min: 1, max: 30 }), (cut, step) => {
      const reader = new RawClaimReader();
      for (let at = 0; at < cut; at += step) reader.read(JSON_REPLY.slice(0, at));
      const read = reader.read(JSON_REPLY.slice(0, cut));
      expect(read).toEqual(claims.slice(0, read.length));
      expect(read).toEqual(rawClaimsIn(JSON_REPLY.slice(0, cut)));
      if (cut === JSON_REPLY.length) expect(read).toHaveLength(2);
    }),
  );
});

test('whatever comes is no reason to fail', () => {
  const odd = fc.string({
    unit: fc.constantFrom('{', '}', '"', '\\', '[', ']', ':', 'text', 'rests', ',', '1'),
  });
  fc.assert(
    fc.property(odd, (reply) => {
      expect(rawClaimsIn(reply)).toEqual([]);
    }),
  );
  expect(rawClaimsIn('{"text":1,"rests":[]} {"text":"a","rests":"b"} {"text":"a"} null')).toEqual([]);
  expect(rawClaimsIn('{"text":"a","rests":[null,{"passage":null,"words":"b"}]}')).toEqual([
    { text: 'a', rests: [{ passage: 0, words: 'b' }] },
  ]);
});

test('a reply that says that there is nothing is told from one that is none', () => {
  expect(saysNothing('```{ "claims": [ ] }```')).toBe(true);
  expect(saysNothing('{}')).toBe(false);
});
