import type { Expression } from '../expression/tree.ts';
import type { WhyPart } from './analysis.ts';
import type { Node } from './circuit/circuit.ts';
import type { Model } from './circuit/model.ts';
import { isTrue } from './circuit/result.ts';
import type { Scope } from './circuit/scope.ts';
import { conditionOf } from './circuit/translate.ts';
import { print } from './print.ts';
import type { Prover } from './witness/prover.ts';

/** A condition with what it is called in an explanation. */
export interface Part {
  readonly node: Node;
  readonly part: WhyPart;
}

/** The parts of a conjunction, each a condition of its own. */
export function conjuncts(model: Model, tree: Expression, scope: Scope, at: string): Part[] {
  if (tree[0] === 'and') {
    return [...conjuncts(model, tree[1], scope, at), ...conjuncts(model, tree[2], scope, at)];
  }
  return [{ node: conditionOf(model, tree, scope), part: { at, text: print(tree) } }];
}

/**
 * Those of some parts that cannot hold together: without any one of them the others could, as far as that is known.
 * @returns all of them where it is not proven that they cannot
 */
export function contradiction(prover: Prover, parts: readonly Part[]): readonly Part[] {
  if (prover.prove(allHold(parts)) !== 'impossible') return parts;
  let core = [...parts];
  for (const part of parts) {
    const rest = core.filter((other) => other !== part);
    if (rest.length > 0 && prover.prove(allHold(rest)) === 'impossible') core = rest;
  }
  return core;
}

function allHold(parts: readonly Part[]) {
  return parts.map(({ node }) => [node, isTrue] as const);
}
