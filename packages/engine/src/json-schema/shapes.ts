import type { JsonObject, JsonValue } from '@schalter/definition';
import type { DataNode, GroupNode, LeafNode, ListNode } from '../program.ts';
import { unanswered } from '../run/unanswered.ts';
import { lineOf } from '../view/text.ts';
import { countsOf } from './counts.ts';
import { holdsComputed, membersOf } from './form-reader.ts';
import type { Writing } from './writing.ts';

/** The shape of what can stand at a node, with the rules that are said there. */
export function shapeOf(writing: Writing, node: DataNode): JsonObject {
  if (node.kind === 'group') return groupShape(writing, node);
  return node.kind === 'list' ? listShape(writing, node) : leafShape(writing, node);
}

function groupShape(writing: Writing, node: GroupNode): JsonObject {
  const members = membersOf(node);
  const demanded = writing.demanded.get(node.template) ?? new Set();
  const required = members.map(({ name }) => name).filter((name) => demanded.has(name));
  const rules = writing.rules.at(node.template).map((rule): JsonObject => ({ ...rule }));
  return {
    type: 'object',
    ...described(writing, node),
    properties: Object.fromEntries(members.map((member) => [member.name, shapeOf(writing, member)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
    ...countsOf(writing, node),
    ...(rules.length > 0 ? { allOf: rules } : {}),
  };
}

function listShape(writing: Writing, node: ListNode): JsonObject {
  // Entries that differ in computed values alone are not the same, though these may be left out.
  const unique = node.uniqueItems && !(node.item.kind === 'group' && holdsComputed(node.item));
  if (node.uniqueItems && !unique) writing.leaveOut(node.template, 'uniqueItems');
  return {
    type: 'array',
    ...described(writing, node),
    items: shapeOf(writing, node.item),
    // In a submission there is no empty list.
    minItems: Math.max(1, node.minItems),
    ...(node.maxItems === undefined ? {} : { maxItems: node.maxItems }),
    ...(unique ? { uniqueItems: true } : {}),
  };
}

/** Keywords of the form language that JSON Schema does not know. */
const foreign = ['maxWords', 'accept', 'maxBytes'];

/** Formats that JSON Schema defines (and of which it does not demand that they are checked). */
const known = ['date', 'date-time', 'time', 'email', 'uri'];

function leafShape(writing: Writing, node: LeafNode): JsonObject {
  const { template } = node;
  const constraint = writing.constraints.get(template) ?? { type: node.type };
  const kept: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(constraint)) {
    if (foreign.includes(name)) writing.leaveOut(template, name);
    else kept[name] = value;
  }
  if (typeof kept.format === 'string' && !known.includes(kept.format)) {
    writing.leaveOut(template, `format:${kept.format}`);
  }
  if (node.changeable === false) writing.leaveOut(template, 'changeable');
  if (node.notBefore) writing.leaveOut(template, 'notBefore');
  if (node.notAfter) writing.leaveOut(template, 'notAfter');
  if (node.lookup?.strict) writing.leaveOut(template, `lookup:${node.lookup.service}`);
  // In a submission there is no empty text, and no box that is not ticked.
  if (node.type === 'string') kept.minLength = Math.max(1, Number(kept.minLength ?? 0));
  if (node.type === 'boolean' && node.control === 'checkbox') kept.const = true;
  const exclusive = (node.options ?? []).filter((option) => option.exclusive).map(({ value }) => value);
  return {
    ...kept,
    ...described(writing, node),
    ...(node.type === 'array' && exclusive.length > 0
      ? // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
        { allOf: [{ if: { contains: { enum: exclusive } }, then: { maxItems: 1 } }] }
      : {}),
  };
}

function described({ reader }: Writing, node: DataNode): JsonObject {
  // A text without interpolations: in a schema there is nobody to fill them in.
  const { program } = reader;
  const title = lineOf({ program, language: program.language, environment: () => unanswered }, node.texts.title);
  return title === '' ? {} : { title };
}
