import type { JsonObject, JsonValue } from '@schalter/definition';

/*
 * Reading of definitions that may be anything: the compiler says everything that is wrong at once, so it goes on where
 * a keyword has the wrong type (the checker's structure rule reports that) as if it were not there.
 */

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** An own property, or nothing. */
export function get(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function textOf(value: JsonValue | undefined, name: string): string | undefined {
  const found = get(value, name);
  return typeof found === 'string' ? found : undefined;
}

export function numberOf(value: JsonValue | undefined, name: string): number | undefined {
  const found = get(value, name);
  return typeof found === 'number' ? found : undefined;
}

export function objectOf(value: JsonValue | undefined, name: string): JsonObject {
  const found = get(value, name);
  return isObject(found) ? found : {};
}

export function listOf(value: JsonValue | undefined, name: string): readonly JsonValue[] {
  const found = get(value, name);
  return isArray(found) ? found : [];
}

export function textsOf(value: JsonValue | undefined, name: string): readonly string[] {
  return listOf(value, name).filter((entry) => typeof entry === 'string');
}

/** `{ key: value }` where there is a value, else nothing: for objects whose members are optional. */
export function some<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  // The computed key is exactly K; TypeScript widens it to string.
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

/** One more segment of a JSON Pointer. */
export function below(pointer: string, ...names: readonly (string | number)[]): string {
  return names.reduce<string>(
    (found, name) => `${found}/${String(name).replace(/~/g, '~0').replace(/\//g, '~1')}`,
    pointer,
  );
}
