import type { LeafNode } from '../program.ts';
import { any } from './condition.ts';
import { fitting } from './rules.ts';
import { computedTruth } from './translate.ts';
import type { Writing } from './writing.ts';

/** Says of a computed value what it is, if it is there at all: of a yes or no, as far as there are words for it. */
export function writeValue({ reader, rules, leaveOut }: Writing, node: LeafNode): void {
  const group = reader.around(node);
  if (!node.value || !group) return;
  const [yes, no] = [true, false].map((is) => computedTruth(reader, node, is));
  const about = [node.template, group.template] as const;
  const said =
    yes !== undefined &&
    no !== undefined &&
    rules.add(...about, [yes], (path) => fitting(path, { const: true })) &&
    rules.add(...about, [no], (path) => fitting(path, { const: false })) &&
    rules.add(...about, [any(yes, no)], (path) => fitting(path, false), true);
  if (!said) leaveOut(node.template, 'value');
}
