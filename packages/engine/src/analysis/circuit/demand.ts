import type { Expression } from '../../expression/tree.ts';
import type { DataNode, GroupNode, LeafNode, ListNode, ProgramNode, StepNode } from '../../program.ts';
import { checkPlaces, stepKey } from '../../run/check-places.ts';
import type { CheckPlace } from '../../run/world.ts';
import { fails } from './check.ts';
import type { Node } from './circuit.ts';
import { entryAtHand, type Instance, instanceAround, instanceOf } from './instance.ts';
import { groupOf, leafTerm } from './leaf.ts';
import { countTerm, hasEntries } from './list.ts';
import type { Model } from './model.ts';
import { binds, isRelevant, isRequired, stepHolds } from './relevance.ts';
import { isFalse, isTrue } from './result.ts';
import { scopeIn } from './scope.ts';
import { answered, ask, ordering } from './term.ts';
import { termOf } from './translate.ts';
import { compares } from './value-test.ts';

/** Something that a page demands before it can be left. */
export interface Demand {
  readonly kind: 'required' | 'count' | 'content' | 'check' | 'limit';
  /** Template of the field, group or list; id of the step. */
  readonly at: string;
  readonly check?: CheckPlace;
  /** Whether it is met. */
  readonly met: Node;
}

/**
 * What a page demands of the answers, beyond that each of them keeps its constraint: what is required, how many entries,
 * the checks. Inside lists it is what one entry demands, since all do the same.
 */
export function demandsOf(model: Model, step: StepNode): Demand[] {
  const demands: Demand[] = [];
  const instance = step.forEach === undefined ? undefined : entryOf(step.forEach);
  const add = (demand: Demand) => {
    if (model.circuit.possible[demand.met] !== isTrue) demands.push(demand);
  };
  for (const pointer of step.content) {
    const node = typeof pointer === 'string' ? model.nodes.get(pointer) : undefined;
    if (node) addNode(model, step, node, instance, model.circuit.constant(isTrue), add);
  }
  for (const { template, shown, asking } of model.program.spreadGroups) {
    const node = model.nodes.get(template);
    const homes = new Set([...shown, ...asking]);
    // Where its problems appear is certain only if there is one place for them; see `spreadDemands`.
    if (node?.kind !== 'group' || homes.size !== 1 || !homes.has(step.id)) continue;
    addGroup(model, node, instanceAround(template, instance), model.circuit.constant(isTrue), add);
  }
  for (const place of checkPlaces(model.program).get(stepKey(step.id)) ?? []) {
    add({ kind: 'check', at: step.id, check: place, met: model.circuit.not(fails(model, place, instance)) });
  }
  if (step.kind === 'summary') {
    // The form's own checks keep it from being sent.
    addChecks(model, '', undefined, model.circuit.constant(isTrue), add);
  }
  return demands;
}

/** What groups demand whose problems appear on one of several steps, whichever is on the route. */
export function spreadDemands(model: Model): { readonly steps: readonly string[]; readonly demand: Demand }[] {
  const demands: { readonly steps: readonly string[]; readonly demand: Demand }[] = [];
  for (const { template, shown, asking } of model.program.spreadGroups) {
    const node = model.nodes.get(template);
    const steps = [...new Set([...shown, ...asking])];
    // Inside of entries it is left out: that could only make a form seem easier to complete.
    if (node?.kind !== 'group' || steps.length < 2 || template.includes('*')) continue;
    addGroup(model, node, undefined, model.circuit.constant(isTrue), (demand) => demands.push({ steps, demand }));
  }
  return demands;
}

type Add = (demand: Demand) => void;

/** @param asked whether there is such a place at all (an entry), and it is asked here */
function addNode(
  model: Model,
  step: StepNode,
  node: ProgramNode,
  instance: Instance | undefined,
  there: Node,
  add: Add,
): void {
  const { circuit } = model;
  if (node.kind === 'text') return;
  const asked = circuit.all([there, isAskedOn(model, node, step, instance)]);
  if (node.kind === 'leaf') addLeaf(model, node, instance, asked, add);
  else if (node.kind === 'group') {
    if (!model.program.spreadGroups.some(({ template }) => template === node.template))
      addGroup(model, node, instance, asked, add);
    for (const member of node.members) if (!member.named) addNode(model, step, member, instance, there, add);
  } else addList(model, step, node, instance, asked, add);
}

/** Whether a step is the one that asks a node: of several it stands on, the first that is relevant. */
export function isAskedOn(
  model: Model,
  { steps }: ProgramNode,
  { id }: StepNode,
  instance: Instance | undefined,
): Node {
  const { circuit } = model;
  if (steps.length < 2) return circuit.constant(isTrue);
  const before = steps.slice(0, steps.indexOf(id)).map((other) => circuit.not(stepHolds(model, other, instance)));
  return circuit.all([stepHolds(model, id, instance), ...before]);
}

