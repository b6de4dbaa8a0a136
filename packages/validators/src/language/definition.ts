import { type Declaration, type DeclaringForm, declarationAt, membersOf, referredBy } from './declarations.ts';
import { type JsonDocument, memberOf, type StringPlace, stringAt, valueOffset } from './document.ts';
import { expressionsIn } from './expression-places.ts';
import { referencesIn } from './references.ts';

/** Where what stands at an offset of form.json is declared: a field, a named expression, a block, a list, a service, a section. */
export function definitionAt(document: JsonDocument, context: DeclaringForm, offset: number): Declaration | undefined {
  const place = stringAt(document, offset);
  return place && declarationOf(document, context, place, offset);
}

export function declarationOf(
  document: JsonDocument,
  context: DeclaringForm,
  place: StringPlace,
  offset: number,
): Declaration | undefined {
  const { path, value } = place;
  if (place.isName) return ownDeclaration(path);
  const at = valueOffset(document, place, offset);
  const expression = expressionsIn(context, place).find(({ start, end }) => at >= start && at <= end);
  if (expression) {
    const references = referencesIn(context, value.slice(expression.start, expression.end), expression);
    const inside = at - expression.start;
    return references.find(({ start, end }) => inside >= start && inside <= end)?.target;
  }
  return namedBy(context, path, value);
}

/** The declaration that a property's name makes. */
function ownDeclaration(path: readonly (string | number)[]): Declaration | undefined {
  const holder = path.at(-2);
  const declares = holder === 'properties' || (path[0] === 'define' && path.length === 2);
  return declares ? { file: 'form.json', path, schema: undefined } : undefined;
}

/** What a string that is no expression names. */
function namedBy(context: DeclaringForm, path: readonly (string | number)[], value: string): Declaration | undefined {
  const keyword = path.findLast((name) => typeof name === 'string');
  const inForm = (...to: (string | number)[]): Declaration | undefined => {
    const schema = to.reduce<ReturnType<typeof memberOf>>((found, name) => memberOf(found, name), context.form);
    return schema === undefined ? undefined : { file: 'form.json', path: to, schema };
  };
  if (value.startsWith('/')) return declarationAt(context, value);
  if (keyword === '$ref') return referredBy(context, { file: 'form.json', path, schema: { $ref: value } });
  if (keyword === 'options' && value.startsWith('list:')) return { file: value, path: [], schema: undefined };
  if (keyword === 'service' || keyword === 'handover') return inForm('services', value);
  if (keyword === 'section' || keyword === 'after') return named(context, 'sections', value);
  if (keyword === 'required') {
    const group = path.slice(0, path.lastIndexOf('required'));
    const schema = group.reduce<ReturnType<typeof memberOf>>((found, name) => memberOf(found, name), context.form);
    return membersOf(context, { file: 'form.json', path: group, schema }).get(value);
  }
  return undefined;
}

function named(context: DeclaringForm, list: string, id: string): Declaration | undefined {
  const entries = memberOf(context.form, list);
  const index = Array.isArray(entries) ? entries.findIndex((entry) => memberOf(entry, 'id') === id) : -1;
  return index === -1 ? undefined : { file: 'form.json', path: [list, index], schema: memberOf(entries, index) };
}
