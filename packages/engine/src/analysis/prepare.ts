import type { Program } from '../program.ts';
import { ordersOf } from '../run/warm.ts';
import { instanceOf } from './circuit/instance.ts';
import { leafTerm } from './circuit/leaf.ts';
import type { Model } from './circuit/model.ts';
import { isRelevant, stepHolds } from './circuit/relevance.ts';
import { defineTerm } from './circuit/translate.ts';

/**
 * Translates a form from the bottom up, in the order in which the engine computes it: so that chains of thousands need no
 * deep recursion.
 */
export function prepare(model: Model, program: Program): void {
  for (const { kind, name } of ordersOf(program).all) {
    if (kind === 'd') defineTerm(model, name);
    else if (kind === 's') {
      const step = program.steps.find(({ id }) => id === name);
      if (step) stepHolds(model, name, step.forEach === undefined ? undefined : instanceOf(`${step.forEach}/*`));
    } else {
      const node = model.nodes.get(name);
      if (!node) continue;
      if (kind === 'r') isRelevant(model, node, instanceOf(name));
      else if (node.kind === 'leaf') leafTerm(model, node, instanceOf(name));
    }
  }
}
