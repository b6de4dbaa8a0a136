import { type JsonObject, type JsonValue, joinPointer } from '@schalter/definition';
import { elements, isObject, type Loose, member, members } from '../check/place.ts';

/** A field, group or list of a form with where it stands. */
export interface ComparedField {
  /** Pointer template of its answer. */
  readonly template: string;
  /** JSON Pointer into the resolved form. */
  readonly at: string;
  readonly schema: Loose;
  readonly kind: 'field' | 'group' | 'list';
  /** Demanded by `required` around it. */
  readonly required: boolean;
}

/** Everything of a form that has an answer, by template. */
export function fieldsOf(data: JsonValue): ReadonlyMap<string, ComparedField> {
  const found = new Map<string, ComparedField>();
  visit(data, '', '/data', true, found);
  return found;
}

function visit(
  schema: JsonValue | undefined,
  template: string,
  at: string,
  required: boolean,
  found: Map<string, ComparedField>,
): void {
  if (!isObject(schema)) return;
  const kind = kindOf(schema);
  if (kind === undefined) return;
  if (template !== '') found.set(template, { template, at, schema, kind, required });
  if (kind === 'list') visit(member(schema, 'items'), `${template}/*`, joinPointer(at, 'items'), true, found);
  if (kind !== 'group') return;
  const demanded = elements(member(schema, 'required'));
  for (const [name, inner] of members(member(schema, 'properties'))) {
    visit(
      inner,
      `${template}/${name}`,
      joinPointer(joinPointer(at, 'properties'), name),
      demanded.includes(name),
      found,
    );
  }
}

function kindOf(schema: Loose): ComparedField['kind'] | undefined {
  const type = member(schema, 'type');
  if (type === 'object') return member(schema, 'control') === 'file' ? 'field' : 'group';
  if (type === 'array') return 'list';
  const isAnswer = type ?? member(schema, 'oneOf') ?? member(schema, 'enum') ?? member(schema, 'const');
  return isAnswer === undefined ? undefined : 'field';
}

/** Constants of a choice, of a list of choices too. */
export function optionsOf({ schema }: ComparedField): readonly JsonValue[] | undefined {
  const holder = member(schema, 'type') === 'array' ? member(schema, 'items') : schema;
  const options = member(holder, 'oneOf');
  if (options !== undefined) return elements(options).map((option) => member(option, 'const') ?? null);
  const listed = member(holder, 'enum');
  return listed === undefined ? undefined : elements(listed);
}

/** What a field is called in sentences. */
export function titleOf({ schema, template }: ComparedField): string {
  const title = member(schema, 'outputTitle') ?? member(schema, 'title');
  return typeof title === 'string' ? title : (template.split('/').at(-1) ?? template);
}

/** JSON as text, to compare and to show; what is not there is `undefined`. */
export function written(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

/** A member as object, `{}` where it is none. */
export function objectOf(value: JsonValue | undefined, name: string): JsonObject {
  const found = member(value, name);
  return isObject(found) ? found : {};
}
