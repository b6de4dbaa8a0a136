import type { LeafNode, Program } from '../../program.ts';
import type { LeafCell } from '../../run/leaf.ts';
import type { ListCell } from '../../run/list.ts';

/** Where files go: a field for one, or a list of them. */
export type Place = LeafCell | ListCell;

/** The leaf that describes a file, of a list its entries. */
export function leafOf(place: Place): LeafNode | undefined {
  if (place.kind === 'leaf') return place.node;
  return place.node.item.kind === 'leaf' ? place.node.item : undefined;
}

/** Whether a form has any field for files. */
export function takesFiles({ root }: Program): boolean {
  const visit = (node: Program['root']['members'][number]): boolean => {
    if (node.kind === 'group') return node.members.some(visit);
    return node.kind === 'list' ? visit(node.item) : node.kind === 'leaf' && node.control === 'file';
  };
  return visit(root);
}
