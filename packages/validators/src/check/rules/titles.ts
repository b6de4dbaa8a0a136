import type { JsonValue } from '@schalter/definition';
import { originOf } from '@schalter/definition';
import { type CheckContext, type Rule, report } from '../context.ts';
import { resolvedJson } from '../files.ts';
import { below, isObject, member, members } from '../place.ts';

/** Every field and list that people see has a label: pages, error messages and the summary need it. */
export const titles: Rule = {
  name: 'titles',
  run(context) {
    if (context.resolved) visit(context, member(resolvedJson(context.resolved), 'data'), '/data', '');
  },
};

/** @param name of the property that is this subschema; '' for the root and for entries of lists */
function visit(context: CheckContext, schema: JsonValue | undefined, pointer: string, name: string): void {
  if (!context.resolved || !isObject(schema)) return;
  const type = member(schema, 'type');
  const isGroup = type === 'object' && member(schema, 'control') !== 'file';
  const isText = type === undefined && member(schema, 'oneOf') === undefined && member(schema, 'const') === undefined;
  if (
    name !== '' &&
    !isGroup &&
    !isText &&
    member(schema, 'internal') !== true &&
    member(schema, 'title') === undefined
  ) {
    report(context, 'title-missing', originOf(context.resolved, pointer), { name });
  }
  const at = { file: '', at: pointer };
  visit(context, member(schema, 'items'), below(at, 'items').at, '');
  if (!isGroup) return;
  for (const [property, inner] of members(member(schema, 'properties'))) {
    visit(context, inner, below(at, 'properties', property).at, property);
  }
}
