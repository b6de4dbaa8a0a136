import type { JsonValue } from '@schalter/definition';
import { printForReading } from '../entry/print.ts';
import type { LeafNode } from '../program.ts';
import { lineOf, type Reading } from './text.ts';

/** A field with its unit in the reading's language. */
export function withUnit(reading: Reading, node: LeafNode): LeafNode {
  return node.texts.unit === undefined ? node : { ...node, unit: lineOf(reading, node.texts.unit) };
}

/** An answer as people read it, a line per value: options by their titles, money with its currency. */
export function valueLines(reading: Reading, node: LeafNode, value: JsonValue): readonly string[] {
  if (value === null) return [];
  const values: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => {
    const option = node.options?.find((other) => other.value === one);
    if (option) return [lineOf(reading, option.title)];
    const text = printForReading(withUnit(reading, node), one, reading.language);
    // A long text keeps its lines.
    return typeof one === 'string' ? text.split('\n') : [text];
  });
}
