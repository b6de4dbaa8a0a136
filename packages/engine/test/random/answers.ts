import type { JsonObject, JsonValue } from '@schalter/definition';
import type { Program } from '../../src/index.ts';
import type { DataNode, GroupNode, LeafNode } from '../../src/program.ts';
import type { Chance } from './chance.ts';
import { dates, texts } from './expressions.ts';

/** Answers to a form: most of its fields, mostly what they ask for. */
export function makeAnswers(chance: Chance, program: Program): JsonObject {
  return (groupAnswers(chance, program.root) ?? {}) as JsonObject;
}

function groupAnswers(chance: Chance, node: GroupNode): JsonValue {
  const members: [string, JsonValue][] = [];
  for (const member of node.members) {
    if (member.kind === 'text' || chance.percent(15)) continue;
    members.push([member.name, answerOf(chance, member)]);
  }
  return Object.fromEntries(members);
}

function answerOf(chance: Chance, node: DataNode): JsonValue {
  if (node.kind === 'leaf') return leafAnswer(chance, node);
  if (node.kind === 'group') return groupAnswers(chance, node);
  const count = chance.pick([1, 2, 3, 0, 4]);
  return Array.from({ length: count }, () => answerOf(chance, node.item));
}

/** An answer to a field: mostly of its type, sometimes nothing, sometimes nonsense. */
export function leafAnswer(chance: Chance, node: LeafNode): JsonValue {
  if (chance.percent(8)) return chance.pick<JsonValue>([null, '', 'zu langer Text', 7, true, -1, 2.5, [], {}, ['ja']]);
  return fittingAnswer(chance, node);
}

/** An answer that a field may accept. */
export function fittingAnswer(chance: Chance, node: LeafNode): JsonValue {
  const options = (node.options ?? []).map(({ value }) => value);
  switch (node.type) {
    case 'boolean':
      return node.control === 'yes-no' ? chance.pick([true, false]) : true;
    case 'integer':
    case 'number':
      return options.length > 0
        ? chance.pick(options)
        : chance.pick([2, 1, 3, 0, 5, ...(node.type === 'number' ? [1.5] : [])]);
    case 'array':
      return chance.shuffled(chance.some(options, 60));
    case 'object':
      return { id: chance.pick(['a', 'b']), name: 'a.pdf', type: 'application/pdf', size: chance.pick([10, 10, 2000]) };
    default:
      return options.length > 0 ? chance.pick(options) : text(chance, node);
  }
}

function text(chance: Chance, { format, control }: LeafNode): string {
  if (format === 'date') return chance.pick([...dates, '2026-02-31']);
  if (format === 'year-month') return chance.pick(['2026-11', '2026-13']);
  if (format === 'email') return chance.pick(['a@b', 'keine Adresse']);
  if (control === 'rich-text') return chance.pick(['**ja** x', 'ein Wort zu viel']);
  return chance.pick([...texts, ...texts, ' ja ', 'zu langer Text']);
}

/** A template with numbers for its stars: mostly of entries that are there. */
export function pointerFrom(chance: Chance, template: string): string {
  return template.replace(/\*/g, () => String(chance.pick([0, 0, 1, 0, 2, 3])));
}

/** All nodes of a program but texts, by template. */
export function nodesOf(program: Program): ReadonlyMap<string, DataNode> {
  const nodes = new Map<string, DataNode>();
  const visit = (node: DataNode): void => {
    nodes.set(node.template, node);
    if (node.kind === 'list') visit(node.item);
    if (node.kind === 'group') for (const member of node.members) if (member.kind !== 'text') visit(member);
  };
  visit(program.root);
  return nodes;
}
