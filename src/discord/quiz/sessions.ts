import {
  type ChatInputCommandInteraction,
  ComponentType,
  type ContainerComponent,
  type Message as Pressed,
  TextInputStyle,
} from 'discord.js';
import { UserError } from '../../errors.ts';
import type { Card, CardKind, Grade } from '../../model.ts';
import { durationInWords } from '../../quiz/duration.ts';
import type { Button, Context, Form, Menu, Modal } from '../commands/command.ts';
import { articleMeant } from '../corpus/suggestions.ts';
import { customId } from '../custom-id.ts';
import { buttons, type Message, message, notice, paragraph } from '../message.ts';
import { REVIEW_COUNT, USUAL_COUNT } from './data.ts';
import * as name from './names.ts';
import { nextButton, renderOutcome } from './render-outcome.ts';
import { LETTERS, NO_ANSWER, optionsOf, QUESTION_ID, renderQuestion, stopButton } from './render-question.ts';
import { renderSummary } from './render-summary.ts';

const FIELD = 'answer';
const LONGEST_ANSWER = 200;
const GRADES: readonly string[] = ['again', 'hard', 'good', 'easy'] satisfies Grade[];

/** `/quiz start`. */
export async function start(
  { user, options }: ChatInputCommandInteraction,
  context: Context,
): Promise<Message> {
  const { app } = context;
  const given = options.getString('article');
  const article = given === null ? undefined : articleMeant(await app.articles(), given);
  if (given !== null && article === undefined) {
    throw new UserError(
      `There is no article "${given}": choose one of those that are offered while you type.`,
    );
  }
  const { key } = await app.quiz.start(user.id, {
    ...(article && { articleIds: [article.id] }),
    publisher: options.getString('publisher') ?? undefined,
    kind: (options.getString('kind') ?? undefined) as CardKind | undefined,
    count: options.getInteger('count') ?? USUAL_COUNT,
  });
  return next(key, user.id, context);
}

/** `/quiz review`. */
export function review({ user }: ChatInputCommandInteraction, context: Context): Promise<Message> {
  return reviewOf(user.id, context);
}

async function reviewOf(user: string, context: Context): Promise<Message> {
  const begun = await context.app.quiz.review(user, REVIEW_COUNT);
  if ('session' in begun) return next(begun.session.key, user, context);
  if (begun.nextAt === undefined)
    return notice('There is nothing to review yet: /quiz start asks you your first questions.');
  const wait = durationInWords(Date.parse(begun.nextAt) - context.now().getTime());
  return notice(`Nothing is due: next in ${wait}.`);
}

/** The question that is next, or how it went. */
async function next(key: string, user: string, { app }: Context): Promise<Message> {
  const question = await app.quiz.question(key, user);
  return question ? renderQuestion(key, question) : renderSummary(key, await app.quiz.summary(key, user));
}

async function answered(
  [key = '', at = '']: readonly string[],
  user: string,
  given: string,
  { app, now }: Context,
): Promise<Message> {
  const { cards } = app.quiz.session(key, user);
  const outcome = await app.quiz.answer(key, user, { at: Number(at), given });
  return renderOutcome(key, outcome, { given, total: cards.length, now: now() });
}

/** Presses in a quiz change the message that shows it. */
const shows = { result: () => 'update' as const };

/** Counts an answer that was pressed or chosen, if the question has it. */
async function picked(
  parts: readonly string[],
  user: string,
  given: string,
  context: Context,
): Promise<Message> {
  const [key = '', at = ''] = parts;
  const card = await context.app.quiz.card(key, user, Number(at));
  if (!canBePicked(card, given)) throw new UserError('There is no such answer; nothing was counted.');
  return answered(parts, user, given, context);
}

function canBePicked(card: Card, given: string): boolean {
  if (card.kind === 'order') return sortedLetters(given) === sortedLetters(card.key);
  if (card.kind === 'trueFalse') return card.options?.includes(given) ?? false;
  if (card.options) return optionsOf(card)[LETTERS.indexOf(given)] !== undefined && given.length === 1;
  return given === NO_ANSWER;
}

function sortedLetters(order: string): string {
  return order.split(' ').sort().join(' ');
}

/** Answers with a letter, with True or False, or with nothing. */
const pick = {
  ...shows,
  run: ({ user }, parts, context) => picked(parts, user.id, parts[2] ?? '', context),
} satisfies Button;