function addLeaf(model: Model, leaf: LeafNode, instance: Instance | undefined, asked: Node, add: Add): void {
  const { circuit } = model;
  addChecks(model, leaf.template, instance, asked, add);
  addLimits(model, leaf, instance, asked, add);
  const group = model.nodes.get(groupOf(leaf));
  if (leaf.value || leaf.name === '*' || group?.kind !== 'group') return;
  const demanded = [asked, isRelevant(model, leaf, instance), isRequired(model, leaf, instance)];
  const binding = binds(model, group, instanceAround(group.template, instance));
  const met = answered(circuit, leafTerm(model, leaf, instance));
  add({
    kind: 'required',
    at: leaf.template,
    met: circuit.any([circuit.not(circuit.all([...demanded, binding])), met]),
  });
}

/** The first and the last date allowed; a limit that is unknown is silent. */
function addLimits(model: Model, leaf: LeafNode, instance: Instance | undefined, asked: Node, add: Add): void {
  const { circuit } = model;
  const given = leafTerm(model, leaf, instance);
  const limit = (bound: Expression | undefined, operator: 'less' | 'greater') => {
    if (!bound) return;
    const broken = ordering(circuit, operator, given, termOf(model, bound, scopeIn(groupOf(leaf), instance)));
    const there = [asked, isRelevant(model, leaf, instance), circuit.holds(broken)];
    add({ kind: 'limit', at: leaf.template, met: circuit.not(circuit.all(there)) });
  };
  limit(leaf.notBefore, 'less');
  limit(leaf.notAfter, 'greater');
}

function addGroup(model: Model, group: GroupNode, instance: Instance | undefined, asked: Node, add: Add): void {
  const { circuit } = model;
  addChecks(model, group.template, instance, asked, add);
  // More than one is left out here: that could only make a page seem easier to leave.
  if (group.minProperties === undefined || group.minProperties < 1) return;
  const members = group.members.filter((member): member is DataNode => member.kind !== 'text');
  const possible = circuit.any(
    members.map((member) =>
      member.kind === 'group' ? isAsked(model, member, instance) : isRelevant(model, member, instance),
    ),
  );
  const here = [asked, isRelevant(model, group, instance), isAsked(model, group, instance)];
  const demanded = circuit.all([...here, binds(model, group, instance), possible]);
  const met = circuit.any(members.map((member) => isPresent(model, member, instance)));
  add({ kind: 'content', at: group.template, met: circuit.any([circuit.not(demanded), met]) });
}

/** Whether a node is asked on a page, or anything in it is; the root and entries always count. */
function isAsked(model: Model, node: DataNode, instance: Instance | undefined): Node {
  const { circuit } = model;
  if (node.kind !== 'group') {
    return node.steps.length > 0 ? isRelevant(model, node, instance) : circuit.constant(isFalse);
  }
  if (node.template === '' || node.name === '*') return circuit.constant(isTrue);
  const members = node.members.filter((member): member is DataNode => member.kind !== 'text');
  const inside = circuit.any(members.map((member) => isAsked(model, member, instance)));
  return circuit.all([isRelevant(model, node, instance), inside]);
}

/** Whether the submission has a member. */
function isPresent(model: Model, node: DataNode, instance: Instance | undefined): Node {
  const { circuit } = model;
  if (node.kind === 'list') return hasEntries(model, node, instance);
  if (node.kind === 'group') {
    const members = node.members.filter((member): member is DataNode => member.kind !== 'text');
    return circuit.any(members.map((member) => isPresent(model, member, instance)));
  }
  return node.internal ? circuit.not(circuit.constant(isTrue)) : answered(circuit, leafTerm(model, node, instance));
}

function addList(
  model: Model,
  step: StepNode,
  list: ListNode,
  instance: Instance | undefined,
  asked: Node,
  add: Add,
): void {
  const { circuit } = model;
  addChecks(model, list.template, instance, asked, add);
  const group = model.nodes.get(list.template.slice(0, list.template.lastIndexOf('/')));
  if (group?.kind !== 'group') return;
  const here = circuit.all([asked, isRelevant(model, list, instance)]);
  const some = hasEntries(model, list, instance);
  const binding = binds(model, group, instanceAround(group.template, instance));
  const empty = circuit.all([
    circuit.not(some),
    circuit.not(circuit.all([isRequired(model, list, instance), binding])),
  ]);
  const enough = ask(circuit, countTerm(model, list, instance), compares('greaterOrEqual', Math.max(1, list.minItems)));
  add({ kind: 'count', at: list.template, met: circuit.any([circuit.not(here), empty, enough]) });
  if (list.item.kind === 'group') {
    addNode(model, step, list.item, entryAtHand(list.template, instance), circuit.all([here, some]), add);
  }
}

function addChecks(model: Model, template: string, instance: Instance | undefined, asked: Node, add: Add): void {
  const { circuit } = model;
  for (const place of checkPlaces(model.program).get(template) ?? []) {
    const failing = circuit.all([asked, fails(model, place, instance)]);
    add({ kind: 'check', at: template, check: place, met: circuit.not(failing) });
  }
}

/** The entry at hand of a list, wherever it lies. */
export function entryOf(list: string): Instance {
  return entryAtHand(list, instanceOf(list));
}
