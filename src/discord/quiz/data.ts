import {
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  ApplicationCommandOptionType as Type,
} from 'discord.js';
import { EVERYWHERE } from '../commands/places.ts';

/** How many questions there are unless somebody says. */
export const USUAL_COUNT = 10;
/** How long each question of a round takes unless somebody says. */
export const USUAL_SECONDS = 20;
/** How many a review has at most. */
export const REVIEW_COUNT = 20;

const KINDS = [
  { name: 'Multiple choice', value: 'choice' },
  { name: 'Fill the gap', value: 'gap' },
  { name: 'True or false', value: 'trueFalse' },
  { name: 'Which article says so', value: 'article' },
  { name: 'Short and long names', value: 'acronym' },
  { name: 'Put in order', value: 'order' },
];

/** What Discord is told of `/quiz`. */
export const quizData: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  name: 'quiz',
  description: 'Questions made from the articles, each proven by a quote',
  ...EVERYWHERE,
  options: [
    {
      type: Type.Subcommand,
      name: 'start',
      description: 'Be asked new questions; only you see them',
      options: [
        {
          ...{ type: Type.String, name: 'article', autocomplete: true },
          description: 'Only about this article: begin to type its title and choose',
        },
        {
          ...{ type: Type.String, name: 'publisher', autocomplete: true, max_length: 120 },
          description: 'Only about articles of this publisher',
        },
        { type: Type.String, name: 'kind', description: 'Only questions of this kind', choices: KINDS },
        {
          ...{ type: Type.Integer, name: 'count', min_value: 1, max_value: 50 },
          description: `How many questions (${USUAL_COUNT} unless you say)`,
        },
      ],
    },
    {
      type: Type.Subcommand,
      name: 'play',
      description: 'Play a round together in this channel',
      options: [
        {
          ...{ type: Type.Integer, name: 'count', min_value: 1, max_value: 30 },
          description: `How many questions (${USUAL_COUNT} unless you say)`,
        },
        {
          ...{ type: Type.Integer, name: 'seconds', min_value: 5, max_value: 120 },
          description: `How long each takes (${USUAL_SECONDS} seconds unless you say)`,
        },
      ],
    },
    {
      type: Type.Subcommand,
      name: 'top',
      description: 'See who knew the most when asked for the first time',
      options: [
        {
          ...{ type: Type.String, name: 'period', description: 'Of which time' },
          choices: [
            { name: 'The last 7 days', value: 'week' },
            { name: 'All time', value: 'all' },
          ],
        },
      ],
    },
    { type: Type.Subcommand, name: 'review', description: 'Be asked again what is due' },
    { type: Type.Subcommand, name: 'progress', description: 'See how far you have come' },
    {
      type: Type.Subcommand,
      name: 'remind',
      description: 'Get a direct message each day on which something is due',
      options: [
        {
          ...{ type: Type.Integer, name: 'hour', min_value: 0, max_value: 23 },
          description: 'The hour of your day, 0 to 23',
        },
        {
          ...{ type: Type.String, name: 'zone', autocomplete: true, max_length: 60 },
          description: 'Your time zone: begin to type your city and choose',
        },
      ],
    },
  ],
};
