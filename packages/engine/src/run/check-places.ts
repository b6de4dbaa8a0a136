import type { Program, ProgramNode } from '../program.ts';
import { remembered } from './remembered.ts';
import type { CheckPlace } from './world.ts';

/** Key under which a step's checks without a place of their own are found. */
export function stepKey(id: string): string {
  return `step:${id}`;
}

/** All checks of a form by where their problems appear. Once per program. */
export const checkPlaces = remembered((program: Program): ReadonlyMap<string, readonly CheckPlace[]> => {
  const places = new Map<string, CheckPlace[]>();
  const add = (template: string, place: CheckPlace) => {
    const found = places.get(template);
    if (found) found.push(place);
    else places.set(template, [place]);
  };
  const addNode = (node: ProgramNode, self: string) => {
    if (node.kind === 'text') return;
    const inner = node.kind === 'group' ? node.template : self;
    for (const check of node.checks ?? []) {
      const place = { check, self: inner, ...(node.kind === 'group' ? {} : { on: node.template }) };
      if (check.at.length === 0) add(node.template, place);
      for (const template of check.at) add(template, place);
    }
    if (node.kind === 'group') for (const member of node.members) addNode(member, node.template);
    if (node.kind === 'list') addNode(node.item, self);
  };
  addNode(program.root, '');
  for (const { id, forEach, checks } of program.steps) {
    for (const check of checks ?? []) {
      const place = { check, self: forEach === undefined ? '' : `${forEach}/*`, step: id };
      if (check.at.length === 0) add(stepKey(id), place);
      for (const template of check.at) add(template, place);
    }
  }
  return places;
});
