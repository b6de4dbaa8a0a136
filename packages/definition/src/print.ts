import { isObject } from './guard.ts';
import type { JsonValue } from './json.ts';

/** Longest line on which a small object or list stands. */
const lineWidth = 120;

/**
 * JSON as form files are laid out: two spaces, a line feed at the end; what holds nothing but single values (or lists of
 * them) stands on one line where it fits. The order of members stays, it has meaning. The same value gives the same text.
 */
export function printJson(value: JsonValue): string {
  return `${print(value, '', 0)}\n`;
}

/** @param used characters that stand before the value on its line */
function print(value: JsonValue, indent: string, used: number): string {
  if (!Array.isArray(value) && !isObject(value)) return JSON.stringify(value);
  if (isFlat(value)) {
    const line = onOneLine(value);
    // A comma may follow.
    if (used + line.length < lineWidth) return line;
  }
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item: JsonValue) => inner + print(item, inner, inner.length));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value as { readonly [name: string]: JsonValue }).map(([name, member]) => {
    const start = `${inner}${JSON.stringify(name)}: `;
    return start + print(member, inner, start.length);
  });
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function isFlat(value: object): boolean {
  const isSingle = (item: unknown) => typeof item !== 'object' || item === null;
  return Array.isArray(value)
    ? value.every(isSingle)
    : Object.values(value).every((item) => isSingle(item) || (Array.isArray(item) && item.every(isSingle)));
}

function onOneLine(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => onOneLine(item)).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value as { readonly [name: string]: JsonValue });
  if (members.length === 0) return '{}';
  return `{ ${members.map(([name, member]) => `${JSON.stringify(name)}: ${onOneLine(member)}`).join(', ')} }`;
}
