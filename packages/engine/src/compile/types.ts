import type { JsonValue } from '@schalter/definition';
import type { LeafType } from '../program.ts';
import type { ValueType } from './expression-scope.ts';
import type { GroupType } from './expression-types.ts';
import { get, listOf, objectOf, textOf } from './raw.ts';

/** What a subschema is in the tree of answers. `nothing`: text inside a group, or a schema without a usable type. */
export type Shape = 'leaf' | 'group' | 'list' | 'text' | 'nothing';

const scalarTypes = ['string', 'number', 'integer', 'boolean'];

export function shapeOf(schema: JsonValue | undefined): Shape {
  const type = textOf(schema, 'type');
  const control = textOf(schema, 'control');
  if (type === undefined) return control === 'text' || control === 'notice' ? 'text' : typeFromOptions(schema);
  if (type === 'object') return control === 'file' ? 'leaf' : 'group';
  if (type === 'array') return isChoice(get(schema, 'items')) ? 'leaf' : 'list';
  return scalarTypes.includes(type) ? 'leaf' : 'nothing';
}

/** Options or a constant tell the type where `type` is left out. */
function typeFromOptions(schema: JsonValue | undefined): Shape {
  return isChoice(schema) || get(schema, 'const') !== undefined ? 'leaf' : 'nothing';
}

/** Whether one answer is chosen from given ones: a list of such is one answer with several values. */
export function isChoice(schema: JsonValue | undefined): boolean {
  const type = textOf(schema, 'type');
  if (type === 'object' || type === 'array') return false;
  return (
    listOf(schema, 'oneOf').length > 0 || listOf(schema, 'enum').length > 0 || textOf(schema, 'options') !== undefined
  );
}

export function leafTypeOf(schema: JsonValue | undefined): LeafType {
  const type = textOf(schema, 'type');
  if (type === 'array' || type === 'object' || (type !== undefined && scalarTypes.includes(type)))
    return type as LeafType;
  const example = get(listOf(schema, 'oneOf')[0], 'const') ?? listOf(schema, 'enum')[0] ?? get(schema, 'const');
  return typeof example === 'number' ? 'number' : typeof example === 'boolean' ? 'boolean' : 'string';
}

/** The type of a subschema's answers in expressions; `undefined` for text. */
export function valueTypeOf(schema: JsonValue | undefined): ValueType | undefined {
  switch (shapeOf(schema)) {
    case 'group':
      return groupTypeOf(schema);
    case 'list':
      return { kind: 'list', of: valueTypeOf(get(schema, 'items')) ?? { kind: 'null' } };
    case 'leaf':
      return leafValueType(schema);
    default:
      return undefined;
  }
}

export function groupTypeOf(schema: JsonValue | undefined): GroupType {
  const members: [string, ValueType][] = [];
  for (const [name, member] of Object.entries(objectOf(schema, 'properties'))) {
    const type = valueTypeOf(member);
    if (type) members.push([name, type]);
  }
  return { kind: 'group', members: Object.fromEntries(members) };
}

function leafValueType(schema: JsonValue | undefined): ValueType {
  const type = leafTypeOf(schema);
  if (type === 'array') return { kind: 'list', of: valueTypeOf(get(schema, 'items')) ?? { kind: 'string' } };
  if (type === 'object') return groupTypeOf(schema);
  if (type === 'boolean') return { kind: 'boolean' };
  if (type === 'number' || type === 'integer') return { kind: 'number' };
  if (textOf(schema, 'format') === 'date') return { kind: 'date' };
  const markdown = textOf(schema, 'control') === 'rich-text' || textOf(schema, 'contentMediaType') === 'text/markdown';
  return markdown ? { kind: 'string', markdown: true } : { kind: 'string' };
}
