import type { JsonValue } from '@schalter/definition';
import type { Expression } from '../expression/tree.ts';
import type { LookupNode } from '../program.ts';
import { type Context, compileAt, type Place, report } from './context.ts';
import { below, get, numberOf, objectOf, textOf } from './raw.ts';
import { isChoice, leafTypeOf } from './types.ts';

const kinds = ['string', 'date', 'number', 'boolean'] as const;

/** What a lookup does for the field that names it; `undefined` where its service is of another kind, or has no use. */
export function compileLookup(
  context: Context,
  schema: JsonValue | undefined,
  pointer: string,
  template: string,
  name: string,
  place: Place,
): LookupNode | undefined {
  const service = lookupNamed(context, schema);
  if (service === undefined) return undefined;
  const settings = get(objectOf(context.form, 'services'), service);
  const purpose = textOf(settings, 'for');
  if (purpose !== 'options' && purpose !== 'check') return undefined;
  const detail = misfit(schema, purpose);
  if (detail !== undefined) {
    report(context, 'lookup-field', below(pointer, 'service'), { service, name, detail });
    return undefined;
  }
  const at = below('/services', service);
  const given: [string, Expression][] = [];
  for (const [key, text] of Object.entries(objectOf(settings, 'with'))) {
    const written = typeof text === 'string' ? text : undefined;
    const tree = compileAt(context, below(at, 'with', key), written, place, kinds);
    if (tree) given.push([key, tree]);
  }
  const fills = fillsOf(context, settings, at, template, name, place);
  return {
    service,
    for: purpose,
    with: Object.fromEntries(given),
    minLength: purpose === 'options' ? (numberOf(settings, 'minLength') ?? 2) : 0,
    debounce: numberOf(settings, 'debounce') ?? 300,
    strict: purpose === 'check' || get(settings, 'strict') === true,
    blocks: textOf(settings, 'whenUnavailable') === 'block',
    ...(Object.keys(fills).length > 0 ? { fills } : {}),
  };
}

/** The lookup a field names with `service`. */
function lookupNamed(context: Context, schema: JsonValue | undefined): string | undefined {
  const service = textOf(schema, 'service');
  const settings = service === undefined ? undefined : get(objectOf(context.form, 'services'), service);
  return textOf(settings, 'kind') === 'lookup' ? service : undefined;
}

/** Why a lookup cannot serve a field. */
function misfit(schema: JsonValue | undefined, purpose: LookupNode['for']): string | undefined {
  const type = leafTypeOf(schema);
  if (get(schema, 'value') !== undefined) return 'it is computed, so nobody enters anything';
  if (isChoice(schema) || type === 'array') return 'it has options of its own';
  if (purpose === 'options') return type === 'string' ? undefined : 'options are offered for texts';
  return type === 'object' || type === 'boolean' ? 'texts and numbers can be checked' : undefined;
}

/** What a chosen option fills in: fields that stand beside the one it is chosen for. */
export function fillsOf(
  context: Context,
  settings: JsonValue | undefined,
  at: string,
  template: string,
  field: string,
  place: Place,
): Record<string, string> {
  const fills: [string, string][] = [];
  for (const [name, member] of Object.entries(objectOf(settings, 'fills'))) {
    if (typeof member !== 'string') continue;
    const target = `${place.self}/${name.replace(/\./g, '/')}`;
    fills.push([target, member]);
    context.later.push((nodes) => {
      const node = nodes.get(target);
      const isAsked = node?.kind === 'leaf' && !node.value && node.type !== 'array' && node.type !== 'object';
      if (!isAsked || target === template) report(context, 'fills-unknown', below(at, 'fills', name), { name, field });
    });
  }
  return Object.fromEntries(fills);
}

/** What is wrong with the lookups as such, whoever names them. */
export function checkLookup(context: Context, service: string, settings: JsonValue, used: boolean): void {
  if (textOf(settings, 'kind') !== 'lookup') return;
  const at = below('/services', service);
  if (get(settings, 'for') === undefined) report(context, 'keyword-missing', at, { keyword: 'for' });
  if (!used) report(context, 'lookup-unused', at, { service }, 'warning');
  if (get(settings, 'optional') === true && textOf(settings, 'whenUnavailable') === 'block') {
    report(context, 'lookup-optional-blocks', below(at, 'whenUnavailable'), { service });
  }
}
