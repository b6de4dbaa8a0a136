import type { LeafNode } from '../program.ts';
import { fitting } from './rules.ts';
import { conditionOf } from './translate.ts';
import type { Writing } from './writing.ts';

/** Says that an option which is not offered is not chosen. */
export function writeOptions({ reader, rules, leaveOut }: Writing, node: LeafNode): void {
  const group = reader.around(node);
  if (node.value || !group) return;
  for (const { value, when } of node.options ?? []) {
    if (!when) continue;
    const offered = conditionOf(reader, when, reader.standing(node), true);
    const chosen = node.type === 'array' ? { contains: { const: value } } : { const: value };
    const said =
      offered && rules.add(node.template, group.template, [offered], (path) => fitting(path, { not: chosen }), true);
    if (!said) leaveOut(node.template, 'options');
  }
}
