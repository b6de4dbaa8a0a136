import type { DataNode, GroupNode, LeafNode, ListNode, ProgramNode, StepNode } from '../../program.ts';
import type { Node } from './circuit.ts';
import { entryAtHand, type Instance, instanceAround } from './instance.ts';
import { leafTerm } from './leaf.ts';
import { isFilled } from './list.ts';
import { type Model, once } from './model.ts';
import { isFalse, isTrue } from './result.ts';
import { scopeIn } from './scope.ts';
import { answered } from './term.ts';
import { conditionOf } from './translate.ts';

/*
 * Relevance, demand and binding as conditions, in the same words as `run/`: what holds there for a cell holds here for a
 * node and an entry.
 */

/** Whether a field, group or list is asked at all. */
export function isRelevant(model: Model, node: ProgramNode, instance: Instance | undefined): Node {
  if (node.template === '') return model.circuit.constant(isTrue);
  return once(model, 'relevant', node.template, instance, () => {
    const parts = [isAroundRelevant(model, node, instance)];
    if (node.kind === 'leaf' || node.kind === 'list') parts.push(isPlaced(model, node, instance));
    if (node.when) {
      parts.push(model.circuit.holds(conditionOf(model, node.when, scopeIn(groupAround(node), instance))));
    }
    return model.circuit.all(parts);
  });
}

/** Whether what a node stands in is relevant: the group, or the list of an entry. */
export function isAroundRelevant(model: Model, node: ProgramNode, instance: Instance | undefined): Node {
  const template = node.template.slice(0, node.template.lastIndexOf('/'));
  const around = model.nodes.get(template);
  if (!around || template === node.template) return model.circuit.constant(isTrue);
  return isRelevant(model, around, instanceAround(template, instance));
}

/** Template of the group whose members' expressions a node's own are: the parent of a text in it, too. */
export function groupAround(node: ProgramNode): string {
  const around = node.template.slice(0, node.template.lastIndexOf('/'));
  return around.endsWith('/*') || !node.template.endsWith('/*') ? around : around.slice(0, around.lastIndexOf('/'));
}

/** Whether one of the steps a node stands on is relevant; see `onRelevantStep`. */
function isPlaced(model: Model, node: LeafNode | ListNode, instance: Instance | undefined): Node {
  const { circuit } = model;
  const own = node.template.endsWith('/*');
  if (own || node.steps.length === 0) return circuit.constant(isTrue);
  const around = instance && model.nodes.get(instance.list);
  if (around && around.steps.length === node.steps.length && around.steps.every((id, at) => id === node.steps[at])) {
    return circuit.constant(isTrue);
  }
  return circuit.any(node.steps.map((id) => stepHolds(model, id, instance)));
}

/** Whether a step's condition holds where something stands; true where it has none. */
export function stepHolds(model: Model, id: string, instance: Instance | undefined): Node {
  const step = model.program.steps.find((one) => one.id === id);
  if (!step?.when) return model.circuit.constant(isTrue);
  if (step.forEach === undefined) return stepCondition(model, step, undefined);
  let entry = instance;
  while (entry && entry.list !== step.forEach) entry = entry.outer;
  return entry ? stepCondition(model, step, entry) : model.circuit.constant(isTrue);
}

function stepCondition(model: Model, step: StepNode, entry: Instance | undefined): Node {
  const { when } = step;
  if (!when) return model.circuit.constant(isTrue);
  const self = entry ? `${entry.list}/*` : '';
  return once(model, 'step', step.id, entry, () =>
    model.circuit.holds(conditionOf(model, when, { self, instance: entry, variables: new Map() })),
  );
}

/** Whether a leaf, group or list has an answered leaf inside; computed ones do not count. */
export function hasAnswer(model: Model, node: DataNode, instance: Instance | undefined): Node {
  if (node.kind === 'leaf') return answered(model.circuit, leafTerm(model, node, instance));
  return once(model, 'answered', node.template, instance, () => {
    if (node.kind === 'list') return isFilled(model, node, instance);
    const members = node.members.filter((member): member is DataNode => member.kind !== 'text');
    const given = members.filter((member) => member.kind !== 'leaf' || !member.value);
    return model.circuit.any(given.map((member) => hasAnswer(model, member, instance)));
  });
}

/** Whether a node has to be answered, provided that the group around it binds. */
export function isRequired(model: Model, node: DataNode, instance: Instance | undefined): Node {
  if (node.required) return model.circuit.constant(isTrue);
  const { requiredWhen } = node;
  if (!requiredWhen) return model.circuit.constant(isFalse);
  return once(model, 'required', node.template, instance, () =>
    model.circuit.holds(conditionOf(model, requiredWhen, scopeIn(groupAround(node), instance))),
  );
}

/** Whether a group's demands hold: the root and entries always, another group when it is answered or demanded. */
export function binds(model: Model, group: GroupNode, instance: Instance | undefined): Node {
  if (group.template === '' || group.template.endsWith('/*')) return model.circuit.constant(isTrue);
  return once(model, 'binds', group.template, instance, () => {
    const { circuit } = model;
    const around = model.nodes.get(group.template.slice(0, group.template.lastIndexOf('/')));
    const reasons = [hasAnswer(model, group, instance)];
    if (around?.kind === 'group') {
      reasons.push(circuit.all([isRequired(model, group, instance), binds(model, around, instance)]));
    }
    return circuit.all([isRelevant(model, group, instance), circuit.any(reasons)]);
  });
}

/** The entry at hand of a list, as seen from where the list stands. */
export function entryOf(list: ListNode, instance: Instance | undefined): Instance {
  return entryAtHand(list.template, instance);
}
