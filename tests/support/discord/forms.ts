import type { Component, Json, ModalBody } from './model.ts';
import { ComponentType as Type } from './protocol.ts';

/** A control or field goes by its label, placeholder or custom id. */
export function answersTo({ label, placeholder, custom_id: customId }: Component, name: string): boolean {
  return [label, placeholder, customId].includes(name);
}

/**
 * The parts of a modal with what a person filled in, as Discord sends them.
 * @throws {Error} for a field that is not there, a required one left empty, or a text of the wrong length.
 */
export function filledIn(modal: ModalBody, values: Readonly<Record<string, string>>): Json[] {
  const fields = modal.components.flatMap(fieldsOf);
  const unknown = Object.keys(values).find((name) => !fields.some((field) => answersTo(field, name)));
  if (unknown !== undefined) throw new Error(`The modal "${modal.title}" has no field "${unknown}"`);
  return modal.components.map((part) => {
    const filled = fieldsOf(part).map((field) => filledField(field, values));
    if (part.type === Type.actionRow) return { type: part.type, components: filled };
    return part.type === Type.label ? { type: part.type, component: filled[0] } : { type: part.type };
  });
}

/** The inputs of one part of a modal; an input within a label goes by the label's text. */
function fieldsOf({ type, label, components = [], component }: Component): Component[] {
  if (type === Type.actionRow) return components;
  return type === Type.label && component
    ? [{ ...component, ...(label === undefined ? {} : { label }) }]
    : [];
}

function filledField(field: Component, values: Readonly<Record<string, string>>): Json {
  const name = Object.keys(values).find((key) => answersTo(field, key));
  const value = (name === undefined ? field.value : values[name]) ?? '';
  const { min_length: shortest = 0, max_length: longest = 4_000, required: isRequired = true } = field;
  const { length } = [...value];
  const title = field.label ?? field.custom_id;
  if (isRequired && length === 0) throw new Error(`The field "${title}" is required`);
  if (length > longest || (length > 0 && length < shortest)) {
    throw new Error(`The field "${title}" takes ${shortest} to ${longest} characters, not ${length}`);
  }
  const answer = field.type === Type.textInput ? { value } : { values: value === '' ? [] : [value] };
  return { type: field.type, custom_id: field.custom_id, ...answer };
}
