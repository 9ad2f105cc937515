import type { Component } from '../model.ts';
import { ButtonStyle, ComponentType as Type } from '../protocol.ts';
import {
  byType,
  hasDuplicates,
  link,
  listOf,
  object,
  oneOf,
  required,
  rule,
  type Shape,
  sound,
  text,
  whole,
  yesOrNo,
} from './shapes.ts';

export const customId = text({ min: 1, max: 100 });
const componentId = whole({ min: 0, max: 2 ** 31 - 1 });

const isLink = (button: Component) => button.style === ButtonStyle.link;
const isPremium = (button: Component) => button.style === ButtonStyle.premium;

const button = object(
  {
    id: componentId,
    style: required(oneOf(...Object.values(ButtonStyle))),
    label: text({ max: 80 }),
    custom_id: customId,
    url: sound(text({ max: 512 }), link('http', 'https', 'discord')),
    disabled: yesOrNo,
    emoji: object({ name: text({ max: 100 }) }),
  },
  rule<Component>(
    'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
    'A custom id is required',
    (it) => !isLink(it) && !isPremium(it) && !it.custom_id,
    ['custom_id'],
  ),
  rule<Component>('BASE_TYPE_REQUIRED', 'A url is required', (it) => isLink(it) && !it.url, ['url']),
  rule<Component>('BASE_TYPE_REQUIRED', 'This field is required', (it) => isPremium(it) && !it.sku_id, [
    'sku_id',
  ]),
  rule<Component>(
    'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    'A custom id and url cannot both be specified',
    (it) => Boolean(it.custom_id && it.url),
    ['custom_id'],
  ),
  rule<Component>(
    'BUTTON_COMPONENT_INVALID_LABEL',
    'A button must have a label or an emoji',
    (it) => !isPremium(it) && !it.label?.trim() && !it.emoji,
  ),
);

const selectFields = {
  id: componentId,
  custom_id: required(customId),
  placeholder: text({ max: 150 }),
  min_values: whole({ min: 0, max: 25 }),
  max_values: whole({ min: 1, max: 25 }),
  disabled: yesOrNo,
  required: yesOrNo,
};
const minimumFitsMaximum = rule<Component>(
  'SELECT_COMPONENT_MAX_LESS_THAN_MIN',
  'max_values must be greater than or equal to min_values',
  (it) => (it.min_values ?? 1) > (it.max_values ?? 1),
  ['max_values'],
);

const optionText = text({ min: 1, max: 100 });
const stringSelect = object(
  {
    ...selectFields,
    options: required(
      listOf(
        object({
          label: required(optionText),
          value: required(optionText),
          description: text({ max: 100 }),
          default: yesOrNo,
        }),
        { min: 1, max: 25 },
      ),
    ),
  },
  minimumFitsMaximum,
  rule<Component>(
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    'The specified option value is already used',
    (it) => hasDuplicates(it.options?.map((option) => option.value) ?? []),
    ['options'],
  ),
  rule<Component>(
    'BASE_TYPE_BAD_LENGTH',
    'There must be as many options as max_values',
    (it) => (it.options?.length ?? 0) < (it.max_values ?? 1),
    ['options'],
  ),
  rule<Component>(
    'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
    'There are more default values than max_values',
    (it) => (it.options?.filter((option) => option.default).length ?? 0) > (it.max_values ?? 1),
    ['options'],
  ),
);
const otherSelect = object(selectFields, minimumFitsMaximum);

/** Every kind of select menu, in messages and modals. */
export const selects: Record<number, Shape> = {
  [Type.stringSelect]: stringSelect,
  [Type.userSelect]: otherSelect,
  [Type.roleSelect]: otherSelect,
  [Type.mentionableSelect]: otherSelect,
  [Type.channelSelect]: otherSelect,
};

const row = object(
  {
    id: componentId,
    components: required(listOf(byType({ [Type.button]: button, ...selects }), { min: 1, max: 5 })),
  },
  rule<Component>(
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    'A select menu fills its row',
    (it) =>
      (it.components?.length ?? 0) > 1 && it.components?.some((child) => child.type in selects) === true,
    ['components'],
  ),
);

const media = object({ url: required(link('http', 'https', 'attachment')) });
const altText = text({ max: 1_024 });
export const textDisplay = object({ id: componentId, content: required(text({ min: 1, max: 4_000 })) });
const thumbnail = object({ id: componentId, media: required(media), description: altText, spoiler: yesOrNo });
const section = object({
  id: componentId,
  components: required(listOf(byType({ [Type.textDisplay]: textDisplay }), { min: 1, max: 3 })),
  accessory: required(byType({ [Type.button]: button, [Type.thumbnail]: thumbnail })),
});
const gallery = object({
  id: componentId,
  items: required(
    listOf(object({ media: required(media), description: altText, spoiler: yesOrNo }), { min: 1, max: 10 }),
  ),
});
const file = object({ id: componentId, file: required(object({ url: required(link('attachment')) })) });
const separator = object({ id: componentId, divider: yesOrNo, spacing: oneOf(1, 2) });

const blocks: Record<number, Shape> = {
  [Type.actionRow]: row,
  [Type.section]: section,
  [Type.textDisplay]: textDisplay,
  [Type.mediaGallery]: gallery,
  [Type.file]: file,
  [Type.separator]: separator,
};
const container = object({
  id: componentId,
  accent_color: whole({ min: 0, max: 0xffffff }),
  spoiler: yesOrNo,
  components: required(listOf(byType(blocks), { min: 1, max: 40 })),
});

const customIdsDiffer = rule<Component[]>(
  'COMPONENT_CUSTOM_ID_DUPLICATED',
  'Component custom id cannot be duplicated',
  (all) => hasDuplicates(flatten(all).flatMap((it) => it.custom_id ?? [])),
);
const idsDiffer = rule<Component[]>('COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated', (all) =>
  hasDuplicates(flatten(all).flatMap((it) => it.id || [])),
);

/** Rows of buttons and menus below ordinary content. */
export const rows = sound(listOf(byType({ [Type.actionRow]: row }), { max: 5 }), customIdsDiffer, idsDiffer);

/** A whole message laid out in components (flag 32768). */
export const layout = sound(
  listOf(byType({ ...blocks, [Type.container]: container }), { max: 40 }),
  customIdsDiffer,
  idsDiffer,
  rule<Component[]>(
    'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    'The total number of components must not exceed 40',
    (all) => flatten(all).length > 40,
  ),
  rule<Component[]>(
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    'The total displayable text size must not exceed 4000',
    (all) => flatten(all).reduce((sum, it) => sum + [...(it.content ?? '')].length, 0) > 4_000,
  ),
);

/** The components and everything inside them. */
export function flatten(components: readonly Component[]): Component[] {
  return components.flatMap((it) => [
    it,
    ...flatten(it.components ?? []),
    ...flatten(it.accessory ? [it.accessory] : []),
    ...flatten(it.component ? [it.component] : []),
  ]);
}
