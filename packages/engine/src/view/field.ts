import { printEntry } from '../entry/entry.ts';
import type { LeafNode, OptionNode } from '../program.ts';
import type { LeafCell } from '../run/leaf.ts';
import type { FieldView, OptionView } from '../view.ts';
import { valueLines } from './lines.ts';
import { lineOf, type Reading, treeOf } from './text.ts';
import { labelOf, problemView, readingAt, type Viewing } from './viewing.ts';

/** @param shown whether its problems are shown already */
export function fieldView(viewing: Viewing, cell: LeafCell, shown: boolean): FieldView {
  const { node } = cell;
  const reading = readingAt(viewing, cell);
  const value = cell.answer();
  const required = cell.required();
  const computed = node.value !== undefined;
  const hint = treeOf(reading, node.texts.description);
  const help = treeOf(reading, node.texts.help);
  return {
    kind: 'field',
    at: cell.pointer(),
    template: node.template,
    control: node.control,
    type: node.type,
    ...(node.format === undefined ? {} : { format: node.format }),
    label: labelOf(viewing, cell),
    labelHidden: node.labelHidden === true,
    ...(hint ? { hint } : {}),
    ...(help ? { help } : {}),
    value,
    text: computed ? valueLines(reading, node, value).join('\n') : printEntry(node, value, reading.language),
    required,
    optionalMark: !required && !computed && node.optionalMark !== false,
    readOnly: computed,
    ...(node.options ? { options: cell.options().map((option) => optionView(reading, option, value)) } : {}),
    ...constraints(node),
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

function constraints(node: LeafNode): Constraints {
  return Object.fromEntries(copied.flatMap((name) => (node[name] === undefined ? [] : [[name, node[name]]])));
}
