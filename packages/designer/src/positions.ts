import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

/** A stretch of a text, in characters from its start. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/**
 * Where a JSON Pointer points to in a text: the value, or of a group or list its opening bracket's line; for what is
 * missing, the nearest thing around it. Works on text that is still being written.
 */
export function locate(text: string, pointer: string): Stretch {
  const tree = parseTree(text);
  if (!tree) return { offset: 0, length: 0 };
  const segments = pointer.split('/').slice(1).map(unescapeSegment);
  for (let depth = segments.length; depth >= 0; depth--) {
    const node = findNodeAtLocation(tree, segments.slice(0, depth).map(numberIfIndex));
    if (node) return markable(node);
  }
  return markable(tree);
}

/** The wave under a whole group would drown it: its name, or else its bracket, is enough. */
function markable(node: Node): Stretch {
  if (node.type !== 'object' && node.type !== 'array') return { offset: node.offset, length: node.length };
  const name = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  return name ? { offset: name.offset, length: name.length } : { offset: node.offset, length: 1 };
}

function unescapeSegment(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

function numberIfIndex(segment: string): string | number {
  return /^(0|[1-9]\d*)$/.test(segment) ? Number(segment) : segment;
}
