import type { JsonValue } from '@schalter/definition';
import type { OptionNode } from '../program.ts';
import { type Context, compileAt, type Place, report } from './context.ts';
import { below, get, listOf, some, textOf } from './raw.ts';
import type { Texts } from './texts.ts';
import { leafTypeOf } from './types.ts';

/** The options of a field, or of the entries of a list of chosen values. */
export function compileOptions(
  context: Context,
  texts: Texts,
  schema: JsonValue | undefined,
  pointer: string,
  place: Place,
): OptionNode[] {
  const list = leafTypeOf(schema) === 'array';
  const holder = list ? get(schema, 'items') : schema;
  const base = list ? below(pointer, 'items') : pointer;
  const options: OptionNode[] = [];
  for (const [index, option] of listOf(holder, 'oneOf').entries()) {
    const at = below(base, 'oneOf', index);
    const value = get(option, 'const');
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
    if (options.some((other) => other.value === value)) report(context, 'option-twice', at, { value });
    options.push({
      value,
      title: texts.line(below(at, 'title'), textOf(option, 'title') ?? String(value), place) ?? '',
      ...some('hint', texts.tree(below(at, 'description'), textOf(option, 'description'), place)),
      ...some('when', compileAt(context, below(at, 'when'), textOf(option, 'when'), place, ['boolean'])),
      ...(get(option, 'exclusive') === true ? { exclusive: true as const } : {}),
      ...(get(option, 'divider') === true ? { divider: true as const } : {}),
    });
  }
  if (options.length > 0) return options;
  for (const value of listOf(holder, 'enum')) {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
    options.push({ value, title: texts.line(`${base}/enum#${value}`, String(value), place) ?? '' });
  }
  return options;
}
