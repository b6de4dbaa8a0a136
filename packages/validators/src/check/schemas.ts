import type { JsonValue } from '@schalter/definition';
import type { CheckContext } from './context.ts';
import { below, elements, isObject, type Loose, member, members, type Place } from './place.ts';

/**
 * Visits every subschema as written: in `data` of the form and `schema` of its blocks, through `properties`, `items` and
 * `$defs`. Not through `anyOf` and `not`, which hold constraints.
 */
export function visitSchemas(context: CheckContext, visit: (schema: Loose, place: Place) => void): void {
  for (const { kind, file, content } of context.files) {
    const name = kind === 'form' ? 'data' : kind === 'block' ? 'schema' : undefined;
    if (name !== undefined) walk(member(content, name), { file, at: `/${name}` }, visit);
  }
}

function walk(schema: JsonValue | undefined, place: Place, visit: (schema: Loose, place: Place) => void): void {
  if (!isObject(schema)) return;
  visit(schema, place);
  walk(member(schema, 'items'), below(place, 'items'), visit);
  for (const holder of ['properties', '$defs']) {
    for (const [name, inner] of members(member(schema, holder))) walk(inner, below(place, holder, name), visit);
  }
}

/** A subschema and the constraints in its `anyOf` and `not`, each with its place. */
export function constraintsOf(schema: Loose, place: Place): [Loose, Place][] {
  const found: [Loose, Place][] = [[schema, place]];
  elements(member(schema, 'anyOf')).forEach((branch, index) => {
    if (isObject(branch)) found.push([branch, below(place, 'anyOf', index)]);
  });
  const not = member(schema, 'not');
  if (isObject(not)) found.push([not, below(place, 'not')]);
  return found;
}