const order = {
  ...shows,
  run: ({ user, values }, parts, context) => picked(parts, user.id, values[0] ?? '', context),
} satisfies Menu;

/** Opens the form that an answer is typed into. */
const type = {
  ...shows,
  opens({ user, message: pressed }, [key = '', at = ''], { app }) {
    const { cards } = app.quiz.session(key, user.id);
    if (cards[Number(at)] === undefined)
      throw new UserError('There is no such question; nothing was counted.');
    const title = `Question ${Number(at) + 1} of ${cards.length}`;
    return answerForm(customId(name.TYPED, key, at), title, questionIn(pressed));
  },
  run: async () => undefined,
} satisfies Button;

const typed = {
  ...shows,
  run: (interaction, parts, context) =>
    answered(parts, interaction.user.id, interaction.fields.getTextInputValue(FIELD), context),
} satisfies Form;

const grade = {
  ...shows,
  async run({ user }, [key = '', at = '', chosen = ''], context) {
    const { quiz } = context.app;
    const { cards } = quiz.session(key, user.id);
    const answer = GRADES.includes(chosen)
      ? quiz.regrade(key, user.id, Number(at), chosen as Grade)
      : undefined;
    if (answer === undefined) {
      throw new UserError('This can no longer be changed: you were asked the same question again since.');
    }
    const card = await quiz.card(key, user.id, answer.at);
    return renderOutcome(
      key,
      { card, answer, counted: true },
      { given: answer.given, total: cards.length, now: context.now() },
    );
  },
} satisfies Button;

const goOn = {
  ...shows,
  run: ({ user }, [key = ''], context) => next(key, user.id, context),
} satisfies Button;

const stop = {
  ...shows,
  run: async ({ user }, [key = ''], { app }) => renderSummary(key, await app.quiz.summary(key, user.id)),
} satisfies Button;

const report = {
  ...shows,
  async run({ user }, [key = '', at = ''], { app }) {
    if (!app.quiz.report(key, user.id, Number(at))) {
      throw new UserError('There is no such question; nothing was reported.');
    }
    return message([
      paragraph('**Thank you.** Nobody is asked this question until a moderator has looked at it.'),
      buttons(nextButton(key, 'Next'), stopButton(key)),
    ]);
  },
} satisfies Button;

/** A quiz about the articles that an answer cites: everybody who presses gets one of their own. */
const quizOn = {
  result: () => 'reply',
  async run({ user }, [key = ''], context) {
    const { app } = context;
    const answer = /^[\w-]{1,32}$/.test(key) ? await app.keptAnswer(key) : undefined;
    if (answer === undefined) {
      throw new UserError(
        'I no longer know which articles this answer is from: I keep that for 30 days. Use /quiz start instead.',
      );
    }
    const articleIds = [...new Set(answer.citations.map(({ articleId }) => articleId))];
    const session = await app.quiz.start(user.id, { articleIds, count: USUAL_COUNT });
    return next(session.key, user.id, context);
  },
} satisfies Button;

/** The review that a reminder offers. */
const due = {
  result: () => 'reply',
  async run({ user }, [key = ''], context) {
    context.app.offers.check(key, user.id, 'review');
    return reviewOf(user.id, context);
  },
} satisfies Button;

export const sessionButtons = {
  [name.PICK]: pick,
  [name.TYPE]: type,
  [name.GRADE]: grade,
  [name.NEXT]: goOn,
  [name.STOP]: stop,
  [name.REPORT]: report,
  [name.QUIZ_ON]: quizOn,
  [name.REVIEW]: due,
};
export const sessionMenus = { [name.ORDER]: order };
export const sessionForms = { [name.TYPED]: typed };

/** A form with the question above it, as it covers the message that asks it. */
function answerForm(id: string, title: string, question: string | undefined): Modal {
  return {
    custom_id: id,
    title,
    components: [
      ...(question === undefined ? [] : [paragraph(question)]),
      {
        type: ComponentType.Label,
        label: 'Your answer',
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Short,
          max_length: LONGEST_ANSWER,
          required: true,
        },
      },
    ],
  };
}

function questionIn({ components }: Pressed): string | undefined {
  const frame = components.find((it): it is ContainerComponent => it.type === ComponentType.Container);
  const question = frame?.components.find(({ id }) => id === QUESTION_ID);
  return question?.type === ComponentType.TextDisplay ? question.content : undefined;
}
