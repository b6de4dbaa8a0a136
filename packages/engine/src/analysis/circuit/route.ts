import type { ProgramNode, StepNode } from '../../program.ts';
import type { Node } from './circuit.ts';
import { entryOf, isAskedOn } from './demand.ts';
import { type Instance, instanceAround } from './instance.ts';
import { hasEntries } from './list.ts';
import type { Model } from './model.ts';
import { isRelevant, stepHolds } from './relevance.ts';
import { isTrue } from './result.ts';
import { scopeIn } from './scope.ts';
import { conditionOf } from './translate.ts';

/** A step as conditions: what puts it onto the route. */
export interface Stage {
  readonly step: StepNode;
  /** Of a step that repeats: the entry at hand. */
  readonly instance: Instance | undefined;
  /** Its own condition. */
  readonly holds: Node;
  /** Whether there is an entry to visit. */
  readonly there: Node;
  /** Whether there is anything to show. */
  readonly visible: Node;
  /** The exits before it, and whether each of them ends the route. */
  readonly exits: readonly { readonly id: string; readonly taken: Node }[];
  /** All of it: the step is on the route. */
  readonly on: Node;
}

/** The steps of a form in their order; see `route` in `flow/pages.ts`. */
export function stagesOf(model: Model): Stage[] {
  const { circuit } = model;
  const stages: Stage[] = [];
  const exits: { readonly id: string; readonly taken: Node }[] = [];
  let going = circuit.constant(isTrue);
  let ended = false;
  for (const step of model.program.steps) {
    const instance = step.forEach === undefined ? undefined : entryOf(step.forEach);
    const holds = stepHolds(model, step.id, instance);
    const there = circuit.all(entriesAround(model, instance));
    const paged = step.forEach !== undefined || step.kind === 'page';
    const visible = paged ? hasContent(model, step, instance) : circuit.constant(isTrue);
    // Behind the summary only an exit that hands over.
    const placed = circuit.constant(ended && !(step.kind === 'exit' && step.handover !== undefined) ? 2 : isTrue);
    const on = circuit.all([going, placed, there, holds, visible]);
    stages.push({ step, instance, holds, there, visible, exits: [...exits], on });
    if (step.kind === 'exit' && step.forEach === undefined) {
      exits.push({ id: step.id, taken: holds });
      going = circuit.all([going, circuit.not(holds)]);
    }
    if (step.kind === 'summary') ended = true;
  }
  return stages;
}

/** That there are entries at hand: all lists around have some, and the innermost is relevant. */
export function entriesAround(model: Model, instance: Instance | undefined): Node[] {
  const parts: Node[] = [];
  for (let entry = instance; entry; entry = entry.outer) {
    const list = model.nodes.get(entry.list);
    if (list?.kind === 'list') parts.push(hasEntries(model, list, instanceAround(entry.list, entry)));
  }
  return parts;
}

function hasContent(model: Model, step: StepNode, instance: Instance | undefined): Node {
  const { circuit } = model;
  const { content } = step;
  const always = content.length === 0 || step.text !== undefined;
  if (always || content.some((one) => typeof one !== 'string' && !one.when)) return circuit.constant(isTrue);
  const shown: Node[] = [];
  const visit = (node: ProgramNode) => {
    if (node.kind === 'text') return;
    if (node.kind === 'group') for (const member of node.members) if (!member.named) visit(member);
    if (node.kind !== 'group') {
      shown.push(circuit.all([isAskedOn(model, node, step, instance), isRelevant(model, node, instance)]));
    }
  };
  const self = step.forEach === undefined ? '' : `${step.forEach}/*`;
  for (const one of content) {
    if (typeof one !== 'string') {
      if (one.when) shown.push(circuit.holds(conditionOf(model, one.when, scopeIn(self, instance))));
    } else {
      const node = model.nodes.get(one);
      if (node) visit(node);
    }
  }
  return circuit.any(shown);
}
