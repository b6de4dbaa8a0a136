import type { JsonValue } from '@schalter/definition';

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

/** A JSON type as people call it: `a text`; of several `a text or a list`. */
export function typeWords(type: unknown): string {
  const names = Array.isArray(type) ? type.map(String) : [String(type)];
  return names.map((name) => types[name] ?? name).join(' or ');
}

/** The type of a value as people call it. */
export function valueWords(value: JsonValue): string {
  if (value === null) return 'null';
  return typeWords(Array.isArray(value) ? 'array' : typeof value);
}

/** A value for a sentence, shortened. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
