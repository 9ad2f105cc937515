import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggestionButtons } from '../../../src/discord/answering/controls.ts';
import { renderAnswer } from '../../../src/discord/render-answer.ts';
import { answer } from './answers.ts';
import { buttonsOf, expectSendable } from './markup.ts';

test('a suggestion shows what fits on a button, and its id is that of the whole question', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: 'grapheme', minLength: 3, maxLength: 200 }).map((text) => `Who ${text}?`),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      (questions) => {
        const suggestions = suggestionButtons('k'.repeat(16), questions);
        const rendered = renderAnswer(answer({}), { echo: true, sourcesId: 'sources:k', suggestions });
        expectSendable(rendered);
        expect(buttonsOf(rendered)).toHaveLength(1 + questions.length);
        for (const { label = '' } of suggestions) expect([...label].length).toBeLessThanOrEqual(80);
        expect(suggestions.map(({ custom_id }) => custom_id)).toEqual(
          questions.map((_, i) => `suggested:${'k'.repeat(16)}:${i}`),
        );
      },
    ),
  );
});
