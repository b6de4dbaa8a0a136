import type { Page } from '../../flow/page.ts';
import { cellsOn, isAskedOn, membersHere, roots } from '../../flow/walk.ts';
import type { Program, ProgramNode, StepNode } from '../../program.ts';
import type { DataCell, GroupCell } from '../../run/group.ts';
import type { LeafCell } from '../../run/leaf.ts';
import { instances } from '../../run/warm.ts';

const templates = new WeakMap<Program, readonly string[]>();

/** Templates of the fields that are looked up. Once per program. */
function lookedUp(program: Program): readonly string[] {
  const known = templates.get(program);
  if (known) return known;
  const found: string[] = [];
  const visit = (node: ProgramNode): void => {
    if (node.kind === 'leaf' && node.lookup) found.push(node.template);
    if (node.kind === 'list') visit(node.item);
    if (node.kind === 'group') for (const member of node.members) visit(member);
  };
  visit(program.root);
  templates.set(program, found);
  return found;
}

/** All fields of a form that are looked up, those of entries too. */
export function* allLookups(program: Program, root: GroupCell): Generator<DataCell> {
  for (const template of lookedUp(program)) yield* instances(root, template.slice(1).split('/'), 0);
}

/** The fields of a page that people can enter something in and that are looked up; rows of plain lists among them. */
export function shownLookups(root: GroupCell, page: Page): LeafCell[] {
  const found: LeafCell[] = [];
  for (const cell of cellsOn(root, page)) {
    if (cell.kind === 'leaf') add(found, cell, page.step);
    else if (cell.kind === 'list' && cell.node.item.kind === 'leaf' && cell.node.item.lookup) {
      for (const { content } of cell.entries()) if (content?.kind === 'leaf') found.push(content);
    }
  }
  return found;
}

/** All fields that a page answers for and that are looked up: also those that are entered on pages of entries. */
export function lookupsOf(root: GroupCell, page: Page): LeafCell[] {
  const found: LeafCell[] = [];
  const visit = (cell: DataCell): void => {
    if (cell.kind === 'leaf') add(found, cell, page.step);
    else if (cell.kind === 'group') {
      for (const { name } of membersHere(cell)) {
        const member = cell.member(name);
        if (member) visit(member);
      }
    } else if (cell.relevant() && isAskedOn(cell.world, cell, page.step)) {
      for (const { content } of cell.entries()) if (content) visit(content);
    }
  };
  for (const cell of roots(root, page)) visit(cell);
  return found;
}

function add(found: LeafCell[], cell: LeafCell, step: StepNode): void {
  if (cell.node.lookup && isAskedOn(cell.world, cell, step)) found.push(cell);
}
