import type { JsonObject, JsonValue } from '@schalter/definition';
import type { DataNode, GroupNode } from '../../src/program.ts';
import { normaliseAnswer } from '../../src/run/normalise.ts';

/**
 * A document as a submission is written: texts trimmed, nothing unanswered or empty in it. What is no matter of writing
 * (names that do not exist, values of another type) stays.
 */
export function canonical(root: GroupNode, document: JsonValue): JsonValue {
  return written(root, document) ?? {};
}

function written(node: DataNode | undefined, value: JsonValue): JsonValue | undefined {
  if (node?.kind === 'leaf') {
    const kept = normaliseAnswer(node, value);
    return kept === undefined ? value : (kept ?? undefined);
  }
  if (node?.kind === 'list' && Array.isArray(value)) {
    if (value.length === 0) return undefined;
    return value.map((entry: JsonValue) => written(node.item, entry) ?? (node.item.kind === 'group' ? {} : null));
  }
  if (node?.kind !== 'group' || typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value ?? undefined;
  }
  const members = Object.entries(value as JsonObject).flatMap(([name, member]) => {
    const found = node.members.find((one) => one.name === name && one.kind !== 'text') as DataNode | undefined;
    const kept = found ? written(found, member as JsonValue) : (member as JsonValue);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return members.length > 0 || node.template === '' ? Object.fromEntries(members) : undefined;
}
