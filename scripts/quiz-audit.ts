import { parseArgs } from 'node:util';
import type { App } from '../src/app.ts';
import type { Article, Card } from '../src/model.ts';
import { REFUSALS, type RefusalReason } from '../src/quiz/refusal.ts';
import { hang, screenOf } from '../src/terminal/screen.ts';
import { inertLine } from '../src/terminal/text.ts';
import { audit, type Violation } from './quiz/audit.ts';
import { commonOptions, runCommand, withApp } from './support/command.ts';
import { print, printJson } from './support/print.ts';
import { ensurePrepared } from './support/questions.ts';

const usage = `Usage: npm run -s quiz:audit -- [--corpus DIR] [--data DIR] [--json]

Lists every quiz card of the library with its proof, checks every rule that a card has to keep, and prints how many
sentences and questions each reason refused.

  --corpus DIR  folder of the articles, read when the library is still empty (default: FOOTNOTE_CORPUS or corpus)
  --data DIR    folder of the library (default: FOOTNOTE_DATA or data)
  --json        print one JSON object a line: the cards, the violations, and the totals last
  -h, --help    show this text

Exit code: 0 every card keeps every rule, 1 some card does not, or it failed.`;

await runCommand(usage, async () => {
  const { values } = parseArgs({ options: commonOptions });
  return withApp(values, async (app, config) => {
    await ensurePrepared(app, config);
    const [cards, refused] = await Promise.all([app.cards({}), app.refusedCards()]);
    const articles = await articlesOf(app);
    const violations = audit(cards, articles);
    if (values.json) {
      for (const card of cards) printJson({ card });
      for (const { card, rule, why } of violations) printJson({ violation: rule, why, card: card.id });
      printJson({ ...totals(cards, articles), refused, violations: violations.length });
    } else {
      for (const card of cards) print(`${shown(card)}\n`);
      for (const violation of violations) print(complaint(violation));
      print(summary(cards, articles, refused, violations));
    }
    return violations.length === 0 ? 0 : 1;
  });
});

async function articlesOf(app: App): Promise<Map<string, Article>> {
  const articles = new Map<string, Article>();
  for (const { id } of await app.articles()) {
    const article = await app.article(id);
    if (article) articles.set(id, article);
  }
  return articles;
}

function totals(cards: readonly Card[], articles: ReadonlyMap<string, Article>) {
  const perArticle = [...articles.keys()].map(
    (id) => cards.filter(({ articleId }) => articleId === id).length,
  );
  return {
    cards: cards.length,
    articles: articles.size,
    kinds: Object.fromEntries(
      [...Map.groupBy(cards, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]),
    ),
    fewestOfAnArticle: Math.min(...perArticle),
    meanOfAnArticle: Math.round((cards.length / Math.max(1, articles.size)) * 10) / 10,
  };
}

function shown({ id, kind, question, key, options = [], proof }: Card): string {
  const screen = screenOf(process.stdout);
  const [first = '', ...rest] = question.split('\n').map(inertLine);
  const lines = [first, ...rest];
  const choices = options.map((option) => `${option === key ? '*' : '-'} ${inertLine(option)}`);
  const answer = options.length === 0 ? [`= ${inertLine(key)}`] : choices;
  const quotes = proof.map(
    ({ n, quote, articleId, start, end }) =>
      `[${n}] “${inertLine(quote)}” (${articleId}, ${start} to ${end})`,
  );
  return hang(`${id} ${kind}  `, [...lines, ...answer, ...quotes].join('\n'), screen);
}

function complaint({ card, rule, why }: Violation): string {
  return `VIOLATION ${rule}: ${inertLine(why)} (${card.id}: ${inertLine(card.question)})`;
}

function summary(
  cards: readonly Card[],
  articles: ReadonlyMap<string, Article>,
  refused: Record<string, number>,
  violations: readonly Violation[],
): string {
  const { kinds, fewestOfAnArticle, meanOfAnArticle } = totals(cards, articles);
  const all = cards.length + Object.values(refused).reduce((sum, n) => sum + n, 0);
  const share = (n: number) => `${((100 * n) / Math.max(1, all)).toFixed(1)} %`.padStart(7);
  const reasons = Object.entries(refused).sort(([, a], [, b]) => b - a);
  return [
    `${cards.length} cards of ${articles.size} articles (${meanOfAnArticle} on average, ${fewestOfAnArticle} at the least): ${Object.entries(
      kinds,
    )
      .map(([kind, n]) => `${n} ${kind}`)
      .join(', ')}.`,
    `Accepted ${share(cards.length).trim()} of ${all} sentences and questions looked at; refused because what was looked at`,
    ...reasons.map(([reason, n]) => `  ${share(n)}  ${REFUSALS[reason as RefusalReason] ?? reason} (${n})`),
    violations.length === 0 ? 'Every card keeps every rule.' : `${violations.length} violations.`,
  ].join('\n');
}
