import type { JsonValue } from '@schalter/definition';
import type { Expression } from '../expression/tree.ts';
import { type Context, compileAt, type Place, report } from './context.ts';
import { below, some, textOf } from './raw.ts';

/** `notBefore` and `notAfter` of a field: a date as it is written, or an expression that gives one. */
export function compileDateLimits(
  context: Context,
  schema: JsonValue | undefined,
  pointer: string,
  place: Place,
): { readonly notBefore?: Expression; readonly notAfter?: Expression } {
  const limit = (keyword: 'notBefore' | 'notAfter'): Expression | undefined => {
    const text = textOf(schema, keyword);
    const at = below(pointer, keyword);
    if (text === undefined) return undefined;
    if (textOf(schema, 'format') !== 'date') report(context, 'limit-without-date', at, { keyword });
    return compileAt(context, at, /^\d{4}-\d{2}-\d{2}$/.test(text) ? `"${text}"` : text, place, ['date']);
  };
  return { ...some('notBefore', limit('notBefore')), ...some('notAfter', limit('notAfter')) };
}
