import type { JsonValue } from '@schalter/definition';
import type { LeafNode } from '../program.ts';
import type { DataCell } from './group.ts';
import type { LeafCell } from './leaf.ts';
import { normaliseAnswer } from './normalise.ts';

/** Where prefilled answers come from. */
export interface Prefill {
  readonly today: string;
  readonly query: Readonly<Record<string, string>>;
  /** What is proven about the person. */
  readonly claim?: (node: LeafNode) => JsonValue | undefined;
  /** Only entries that are added from now on. */
  readonly entriesOnly?: boolean;
}

/** Fills the unanswered leaves of a cell; what a leaf's constraint refuses is dropped. */
export function prefillIn(cell: DataCell, prefill: Prefill): void {
  if (cell.kind === 'group') {
    for (const member of cell.members.values()) prefillIn(member, prefill);
  } else if (cell.kind === 'list') {
    for (const { content } of cell.entries()) if (content) prefillIn(content, prefill);
  } else if (cell.node.prefill !== undefined && cell.raw() === null) {
    fill(cell, prefill);
  }
}

function fill(cell: LeafCell, { today, query, claim }: Prefill): void {
  const { node } = cell;
  const source = node.prefill ?? '';
  let found: JsonValue | undefined;
  if (source === 'today') found = today;
  else if (source.startsWith('query.')) {
    const name = source.slice('query.'.length);
    found = Object.hasOwn(query, name) ? read(node.type, query[name]) : undefined;
  } else found = claim?.(node);
  const answer = found === undefined ? undefined : normaliseAnswer(node, found);
  if (answer === undefined || answer === null) return;
  if (cell.world.validate(node.template, answer).length === 0) cell.raw(answer);
}

/** A link's parameter as the type of the leaf; links write numbers and truth as programs do. */
function read(type: LeafCell['node']['type'], text: string | undefined): JsonValue | undefined {
  if (text === undefined) return undefined;
  if (type === 'string') return text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (type === 'array') return text.split(',');
  const number = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  return type === 'number' || type === 'integer' ? number : undefined;
}
