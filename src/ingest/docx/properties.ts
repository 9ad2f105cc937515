import type { DocumentProperties } from '../properties.ts';
import { readXml } from './xml.ts';

const FIELDS: Record<string, keyof DocumentProperties> = {
  title: 'title',
  creator: 'author',
  created: 'created',
};

/** What a document says about itself in its core properties. */
export function propertiesOf(xml: string): DocumentProperties {
  const properties: DocumentProperties = {};
  let field: keyof DocumentProperties | undefined;
  readXml(xml, {
    open: (name) => {
      field = FIELDS[name];
    },
    text: (text) => {
      if (field !== undefined) properties[field] = (properties[field] ?? '') + text;
    },
    close: () => {
      field = undefined;
    },
  });
  return properties;
}
