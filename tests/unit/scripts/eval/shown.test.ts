import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { formatFigure } from '../../../../scripts/eval/figure-rows.ts';
import { measure } from '../../../../scripts/eval/figures.ts';
import { checkFloors, type Floors } from '../../../../scripts/eval/floors.ts';
import { resultJson } from '../../../../scripts/eval/json.ts';
import { escapeHtml, Html, html } from '../../../../scripts/eval/report/html.ts';
import { reportPage } from '../../../../scripts/eval/report/page.ts';
import type { SetResult } from '../../../../scripts/eval/result.ts';
import type { Outcome } from '../../../../scripts/eval/run.ts';
import { missedFloors, renderTable } from '../../../../scripts/eval/table.ts';
import { answerOf, labelOf, outcomeOf, questionOf } from './outcomes.ts';

function resultOf(name: string, outcomes: Outcome[], floors: Floors = {}): SetResult {
  const measured = measure({ outcomes, times: [12.34] });
  return { name, about: 'about it', measured, floors: checkFloors(name, measured.figures, floors), outcomes };
}

const wrong = outcomeOf({ verdict: { first: 0, any: 0 } });
const near = outcomeOf({ question: questionOf(undefined, 'altered'), verdict: undefined, refused: true });
const floors: Floors = { small: { atLeast: { anyClaim: 0.75, completeness: 0.5 }, atMost: { p95: 20 } } };
const small = resultOf('small', [outcomeOf(), wrong, near], floors);

describe('table', () => {
  const line = (label: string, table = renderTable([small, resultOf('other', [outcomeOf()])])) =>
    table.split('\n').find((each) => each.trim().startsWith(label));

  test('shows each figure with its floor, a column for each set', () => {
    expect(line('answer in any claim')).toMatch(/claim +50\.0 % +≥ 75\.0 % MISSED +100\.0 %$/);
    expect(line('p95')).toMatch(/p95 +12\.3 ms +≤ 20\.0 ms +12\.3 ms$/);
    expect(line('completeness')).toMatch(/comparisons +– +≥ 50\.0 % MISSED +–$/);
    expect(line('unanswerable')).toMatch(/questions +1 +0$/);
    expect(line('plain')).toMatch(/plain +50\.0 % \/ 0\.0 % +of 2 +100\.0 % \/ 0\.0 % +of 1$/);
    expect(line('altered')).toMatch(/altered +100\.0 % \/ 0\.0 % +of 1$/);
  });

  test('says which floors are missed', () => {
    expect(missedFloors([small])).toEqual([
      'small: answer in any claim is 0.5, under its floor of 0.75',
      'small: completeness of lists and comparisons is not measured, under its floor of 0.5',
    ]);
    expect(missedFloors([resultOf('other', [outcomeOf()], floors)])).toEqual([]);
  });

  test('formats by unit', () => {
    expect(formatFigure(0.9567, 'percent')).toBe('95.7 %');
    expect(formatFigure(-0.021, 'points')).toBe('−2.1');
    expect(formatFigure(0.99949, 'ratio')).toBe('0.999');
    expect(formatFigure(Number.NaN, 'ms')).toBe('–');
  });
});

test('JSON has null for what was not measured, and nothing that programs choke on', () => {
  const json = JSON.parse(JSON.stringify(resultJson(small)));
  expect(json).toMatchObject({
    set: 'small',
    answerable: 2,
    figures: { anyClaim: 0.5, completeness: null, p95: 12.34 },
    floors: [{ figure: 'anyClaim', kept: false }, { figure: 'completeness', kept: false }, { kept: true }],
  });
  expect(json.outcomes).toBeUndefined();
});

describe('html', () => {
  test('leaves nothing of a text that would be read as markup, and nothing out that can be seen', () => {
    expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;',
    );
    expect(escapeHtml('a\u0000b\u001b[1mc\td\n')).toBe('ab[1mc\td\n');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
        const back = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" } as Record<
          string,
          string
        >;
        const seen = text.replace(/[^\P{Cc}\t\n]/gu, '');
        expect(escaped.replace(/&[^;]+;/g, (entity) => back[entity] ?? '')).toBe(seen);
      }),
    );
  });

  test('templates escape text at every depth and leave markup alone', () => {
    const items = ['<b>', html`<i>${'&'}</i>`, 3];
    expect(html`<p title="${'"'}">${items}</p>`.markup).toBe('<p title="&quot;">&lt;b&gt;<i>&amp;</i>3</p>');
    expect(new Html('<hr>').markup).toBe('<hr>');
  });
});

describe('report', () => {
  const evil = `"><script>alert(1)</script><img src=x onerror='alert(2)'></style>`;
  const label = labelOf([evil], { articleIds: [evil] });
  const outcomes = [
    outcomeOf({ question: { id: evil, text: evil, kind: evil, label }, verdict: { first: 0, any: 0 } }),
    outcomeOf({
      question: { id: 'u', text: 'Who?', kind: 'near', label: undefined },
      answer: { ...answerOf(0.6, [[evil, evil]]), missing: [evil] },
      verdict: undefined,
    }),
  ];
  const now = new Date('2031-03-04T05:06:07Z');
  const page = reportPage([{ ...small, about: evil }, resultOf(evil, outcomes)], now);
  const { document } = parseHTML(page);

  test('shows hostile words as words', () => {
    const plain = parseHTML(reportPage([small, resultOf('other', [wrong, near])], now)).document;
    for (const tag of ['script', 'img', 'iframe', 'link'])
      expect(document.querySelectorAll(tag)).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(1);
    expect(new Set([...document.querySelectorAll('*')].map(({ tagName }) => tagName))).toEqual(
      new Set([...plain.querySelectorAll('*')].map(({ tagName }) => tagName)),
    );
    expect(document.querySelector('.worst .question')?.textContent).toBe(wrong.question.text);
    expect([...document.querySelectorAll('.question')].map((each) => each.textContent)).toContain(evil);
  });

  test('needs nothing from elsewhere', () => {
    expect(page).not.toMatch(/\b(?:src|href|srcset)=["'h]/i);
    expect(page).not.toMatch(/@import|url\(/);
    expect(page).not.toContain('NaN');
    expect(page).toContain('prefers-color-scheme: dark');
  });

  test('tells what was missed, and what the worst questions expected and got', () => {
    expect(document.querySelector('.verdict')?.textContent).toBe('2 of 3 floors are missed');
    expect(document.querySelectorAll('td.missed')).toHaveLength(2);
    const worst = [...document.querySelectorAll('.worst')].at(-1)?.textContent ?? '';
    expect(worst).toContain('wrongly answered');
    expect(worst).toContain('a refusal');
    expect(worst).toContain(`left open: ${evil}`);
  });

  test('draws a point for each bin of answers and refusals', () => {
    const drawn = document.querySelector('svg.reliability');
    const { answered, refused } = small.measured;
    expect(drawn?.querySelectorAll('circle.answered')).toHaveLength(answered.length);
    expect(drawn?.querySelectorAll('circle.refused')).toHaveLength(refused.length);
    expect(drawn?.querySelector('circle.answered title')?.textContent).toContain(
      '50.0 % of the answers are right',
    );
    expect([...(drawn?.querySelectorAll('text.count') ?? [])].map((each) => each.textContent)).toEqual(['3']);
  });

  test('is glad when all is well', () => {
    const glad = reportPage([resultOf('small', [outcomeOf()], { small: { atLeast: { anyClaim: 1 } } })], now);
    expect(glad).toContain('Every floor is kept');
    expect(glad).toContain('Every question went right.');
  });
});
