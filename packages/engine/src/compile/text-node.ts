import type { JsonValue } from '@schalter/definition';
import type { TextNode } from '../program.ts';
import { type Context, compileAt, type Place } from './context.ts';
import { below, get, some, textOf } from './raw.ts';
import type { Texts } from './texts.ts';

/** Text inside a group (`description`) or a text block of a step (`text`). */
export function textNode(
  context: Context,
  texts: Texts,
  schema: JsonValue | undefined,
  pointer: string,
  name: string,
  template: string,
  place: Place,
  keyword: 'description' | 'text',
): TextNode {
  const collapsible = get(schema, 'collapsible') === true;
  return {
    kind: 'text',
    name,
    template,
    style: textOf(schema, 'control') === 'notice' ? 'notice' : collapsible ? 'details' : 'text',
    texts: {
      ...some('title', texts.line(below(pointer, 'title'), textOf(schema, 'title'), place)),
      ...some('description', texts.tree(below(pointer, keyword), textOf(schema, keyword), place)),
    },
    ...some('when', compileAt(context, below(pointer, 'when'), textOf(schema, 'when'), place, ['boolean'])),
    steps: [],
  };
}
