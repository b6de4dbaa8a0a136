import type { JsonValue } from '@schalter/definition';
import { joinPointer } from '@schalter/definition';

/** A place in one of a form's files. */
export interface Place {
  /** `form.json`, `locales/en.json`, `cases/<name>.json`, `block:<id>` or `list:<id>@<version>`. */
  readonly file: string;
  /** JSON Pointer into it. */
  readonly at: string;
}

/** A place further inside. */
export function below(place: Place, ...names: readonly (string | number)[]): Place {
  return { file: place.file, at: names.reduce((at: string, name) => joinPointer(at, String(name)), place.at) };
}

/** JSON as it may come: of any shape. */
export type Loose = { readonly [name: string]: JsonValue };

export function isObject(value: JsonValue | undefined): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member; inherited ones and members of anything but objects are not there. */
export function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The elements of an array, none of anything else. */
export function elements(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** The members of an object, none of anything else. */
export function members(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isObject(value) ? Object.entries(value) : [];
}
