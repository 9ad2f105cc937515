import { describe, expect, test } from 'vitest';
import { questionIn } from '../../../src/discord/mention.ts';

const BOT = '100000000000000001';

describe('the question in a message', () => {
  test.each([
    ['after the mention', `<@${BOT}> what is signed?`, 'what is signed?'],
    ['around it, in either spelling', `what  <@!${BOT}>\nis signed?`, 'what is signed?'],
    [
      'without other names',
      `<@${BOT}> what did <@200000000000000002> of <@&3> say in <#4>?`,
      'what did of say in ?',
    ],
    ['empty for the bot alone', `  <@${BOT}> `, ''],
  ])('in a server is what stands %s', (_where, content, question) => {
    expect(questionIn(content, BOT, false)).toBe(question);
  });

  test.each(['what is signed?', '<@200000000000000002> hello', '@everyone', `<@&${BOT}>`])(
    'in a server is none when the bot is not named: %s',
    (content) => {
      expect(questionIn(content, BOT, false)).toBeUndefined();
    },
  );

  test('in a direct message is all of it', () => {
    expect(questionIn('what is signed?', BOT, true)).toBe('what is signed?');
    expect(questionIn('', BOT, true)).toBe('');
  });
});
