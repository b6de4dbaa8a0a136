import type { JsonValue } from '@schalter/definition';
import { parseDate } from '../expression/calendar.ts';
import type { GroupValue, Value } from '../expression/tree.ts';
import type { LeafNode, LeafType } from '../program.ts';

/**
 * What an expression sees of an answer: `null` where it has the wrong type, or is a date that no calendar has (half
 * typed, 31 February). Lists of values always exist, and so does a file's group.
 */
export function conform(node: LeafNode, answer: JsonValue): Value {
  if (node.type === 'array') return conformList(node, answer);
  if (node.type === 'object') return objectValue(answer);
  return isOfType(node.type, answer, node.format) ? (answer as string | number | boolean) : null;
}

/** Whether an answer has the type its field asks for. */
export function isOfType(type: LeafType | undefined, answer: JsonValue, format: string | undefined): boolean {
  switch (type) {
    case 'string':
      return typeof answer === 'string' && (format !== 'date' || parseDate(answer) !== undefined);
    case 'integer':
      return Number.isInteger(answer);
    case 'number':
    case 'boolean':
      return typeof answer === type;
    case 'array':
      return Array.isArray(answer);
    default:
      return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
  }
}

const none: readonly Value[] = [];

function conformList(node: LeafNode, answer: JsonValue): readonly Value[] {
  if (!Array.isArray(answer)) return none;
  return answer.every((entry) => isOfType(node.itemType, entry, undefined)) ? (answer as readonly Value[]) : none;
}

/** A file's answer as the group it is. */
function objectValue(answer: JsonValue): GroupValue {
  const members = typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer : {};
  return {
    kind: 'group',
    get(name) {
      const member = Object.hasOwn(members, name) ? (members as Readonly<Record<string, JsonValue>>)[name] : null;
      return typeof member === 'object' ? null : (member ?? null);
    },
    answered: () => Object.keys(members).length > 0,
  };
}

/** The value of an expression as an answer of a computed leaf; unknown and unfit values are `null`. */
export function answerOf(node: LeafNode, value: Value): JsonValue {
  if (node.type === 'integer' && typeof value === 'number') {
    // Half away from zero.
    const rounded = Math.sign(value) * Math.round(Math.abs(value)) + 0;
    return Number.isSafeInteger(rounded) ? rounded : null;
  }
  if (node.type === 'array') {
    if (!Array.isArray(value)) return null;
    const entries = value.filter((entry) => entry !== null && entry !== undefined && typeof entry !== 'object');
    return entries.length === 0 ? null : (entries as JsonValue[]);
  }
  if (value === undefined || typeof value === 'object') return null;
  return isOfType(node.type, value, undefined) ? value : null;
}
