import type { JsonValue } from '@schalter/definition';
import type { LeafNode } from '../program.ts';

/** More is no answer of a person; the body limit of a server lies below. */
const longestText = 1_000_000;
const deepest = 4;

/**
 * An answer as it is kept: text trimmed and in Unicode NFC, empty text, empty lists and unticked boxes unanswered.
 * @returns `undefined` for what is no JSON value or beyond all measure
 */
export function normaliseAnswer(node: LeafNode, value: unknown): JsonValue | undefined {
  const copied = copy(value, deepest);
  if (copied === undefined) return undefined;
  if (copied === false && (node.control === 'checkbox' || node.control === 'consent')) return null;
  if (Array.isArray(copied)) {
    const entries = copied.filter((entry) => entry !== null);
    return entries.length === 0 ? null : entries;
  }
  return copied;
}

function copy(value: unknown, depth: number): JsonValue | undefined {
  switch (typeof value) {
    case 'string':
      return value.length > longestText ? undefined : normaliseText(value);
    case 'boolean':
      return value;
    case 'number':
      // -0 is no number people write; JSON has no NaN.
      return Number.isFinite(value) ? value + 0 : undefined;
    case 'object':
      break;
    default:
      return undefined;
  }
  if (value === null) return null;
  if (depth === 0) return undefined;
  if (Array.isArray(value)) {
    const entries: JsonValue[] = [];
    for (const entry of value) {
      const copied = copy(entry, depth - 1);
      if (copied === undefined) return undefined;
      entries.push(copied);
    }
    return entries;
  }
  const members: [string, JsonValue][] = [];
  for (const [name, member] of Object.entries(value)) {
    const copied = name === '__proto__' ? undefined : copy(member, depth - 1);
    if (copied === undefined) return undefined;
    members.push([name, copied]);
  }
  return Object.fromEntries(members);
}

/** Trimmed and NFC; `null` when nothing is left. */
export function normaliseText(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return trimmed.normalize('NFC').trim();
}
