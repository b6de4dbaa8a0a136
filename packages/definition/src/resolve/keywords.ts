import { controls } from '../controls.ts';
import { equalJson, isObject, isScalar } from '../guard.ts';

/** What a keyword of a subschema holds; another value is left out (the checker's structure rule reports it). */
type Shape = (value: unknown) => boolean;

/**
 * Both constraints at once: the base's (what `$ref` leads to) and the use's (what stands beside it).
 * `undefined`: no single value says both.
 */
type Both = (base: never, use: never) => unknown;

/** How one keyword behaves. Keywords without `both` are annotations: the use's replaces the base's. */
export interface Keyword {
  readonly shape: Shape;
  /** A text that people read: translated under the text key `<field>#<keyword>`. */
  readonly text?: true;
  readonly both?: Both;
}

const string: Shape = (value) => typeof value === 'string';
const boolean: Shape = (value) => typeof value === 'boolean';
const number: Shape = (value) => typeof value === 'number' && Number.isFinite(value);
const strings: Shape = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string');
const scalars: Shape = (value) => Array.isArray(value) && value.every(isScalar);
const objects: Shape = (value) => Array.isArray(value) && value.every(isObject);

const types = ['string', 'integer', 'number', 'boolean', 'object', 'array'];
const controlNames = new Set<unknown>(controls.map((control) => control.name));

const larger = (base: number, use: number): number => Math.max(base, use);
const smaller = (base: number, use: number): number => Math.min(base, use);
const equal = (base: unknown, use: unknown): unknown => (equalJson(base, use) ? use : undefined);
const union = (base: readonly string[], use: readonly string[]): string[] => [...new Set([...base, ...use])];
const common = (base: readonly unknown[], use: readonly unknown[]): unknown => {
  const shared = use.filter((item) => base.includes(item));
  return shared.length > 0 ? shared : undefined;
};

const text: Keyword = { shape: string, text: true };

/** The keywords of a subschema but for those that hold further subschemas or lists of options and checks. */
export const keywords: Readonly<Record<string, Keyword>> = {
  type: { shape: (value) => types.includes(value as string), both: narrowerType },
  title: text,
  description: text,
  help: text,
  outputTitle: text,
  control: { shape: (value) => controlNames.has(value) },
  label: { shape: (value) => value === 'hidden' },
  optionalMark: { shape: boolean },
  collapsible: { shape: boolean },
  when: { shape: string },
  requiredWhen: { shape: string },
  value: { shape: string },
  internal: { shape: boolean },
  prefill: { shape: string },
  changeable: { shape: boolean },
  service: { shape: string },
  autocomplete: { shape: string },
  unit: text,
  format: { shape: string, both: equal },
  pattern: { shape: string, both: bothPatterns },
  postalCode: { shape: string, both: equal },
  minLength: { shape: number, both: larger },
  maxLength: { shape: number, both: smaller },
  maxWords: { shape: number, both: smaller },
  contentMediaType: { shape: string, both: equal },
  minimum: { shape: number, both: larger },
  maximum: { shape: number, both: smaller },
  notBefore: { shape: string },
  notAfter: { shape: string },
  exclusiveMinimum: { shape: number, both: larger },
  exclusiveMaximum: { shape: number, both: smaller },
  multipleOf: { shape: number, both: commonMultiple },
  const: { shape: isScalar, both: equal },
  enum: { shape: scalars, both: common },
  options: { shape: string },
  anyOf: { shape: objects, both: equal },
  not: { shape: isObject, both: equal },
  required: { shape: strings, both: union },
  minProperties: { shape: number, both: larger },
  maxProperties: { shape: number, both: smaller },
  minItems: { shape: number, both: larger },
  maxItems: { shape: number, both: smaller },
  uniqueItems: { shape: boolean, both: (base: boolean, use: boolean) => base || use },
  as: { shape: string },
  heading: text,
  add: text,
  remove: text,
  empty: text,
  accept: { shape: strings, both: bothAccept },
  maxBytes: { shape: number, both: smaller },
  about: { shape: isObject },
};

/** The row of a keyword; inherited names are none. */
export function keywordOf(name: string): Keyword | undefined {
  return Object.hasOwn(keywords, name) ? keywords[name] : undefined;
}

/** Both constraints of a keyword in one value; `undefined` when they exclude each other or cannot be said together. */
export function combine(keyword: Keyword, base: unknown, use: unknown): unknown {
  // The shapes were tested before: each function gets values of its keyword.
  return keyword.both ? keyword.both(base as never, use as never) : use;
}

function narrowerType(base: string, use: string): string | undefined {
  if (base === use) return use;
  const pair = [base, use];
  return pair.includes('integer') && pair.includes('number') ? 'integer' : undefined;
}

/** Two anchored patterns as one: the first looks ahead. */
function bothPatterns(base: string, use: string): string | undefined {
  if (base === use) return use;
  const anchored = /^\^\(\?:[\s\S]*\)\$$/;
  if (!anchored.test(base) || !anchored.test(use)) return undefined;
  return `^(?:(?=${base.slice(1)})${use.slice(1, -1)})$`;
}

/** Of whole numbers (also of decimals with few places, such as 0.01 and 0.05). */
function commonMultiple(base: number, use: number): number | undefined {
  const scale = 1e6;
  const [left, right] = [Math.round(base * scale), Math.round(use * scale)];
  if (left <= 0 || right <= 0 || left / scale !== base || right / scale !== use) return undefined;
  let [a, b] = [left, right];
  while (b > 0) [a, b] = [b, a % b];
  return ((left / a) * right) / scale;
}

/** What both accept; `image/*` covers every image. */
function bothAccept(base: readonly string[], use: readonly string[]): string[] | undefined {
  const covers = (wide: string, narrow: string): boolean =>
    wide === narrow || (wide.endsWith('/*') && narrow.startsWith(wide.slice(0, -1)));
  const shared = [
    ...use.filter((one) => base.some((other) => covers(other, one))),
    ...base.filter((one) => !use.includes(one) && use.some((other) => covers(other, one))),
  ];
  return shared.length > 0 ? shared : undefined;
}
