import type { JsonValue } from '@schalter/definition';
import { type Declaration, type DeclaringForm, declarationAt, entriesOf, rootOf } from './declarations.ts';
import { memberOf, type StringPlace } from './document.ts';

/** An expression in a string of form.json, with what its names start from. */
export interface ExpressionPlace {
  /** Its characters in the string's value: all of it, or what stands between `{{` and `}}`. */
  readonly start: number;
  readonly end: number;
  readonly self: Declaration | undefined;
  readonly item: Declaration | undefined;
}

const fieldKeywords = new Set(['when', 'requiredWhen', 'value', 'notBefore', 'notAfter', 'assert']);
const textKeywords = new Set(['title', 'outputTitle', 'description', 'help', 'text', 'message', 'summary', 'heading']);

/** The expressions that stand in a string. */
export function expressionsIn(context: DeclaringForm, place: StringPlace): ExpressionPlace[] {
  if (place.isName) return [];
  const scope = scopeAt(context, place.path);
  if (!scope) return [];
  if (isExpression(place.path)) return [{ start: 0, end: place.value.length, ...scope }];
  const keyword = place.path.findLast((name) => typeof name === 'string');
  if (typeof keyword !== 'string' || !(textKeywords.has(keyword) || place.path.includes('messages'))) return [];
  return [...place.value.matchAll(/\{\{([\s\S]*?)\}\}/g)].map(({ index, 1: inner = '' }) => ({
    start: index + 2,
    end: index + 2 + inner.length,
    ...scope,
  }));
}

function isExpression(path: readonly (string | number)[]): boolean {
  const [top] = path;
  const last = path.at(-1);
  if (top === 'define') return path.length === 2;
  if (top === 'services') return last === 'when' || last === 'amount' || last === 'to' || path.at(-2) === 'with';
  if (top === 'data') return typeof last === 'string' && fieldKeywords.has(last) && path.at(-2) !== 'properties';
  return (top === 'steps' || top === 'checks' || top === 'sections') && (last === 'when' || last === 'assert');
}

/** What `self` and `item` are at a path of form.json. */
function scopeAt(
  context: DeclaringForm,
  path: readonly (string | number)[],
): { self: Declaration | undefined; item: Declaration | undefined } | undefined {
  const root = rootOf(context);
  const [top] = path;
  if (top === 'define') return { self: undefined, item: undefined };
  if (top === 'data') return scopeInData(context, path);
  if (top === 'steps') {
    const forEach = memberOf(memberOf(memberOf(context.form, 'steps'), path[1] ?? ''), 'forEach');
    const list = typeof forEach === 'string' ? declarationAt(context, forEach) : undefined;
    const entry = list && entriesOf(context, list);
    return { self: entry ?? root, item: entry };
  }
  return top === 'services' || top === 'checks' || top === 'sections' || top === 'title' || top === 'summary'
    ? { self: root, item: undefined }
    : undefined;
}

/** In `data`, self is the group around a field's keyword; for the checks of a group, the group itself. */
function scopeInData(context: DeclaringForm, path: readonly (string | number)[]) {
  let schema: JsonValue | undefined = context.form;
  let group: Declaration | undefined;
  let item: Declaration | undefined;
  const inChecks = path.includes('checks');
  for (const [index, name] of path.entries()) {
    schema = memberOf(schema, name);
    const isSchema = index === 0 || path[index - 1] === 'properties' || path[index - 1] === '$defs' || name === 'items';
    if (!isSchema) continue;
    const here: Declaration = { file: 'form.json', path: path.slice(0, index + 1), schema };
    if (name === 'items') item = here;
    // The keywords of a group speak about what is around it, its checks and what is inside about itself.
    const isInside = path[index + 1] === 'properties' || path[index + 1] === 'items' || inChecks;
    const isGroup = memberOf(schema, 'properties') !== undefined || memberOf(schema, '$ref') !== undefined;
    if (isGroup && (isInside || index === 0 || name === 'items')) group = here;
  }
  return { self: group, item };
}
