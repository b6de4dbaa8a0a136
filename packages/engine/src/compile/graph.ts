import type { Expression } from '../expression/tree.ts';
import type { DataNode, StepNode } from '../program.ts';
import { conditionName } from '../section-condition.ts';
import { type Context, type Place, report } from './context.ts';
import type { Written } from './nodes.ts';
import { orderOf, type Unit } from './order.ts';
import { below } from './raw.ts';
import { type Nodes, readsOf } from './references.ts';
import type { SectionDraft } from './sections.ts';
import type { StepDraft } from './steps.ts';

/**
 * The order in which everything is computed (see `Program.order`). Reports every cycle once, by the names on it.
 */
export function dependencyOrder(
  context: Context,
  nodes: Nodes,
  written: ReadonlyMap<string, Written>,
  steps: readonly StepNode[],
  drafts: readonly StepDraft[],
  sections: readonly SectionDraft[],
  defines: Readonly<Record<string, Expression>>,
): string[] {
  const units = new Map<string, Unit>();
  // What changes while a form is filled in; the rest needs no computing.
  const moving = new Set<string>();
  const conditional = new Set(steps.filter(({ when }) => when).map(({ id }) => id));

  for (const [name, tree] of Object.entries(defines)) {
    const { units: reads } = readsOf(tree, context.root, nodes);
    const section = sections.find(({ id }) => conditionName(id) === name);
    units.set(`d:${name}`, { at: section ? below(section.pointer, 'when') : below('/define', name), reads });
    moving.add(`d:${name}`);
  }
  for (const draft of drafts) {
    if (!draft.when) continue;
    units.set(`s:${draft.id}`, {
      at: below(draft.pointer, 'when'),
      reads: readsOf(draft.when, draft.place, nodes).units,
    });
    moving.add(`s:${draft.id}`);
  }
  for (const node of nodes.values()) {
    const { pointer, place } = written.get(node.template) ?? { pointer: '', place: context.root };
    const relevance: string[] = [];
    const above = parentOf(node.template);
    if (above !== undefined) relevance.push(`r:${above}`);
    if (node.when) relevance.push(...readsOf(node.when, place, nodes).units);
    const onSteps = node.kind !== 'group' && node.steps.length > 0 && node.steps.every((id) => conditional.has(id));
    if (onSteps) relevance.push(...node.steps.map((id) => `s:${id}`));
    units.set(`r:${node.template}`, {
      ...(node.when ? { at: below(pointer, 'when') } : {}),
      reads: relevance,
    });
    if (node.when || onSteps) moving.add(`r:${node.template}`);
    if (node.kind === 'leaf') addValue(units, moving, node, pointer, place, nodes);
  }
  const { order, cycles } = orderOf(units);
  for (const cycle of cycles) {
    const at = cycle.map((name) => units.get(name)?.at).find((found) => found !== undefined) ?? '';
    report(context, 'cycle', at, { cycle: describeCycle(cycle) });
  }
  return order.filter((name) => moving.has(name));
}

function addValue(
  units: Map<string, Unit>,
  moving: Set<string>,
  node: DataNode & { readonly kind: 'leaf' },
  pointer: string,
  place: Place,
  nodes: Nodes,
): void {
  const reads = [`r:${node.template}`];
  if (node.value) reads.push(...readsOf(node.value, place, nodes).units);
  for (const option of node.options ?? []) {
    if (option.when) reads.push(...readsOf(option.when, place, nodes).units);
  }
  const computed = node.value !== undefined || node.options?.some(({ when }) => when) === true;
  units.set(`v:${node.template}`, {
    ...(node.value ? { at: below(pointer, 'value') } : computed ? { at: pointer } : {}),
    reads,
  });
  if (computed) moving.add(`v:${node.template}`);
}

function parentOf(template: string): string | undefined {
  return template === '' ? undefined : template.slice(0, template.lastIndexOf('/'));
}

/** `/a (when) → /b (value) → /a (when)`: what a person has to look at. */
function describeCycle(cycle: readonly string[]): string {
  const words: Record<string, string> = { r: ' (when)', v: '', d: ' (define)', s: ' (step)' };
  const named = cycle.map((unit) => {
    const name = unit.slice(2);
    // A section's condition is an expression under the section's name.
    if (name.startsWith(conditionName(''))) return `${name.slice(conditionName('').length)} (section)`;
    return `${name === '' ? 'form' : name}${words[unit[0] ?? ''] ?? ''}`;
  });
  return named.join(' → ');
}
