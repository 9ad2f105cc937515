import type { Component, ModalBody } from '../model.ts';
import { ComponentType as Type } from '../protocol.ts';
import { customId, flatten, selects, textDisplay } from './components.ts';
import {
  byType,
  hasDuplicates,
  lengthOf,
  listOf,
  object,
  oneOf,
  required,
  rule,
  sound,
  text,
  whole,
  yesOrNo,
} from './shapes.ts';

const textInput = object(
  {
    custom_id: required(customId),
    style: required(oneOf(1, 2)),
    label: text({ max: 45 }),
    min_length: whole({ min: 0, max: 4_000 }),
    max_length: whole({ min: 1, max: 4_000 }),
    required: yesOrNo,
    value: text({ max: 4_000 }),
    placeholder: text({ max: 100 }),
  },
  rule<Component>(
    'TEXT_INPUT_MIN_GREATER_THAN_MAX',
    'min_length must be less than or equal to max_length',
    (it) => (it.min_length ?? 0) > (it.max_length ?? 4_000),
    ['min_length'],
  ),
  rule<Component>(
    'BASE_TYPE_MAX_LENGTH',
    'The value is longer than max_length',
    (it) => lengthOf(it.value ?? '') > (it.max_length ?? 4_000),
    ['value'],
  ),
);

/** The older layout: one text input, which brings its own label, in a row. */
const labelledInput = rule<Component>('BASE_TYPE_REQUIRED', 'This field is required', (it) => !it.label, [
  'label',
]);
const row = object({
  components: required(
    listOf(byType({ [Type.textInput]: sound(textInput, labelledInput) }), { min: 1, max: 1 }),
  ),
});
const label = object({
  label: required(text({ min: 1, max: 45 })),
  description: text({ max: 100 }),
  component: required(byType({ [Type.textInput]: textInput, ...selects })),
});

/** A form that opens in answer to a command or a click. */
export const modal = object(
  {
    custom_id: required(customId),
    title: required(text({ min: 1, max: 45 })),
    components: required(
      listOf(byType({ [Type.actionRow]: row, [Type.label]: label, [Type.textDisplay]: textDisplay }), {
        min: 1,
        max: 5,
      }),
    ),
  },
  rule<ModalBody>(
    'COMPONENT_CUSTOM_ID_DUPLICATED',
    'Component custom id cannot be duplicated',
    (it) => hasDuplicates(flatten(it.components).flatMap((part) => part.custom_id ?? [])),
    ['components'],
  ),
);
