import type { JsonValue } from '@schalter/definition';
import { type Context, type Place, report } from './context.ts';
import { fillsOf } from './lookup.ts';
import { below, get, objectOf, textOf } from './raw.ts';
import { isChoice, leafTypeOf } from './types.ts';

/** What the field that names a service has to be, by the service's kind; a detail of what it is not. */
const misfits: Readonly<Record<string, (schema: JsonValue | undefined) => string | undefined>> = {
  booking: (schema) =>
    isEnteredText(schema) && textOf(schema, 'format') === 'date-time'
      ? undefined
      : 'a slot is a date and a time ("type": "string", "format": "date-time")',
  geo: (schema) => (isEnteredText(schema) ? undefined : 'a place is a text ("type": "string") without options'),
  eid: (schema) =>
    textOf(schema, 'prefill')?.startsWith('identity.')
      ? undefined
      : '"prefill" has to say what of the card it takes ("identity.<claim>")',
  upload: (schema) => (textOf(schema, 'control') === 'file' ? undefined : 'files go where "block:file" stands'),
  // What a lookup cannot serve, the lookup says for itself.
  lookup: () => undefined,
};

function isEnteredText(schema: JsonValue | undefined): boolean {
  return leafTypeOf(schema) === 'string' && !isChoice(schema) && get(schema, 'value') === undefined;
}

/** Checks that the service a field names can serve it; what a booking or geo service fills in beside it. */
export function compileFieldService(
  context: Context,
  schema: JsonValue | undefined,
  pointer: string,
  template: string,
  name: string,
  place: Place,
): { readonly fills?: Readonly<Record<string, string>> } {
  const service = textOf(schema, 'service');
  if (service === undefined) return {};
  const settings = get(objectOf(context.form, 'services'), service);
  const at = below(pointer, 'service');
  if (settings === undefined) {
    report(context, 'service-unknown', at, { service });
    return {};
  }
  const kind = textOf(settings, 'kind') ?? '';
  const misfit = Object.hasOwn(misfits, kind) ? misfits[kind]?.(schema) : 'services of this kind stand at no field';
  if (misfit !== undefined) report(context, 'service-field', at, { service, kind, name, detail: misfit });
  if (misfit !== undefined || kind === 'lookup') return {};
  const fills = fillsOf(context, settings, below('/services', service), template, name, place);
  return Object.keys(fills).length > 0 ? { fills } : {};
}

/** Reports a service on what is no single field. */
export function refuseService(context: Context, schema: JsonValue | undefined, pointer: string, name: string): void {
  const service = textOf(schema, 'service');
  const settings = service === undefined ? undefined : get(objectOf(context.form, 'services'), service);
  if (service === undefined || settings === undefined) return;
  const kind = textOf(settings, 'kind') ?? '';
  const code = kind === 'lookup' ? 'lookup-field' : 'service-field';
  report(context, code, below(pointer, 'service'), { service, kind, name, detail: 'it serves single values' });
}
