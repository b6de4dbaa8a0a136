import type { JsonValue } from '@schalter/definition';
import type { LeafNode } from '../../program.ts';
import type { Scalar } from '../circuit/cell.ts';
import type { Model } from '../circuit/model.ts';
import { datesAround, daysLater } from '../sample/date.ts';
import { numbersAround } from '../sample/number.ts';
import { textsAround } from '../sample/text.ts';

/** So many values of one field are tried. */
const most = 80;

/**
 * Values around which something that reads a field may come out otherwise: around the constants it is compared with and
 * computed from. All of them keep the field's constraint.
 * @param today differences to it matter to ages and the like
 */
export function candidatesFor(
  model: Model,
  leaf: LeafNode,
  constants: ReadonlySet<Scalar>,
  today: string,
): readonly JsonValue[] {
  const key = JSON.stringify([leaf.template, [...constants], today]);
  const known = model.candidates.get(key);
  if (known) return known;
  const numbers = [...constants].filter((one) => typeof one === 'number');
  const texts = [...constants].filter((one) => typeof one === 'string');
  const found = valuesFor(leaf, numbers, texts, today);
  const valid = [...new Set(found)].filter((value) => model.validate(leaf.template, value).length === 0);
  const candidates = [...new Map(valid.map((value) => [JSON.stringify(value), value])).values()].slice(0, most);
  model.candidates.set(key, candidates);
  return candidates;
}

function valuesFor(leaf: LeafNode, numbers: readonly number[], texts: readonly string[], today: string): JsonValue[] {
  if (leaf.type === 'array') {
    const values = (leaf.options ?? []).map(({ value }) => value);
    return values.map((_, index) => values.slice(0, index + 1)).slice(0, 20);
  }
  if (leaf.options) {
    const values = leaf.options.map(({ value }) => value);
    const named = values.filter((value) => texts.includes(String(value)) || numbers.includes(Number(value)));
    return [...named, ...values.slice(0, 4)];
  }
  switch (leaf.type) {
    case 'boolean':
      return [true, false];
    case 'number':
    case 'integer':
      return numbersAround([...numbers, leaf.minimum ?? Number.NaN, leaf.maximum ?? Number.NaN]);
    case 'string': {
      if (leaf.format !== 'date') return textsAround(texts, numbers);
      const days = texts.filter((text) => daysLater(text, 0) !== undefined);
      return [
        ...days.flatMap((day) => datesAround(day, [])),
        ...[today, ...days].flatMap((day) => datesAround(day, numbers)),
      ];
    }
    default:
      return [];
  }
}
