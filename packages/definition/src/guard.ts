// Reading of definitions that may be any JSON: the structure rule of the checker reports what has the wrong shape.

export type Loose = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property; inherited ones are not there. */
export function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Loose)[name] : undefined;
}

/** The elements of an array, none of anything else. */
export function elements(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Names that mean something else to JavaScript's objects; they are refused as names of fields. */
export function isDangerousName(name: string): boolean {
  return name === '__proto__' || name === 'prototype' || name === 'constructor';
}

/** Whether two JSON values are equal, whatever the order of their members. Beyond 50 levels nothing is. */
export function equalJson(left: unknown, right: unknown, depth = 0): boolean {
  if (left === right) return true;
  if (depth > 50) return false;
  const below = (a: unknown, b: unknown): boolean => equalJson(a, b, depth + 1);
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((item, at) => below(item, right[at]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && below(left[name], right[name]))
  );
}
