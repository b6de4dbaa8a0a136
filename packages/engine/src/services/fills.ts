import type { JsonValue } from '@schalter/definition';
import type { LeafNode, Program } from '../program.ts';
import { isOfType } from '../run/conform.ts';
import type { GroupCell } from '../run/group.ts';
import type { LeafCell } from '../run/leaf.ts';
import { normaliseAnswer } from '../run/normalise.ts';
import { endBatch, startBatch } from '../run/signals.ts';

/** Writes an answer on a service's behalf; what the field cannot take is left out. `null` takes it back. */
export function fillIn(cell: LeafCell, value: JsonValue | undefined): void {
  const { node, world } = cell;
  const answer = normaliseAnswer(node, value ?? null) ?? null;
  const fits =
    answer === null || (isOfType(node.type, answer, node.format) && world.validate(node.template, answer).length === 0);
  if (fits) cell.raw(answer);
}

/** Writes what was chosen at a field into the fields beside it. */
export function fillBeside(cell: LeafCell, data: Readonly<Record<string, JsonValue>> | undefined): void {
  startBatch();
  try {
    for (const [target, name] of besides(cell)) {
      fillIn(target, data && Object.hasOwn(data, name) ? data[name] : null);
    }
  } finally {
    endBatch();
  }
}

/** Takes back what was filled in beside a field and stands there unchanged. */
export function takeBackBeside(cell: LeafCell, data: Readonly<Record<string, JsonValue>>): void {
  startBatch();
  try {
    for (const [target, name] of besides(cell)) {
      if (Object.hasOwn(data, name) && normaliseAnswer(target.node, data[name]) === target.raw()) target.raw(null);
    }
  } finally {
    endBatch();
  }
}

/** The fields beside a field that something chosen there fills in, each with its name in what was chosen. */
export function* besides(
  cell: LeafCell,
  fills: Readonly<Record<string, string>> | undefined = cell.node.fills,
): Generator<[LeafCell, string]> {
  for (const [template, name] of Object.entries(fills ?? {})) {
    const found = leafBelow(cell.group, template);
    if (found) yield [found, name];
  }
}

function leafBelow(group: GroupCell, template: string): LeafCell | undefined {
  const names = template.slice(group.node.template.length + 1).split('/');
  let cell = group.member(names[0] ?? '');
  for (const name of names.slice(1)) cell = cell?.kind === 'group' ? cell.member(name) : undefined;
  return cell?.kind === 'leaf' ? cell : undefined;
}

/** Templates of the fields that services fill in beside theirs, each with the services' names. */
export function filledTemplates(
  program: Program,
  isServed: (node: LeafNode) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (node: Program['root']['members'][number]): void => {
    if (node.kind === 'group') for (const member of node.members) visit(member);
    else if (node.kind === 'list') visit(node.item);
    else if (node.kind === 'leaf' && isServed(node)) {
      for (const one of Object.keys(node.fills ?? {})) {
        found.set(one, (found.get(one) ?? new Set()).add(node.service ?? ''));
      }
    }
  };
  visit(program.root);
  return found;
}
