import type { Component, Embed, Message, ModalBody } from './model.ts';
import { ComponentType as Type } from './protocol.ts';

/** A message as a member reads it: content, embeds, and the controls in brackets. */
export function renderMessage({
  content,
  embeds,
  components,
}: Pick<Message, 'content' | 'embeds' | 'components'>) {
  return lines(content, ...embeds.map(renderEmbed), ...components.map(renderComponent));
}

/** A modal as the person who fills it in reads it. */
export function renderModal({ title, components }: ModalBody): string {
  return lines(title, ...components.map(renderComponent));
}

const lines = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('\n');

function renderEmbed(embed: Embed): string {
  return lines(
    embed.author?.name,
    embed.title && embed.url ? `${embed.title} (${embed.url})` : embed.title,
    embed.description,
    ...(embed.fields ?? []).map((field) => `${field.name}\n${field.value}`),
    embed.image && `[image ${embed.image.url}]`,
    embed.footer?.text,
  );
}

function renderComponent(component: Component): string {
  const { components = [], accessory } = component;
  switch (component.type) {
    case Type.actionRow:
      return components.map(renderComponent).join(' ');
    case Type.button:
      return renderButton(component);
    case Type.textDisplay:
      return component.content ?? '';
    case Type.mediaGallery:
      return lines(
        ...(component.items ?? []).map(({ description, media }) => `[image ${description ?? media.url}]`),
      );
    case Type.file:
      return `[file ${component.file?.url.replace('attachment://', '') ?? ''}]`;
    case Type.separator:
      return '———';
    case Type.textInput:
      return `${component.label ?? ''} [${component.value ?? component.placeholder ?? ''}]`.trim();
    case Type.stringSelect:
      return `[${component.placeholder ?? 'Select'} ▾ ${(component.options ?? []).map((option) => option.label).join(' | ')}]`;
    case Type.label:
      return lines(
        component.label,
        component.description,
        component.component && renderComponent(component.component),
      );
    case Type.section:
    case Type.container:
      return lines(...components.map(renderComponent), accessory && renderComponent(accessory));
    default:
      return component.placeholder ? `[${component.placeholder} ▾]` : '';
  }
}

function renderButton({ emoji, label, url, disabled }: Component): string {
  const face = [emoji?.name, label].filter(Boolean).join(' ');
  return `[${face}]${url ? `(${url})` : ''}${disabled ? ' (disabled)' : ''}`;
}
