import type { Embed } from '../model.ts';
import { lengthOf, link, listOf, object, required, rule, sound, text, whole, yesOrNo } from './shapes.ts';

const picture = object({ url: required(link('http', 'https', 'attachment')) });

const embed = object(
  {
    title: text({ max: 256 }),
    description: text({ max: 4_096 }),
    url: link('http', 'https'),
    color: whole({ min: 0, max: 0xffffff }),
    fields: listOf(
      object({
        name: required(text({ min: 1, max: 256 })),
        value: required(text({ min: 1, max: 1_024 })),
        inline: yesOrNo,
      }),
      { max: 25 },
    ),
    footer: object({ text: required(text({ max: 2_048 })), icon_url: link('http', 'https', 'attachment') }),
    author: object({
      name: required(text({ max: 256 })),
      url: link('http', 'https'),
      icon_url: link('http', 'https', 'attachment'),
    }),
    image: picture,
    thumbnail: picture,
  },
  rule<Embed>(
    'BASE_TYPE_REQUIRED',
    'This field is required',
    (value) => textsOf(value).join('').trim() === '' && !value.image && !value.thumbnail && !value.timestamp,
    ['description'],
  ),
);

export const embeds = sound(
  listOf(embed, { max: 10 }),
  rule<Embed[]>(
    'MAX_EMBED_SIZE_EXCEEDED',
    'Embed size exceeds maximum size of 6000',
    (all) => all.flatMap(textsOf).reduce((sum, part) => sum + lengthOf(part), 0) > 6_000,
  ),
);

/** Every text of an embed that counts towards the common limit. */
function textsOf(value: Embed): string[] {
  const fields = value.fields?.flatMap((field) => [field.name, field.value]) ?? [];
  return [value.title, value.description, ...fields, value.footer?.text, value.author?.name].filter(
    (part) => typeof part === 'string',
  );
}
