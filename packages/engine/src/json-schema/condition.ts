import type { JsonObject } from '@schalter/definition';

/** A condition over the answers, in the words of JSON Schema: true for documents in which it is true. */
export type Condition =
  | { readonly kind: 'always' | 'never' }
  /** Something at a template (a leaf, a list, a group) is there and fits a schema. */
  | { readonly kind: 'there'; readonly template: string; readonly schema: JsonObject }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

export const always: Condition = { kind: 'always' };
export const never: Condition = { kind: 'never' };

export function there(template: string, schema: JsonObject = {}): Condition {
  return { kind: 'there', template, schema };
}

export function not(of: Condition): Condition {
  if (of.kind === 'always') return never;
  if (of.kind === 'never') return always;
  return of.kind === 'not' ? of.of : { kind: 'not', of };
}

export function all(...conditions: readonly Condition[]): Condition {
  return together('all', conditions);
}

export function any(...conditions: readonly Condition[]): Condition {
  return together('any', conditions);
}

function together(kind: 'all' | 'any', conditions: readonly Condition[]): Condition {
  const [neutral, decisive] = kind === 'all' ? [always, never] : [never, always];
  const of: Condition[] = [];
  for (const one of conditions) {
    if (one.kind === decisive.kind) return decisive;
    if (one.kind === kind) of.push(...one.of);
    else if (one.kind !== neutral.kind) of.push(one);
  }
  const [only] = of;
  return only === undefined ? neutral : of.length === 1 ? only : { kind, of };
}

/** All places a condition reads. */
export function templatesIn(condition: Condition): string[] {
  switch (condition.kind) {
    case 'there':
      return [condition.template];
    case 'not':
      return templatesIn(condition.of);
    case 'all':
    case 'any':
      return condition.of.flatMap(templatesIn);
    default:
      return [];
  }
}

/** The condition as a schema of what stands at a template, at or below which all its places lie. */
export function schemaOf(condition: Condition, level: string): JsonObject | boolean {
  switch (condition.kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'there':
      return within(namesBelow(level, condition.template), condition.schema);
    case 'not':
      return { not: schemaOf(condition.of, level) };
    case 'all':
      return { allOf: condition.of.map((part) => schemaOf(part, level)) };
    default:
      return { anyOf: condition.of.map((part) => schemaOf(part, level)) };
  }
}

/** The names that lead from a template to one below it. */
export function namesBelow(level: string, template: string): readonly string[] {
  return template === level ? [] : template.slice(level.length + 1).split('/');
}

/** The member at a path is there and fits a schema. */
function within(path: readonly string[], schema: JsonObject): JsonObject {
  return path.reduceRight<JsonObject>(
    (inner, name) => ({
      required: [name],
      ...(Object.keys(inner).length > 0 ? { properties: { [name]: inner } } : {}),
    }),
    schema,
  );
}
