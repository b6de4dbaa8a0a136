import type { LeafNode } from '../../program.ts';
import type { Node } from '../circuit/circuit.ts';
import { instanceAround, instanceOf } from '../circuit/instance.ts';
import { groupOf, isOffered, leafTerm } from '../circuit/leaf.ts';
import type { Model } from '../circuit/model.ts';
import { readsOf } from '../circuit/opaque.ts';
import { binds, isRelevant, isRequired } from '../circuit/relevance.ts';
import { isTrue } from '../circuit/result.ts';
import { scopeOf } from '../circuit/scope.ts';
import { answered } from '../circuit/term.ts';
import { pointerOf } from '../witness/probe.ts';
import type { Question } from '../witness/prover.ts';
import { isOnRoute, type Way } from './steps.ts';

/** Required choices whose options all have a condition, on the page that asks them. */
export interface Stuck {
  readonly leaf: LeafNode;
  readonly way: Way;
  readonly question: Question;
}

export function stuckQuestions(model: Model, ways: readonly Way[]): Stuck[] {
  const found: Stuck[] = [];
  for (const leaf of model.nodes.values()) {
    const index = ways.findIndex(({ step }) => leaf.steps.length === 1 && step.id === leaf.steps[0]);
    const way = ways[index];
    if (leaf.kind !== 'leaf' || !way) continue;
    const question = stuckQuestion(model, leaf, way, ways.slice(0, index));
    if (question) found.push({ leaf, way, question });
  }
  return found;
}

/**
 * Asks whether a required choice can be left without any option, although all that its options depend on is answered and
 * nothing else is wrong up to its page: then nobody who answers so can go on.
 */
function stuckQuestion(model: Model, leaf: LeafNode, way: Way, before: readonly Way[]): Question | undefined {
  const { circuit } = model;
  const options = leaf.options ?? [];
  const group = model.nodes.get(groupOf(leaf));
  const demanded = leaf.required || leaf.requiredWhen !== undefined;
  if (leaf.type === 'array' || options.length === 0 || !demanded || group?.kind !== 'group') return undefined;
  if (options.some(({ when }) => !when)) return undefined;
  const instance = instanceOf(leaf.template);
  const nodes: Node[] = [way.on, ...before.map(({ passed }) => passed)];
  nodes.push(isRelevant(model, leaf, instance), isRequired(model, leaf, instance));
  nodes.push(binds(model, group, instanceAround(group.template, instance)));
  for (const option of options) nodes.push(circuit.not(isOffered(model, leaf, option, instance)));
  for (const demand of way.demands) if (demand.at !== leaf.template) nodes.push(demand.met);
  nodes.push(...askedFirst(model, leaf));
  return {
    goal: nodes.map((node) => [node, isTrue]),
    confirm: (probe, positions) => {
      const pointer = pointerOf(leaf.template, positions);
      const cell = probe.store.find(pointer);
      if (cell?.kind !== 'leaf' || !cell.relevant() || cell.options().length > 0) return false;
      if (!isOnRoute(probe, way.step)) return false;
      const route = probe.pages.route();
      const upTo = route.slice(0, route.findLastIndex(({ step }) => step === way.step) + 1);
      const problems = upTo.flatMap((page) => probe.pages.problems(page));
      return problems.length > 0 && problems.every(({ at, code }) => at === pointer && code === 'required');
    },
    instance,
    shortest: true,
  };
}

/** That what the options depend on is answered, as far as it is asked. */
function askedFirst(model: Model, leaf: LeafNode): Node[] {
  const { circuit } = model;
  const found = new Map<string, Node>();
  for (const { when } of leaf.options ?? []) {
    if (!when) continue;
    for (const { source } of readsOf(model, when, scopeOf(groupOf(leaf))).leaves) {
      if (source.kind !== 'leaf' || found.has(source.leaf.template)) continue;
      const asked = isRelevant(model, source.leaf, source.instance);
      const term = leafTerm(model, source.leaf, source.instance);
      found.set(source.leaf.template, circuit.any([circuit.not(asked), answered(circuit, term)]));
    }
  }
  return [...found.values()];
}
