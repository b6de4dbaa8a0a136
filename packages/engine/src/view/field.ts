import { printEntry } from '../entry/print.ts';
import type { LeafNode, OptionNode } from '../program.ts';
import type { LeafCell } from '../run/leaf.ts';
import type { FieldView, OptionView } from '../view.ts';
import { valueLines, withUnit } from './lines.ts';
import { hintsOf, lineOf, type Reading, treeOf } from './text.ts';
import { labelOf, problemView, readingAt, type Viewing } from './viewing.ts';

/** @param shown whether its problems are shown already */
export function fieldView(viewing: Viewing, cell: LeafCell, shown: boolean): FieldView {
  const { node } = cell;
  const reading = readingAt(viewing, cell);
  const value = cell.answer();
  const required = cell.required();
  const computed = node.value !== undefined;
  const service = viewing.services?.field(cell);
  return {
    kind: 'field',
    at: cell.pointer(),
    template: node.template,
    control: node.control,
    type: node.type,
    ...(node.format === undefined ? {} : { format: node.format }),
    label: labelOf(viewing, cell),
    labelHidden: node.labelHidden === true,
    ...hintsOf(reading, node.texts),
    value,
    text: computed ? valueLines(reading, node, value).join('\n') : printEntry(node, value, reading.language),
    required,
    // A row of a list may stay empty as well, but what may be left out is the list.
    optionalMark: !required && !computed && !cell.own && node.optionalMark !== false,
    readOnly: computed || service?.proven?.locked === true || service?.filled === true,
    ...(node.options ? { options: cell.options().map((option) => optionView(reading, option, value)) } : {}),
    ...constraints(reading, node),
    ...service,
    problems: shown ? cell.findings().map((finding) => problemView(viewing, cell, finding)) : [],
  };
}

function optionView(reading: Reading, option: OptionNode, value: FieldView['value']): OptionView {
  const hint = treeOf(reading, option.hint);
  return {
    value: option.value,
    title: lineOf(reading, option.title),
    ...(hint ? { hint } : {}),
    exclusive: option.exclusive === true,
    divider: option.divider === true,
    selected: Array.isArray(value) ? value.includes(option.value) : value === option.value,
  };
}

const copied = [
  'unit',
  'autocomplete',
  'minLength',
  'maxLength',
  'maxWords',
  'minimum',
  'maximum',
  'accept',
  'maxBytes',
] as const satisfies readonly (keyof LeafNode & keyof FieldView)[];

type Constraints = Pick<FieldView, (typeof copied)[number]>;

function constraints(reading: Reading, node: LeafNode): Constraints {
  const field = withUnit(reading, node);
  return Object.fromEntries(copied.flatMap((name) => (field[name] === undefined ? [] : [[name, field[name]]])));
}
