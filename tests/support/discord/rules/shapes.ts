import { Refusal } from '../refusals.ts';

/** One thing wrong with a payload, and where. */
export interface Problem {
  path: readonly (string | number)[];
  code: string;
  message: string;
}

/**
 * Says what is wrong with a value; nothing when Discord would take it. A value that is absent (undefined or
 * null, which Discord reads alike) is fine unless the shape is `required`.
 */
export type Shape = (value: unknown) => Problem[];

const wrong = (code: string, message: string): Problem[] => [{ path: [], code, message }];
const under = (key: string | number, problems: Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, path: [key, ...problem.path] }));
const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;
const present =
  (shape: Shape): Shape =>
  (value) =>
    isAbsent(value) ? [] : shape(value);

/** Characters as Discord counts them: code points, without surrounding space. */
export const lengthOf = (text: string): number => [...text.trim()].length;

export function text({ min = 0, max }: { min?: number; max: number }): Shape {
  return present((value) => {
    if (typeof value !== 'string')
      return wrong('STRING_TYPE_CONVERT', `Could not interpret "${value}" as string.`);
    const length = lengthOf(value);
    if (min > 0 && (length < min || length > max)) {
      return wrong('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    }
    return length > max ? wrong('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`) : [];
  });
}

export function matching(pattern: RegExp, code: string, message: string): Shape {
  return present((value) => (typeof value === 'string' && pattern.test(value) ? [] : wrong(code, message)));
}

export const snowflake = matching(/^\d{17,20}$/, 'NUMBER_TYPE_COERCE', 'Value is not snowflake.');

/** An address of one of the given schemes, such as `https`. */
export function link(...schemes: string[]): Shape {
  return matching(
    new RegExp(`^(${schemes.join('|')})://\\S+$`, 'i'),
    'URL_TYPE_INVALID_SCHEME',
    `Scheme must be one of (${schemes.map((scheme) => `'${scheme}'`).join(', ')}).`,
  );
}

export function whole({ min, max }: { min: number; max: number }): Shape {
  return present((value) => {
    if (!Number.isInteger(value)) return wrong('NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
    if ((value as number) < min)
      return wrong('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    if ((value as number) > max)
      return wrong('NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    return [];
  });
}

export const numeric: Shape = present((value) =>
  typeof value === 'number' ? [] : wrong('NUMBER_TYPE_COERCE', `Value "${value}" is not float.`),
);

export const yesOrNo: Shape = present((value) =>
  typeof value === 'boolean' ? [] : wrong('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'),
);

export function oneOf(...allowed: readonly unknown[]): Shape {
  return present((value) =>
    allowed.includes(value)
      ? []
      : wrong('BASE_TYPE_CHOICES', `Value "${value}" must be one of (${allowed.join(', ')}).`),
  );
}

/** A bit set that holds only the given bits. */
export function bitsWithin(allowed: number): Shape {
  return present((value) => {
    if (!Number.isInteger(value)) return wrong('NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
    const refused = (value as number) & ~allowed;
    return refused === 0 ? [] : wrong('FLAGS_NOT_ALLOWED', `Flags ${refused} cannot be set here.`);
  });
}

export function listOf(item: Shape, { min = 0, max }: { min?: number; max: number }): Shape {
  return present((value) => {
    if (!Array.isArray(value)) return wrong('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    if (min > 0 && (value.length < min || value.length > max)) {
      return wrong('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    }
    if (value.length > max) return wrong('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    return value.flatMap((entry, index) => under(index, required(item)(entry)));
  });
}

/** Fields by name; fields that are not named are ignored, as Discord ignores them. The rules see sound fields only. */
export function object(fields: Record<string, Shape>, ...rules: Shape[]): Shape {
  const shape = present((value) => {
    if (typeof value !== 'object' || Array.isArray(value)) {
      return wrong('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    }
    const record = value as Record<string, unknown>;
    return Object.entries(fields).flatMap(([name, field]) => under(name, field(record[name])));
  });
  return sound(shape, ...rules);
}

/** A choice of shapes by the value's own `type`. */
export function byType(shapes: Readonly<Record<number, Shape>>): Shape {
  return (value) => {
    const type = (value as { type?: unknown } | undefined)?.type;
    const shape = typeof type === 'number' ? shapes[type] : undefined;
    if (shape !== undefined) return shape(value);
    const types = Object.keys(shapes).join(', ');
    return under('type', wrong('UNION_TYPE_CHOICES', `Value of field "type" must be one of (${types}).`));
  };
}

export function required(shape: Shape): Shape {
  return (value) => (isAbsent(value) ? wrong('BASE_TYPE_REQUIRED', 'This field is required') : shape(value));
}

/** The shape first; the rules only for a value that has the shape. */
export function sound(shape: Shape, ...rules: Shape[]): Shape {
  return (value) => {
    const problems = shape(value);
    return problems.length > 0 || isAbsent(value) ? problems : rules.flatMap((rule) => rule(value));
  };
}

/** A rule over a value whose shape `T` was checked before; `at` is where the problem shows. */
export function rule<T>(
  code: string,
  message: string,
  broken: (value: T) => boolean,
  at: readonly string[] = [],
): Shape {
  return (value) => (broken(value as T) ? [{ path: at, code, message }] : []);
}

/** A list in which no value occurs twice. */
export function setOf(item: Shape, length: { min?: number; max: number }): Shape {
  return sound(
    listOf(item, length),
    rule<unknown[]>('SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value', hasDuplicates),
  );
}

/** Whether any value occurs twice. */
export const hasDuplicates = (values: readonly unknown[]): boolean => new Set(values).size < values.length;

/** @throws {Refusal} 50035 with everything that is wrong. */
export function check(shape: Shape, value: unknown): void {
  const problems = shape(value);
  if (problems.length > 0) throw new Refusal('invalidForm', problems);
}
