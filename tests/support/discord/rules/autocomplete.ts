import { OptionType } from '../protocol.ts';
import { listOf, numeric, object, required, type Shape, text } from './shapes.ts';

/** The value of a choice, by the type of its option: text up to 100 characters, or a number. */
export function choiceOf(optionType: number | undefined): Shape {
  const value =
    optionType === OptionType.integer || optionType === OptionType.number ? numeric : text({ max: 100 });
  return object({ name: required(text({ min: 1, max: 100 })), value: required(value) });
}

/** At most 25 suggestions for the option that is being typed. */
export const suggestions = (optionType: number | undefined): Shape =>
  object({ choices: required(listOf(choiceOf(optionType), { max: 25 })) });
