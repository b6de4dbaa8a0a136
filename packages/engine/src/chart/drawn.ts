import type { Program, StepNode } from '../program.ts';
import type { ChartNode, Transition } from './node.ts';

/** A transition as XState has it: one guard per state that may be told. */
export type DrawnTransition = Omit<Transition, 'guard' | 'leads'> & {
  readonly guard?: string | { readonly type: string; readonly params: { readonly state: string } };
};

/** A chart in which every transition says where it leads. */
export interface DrawnNode extends Omit<ChartNode, 'always' | 'on' | 'states'> {
  readonly always?: readonly DrawnTransition[];
  readonly on?: Readonly<Record<string, readonly DrawnTransition[]>>;
  readonly states?: Readonly<Record<string, DrawnNode>>;
}

/** Pages near enough to be drawn at each page; what lies farther is reached through the list of all. */
const near = 4;

/** The statechart of a form in XState's own format: JSON, to draw it anywhere. */
export function formChart({ chart, steps }: Program): DrawnNode {
  return draw(chart, steps, chart);
}

function draw(node: ChartNode, steps: readonly StepNode[], around: ChartNode): DrawnNode {
  const { always, on, states, ...rest } = node;
  const out = (list: readonly Transition[]) => list.flatMap((one) => drawn(one, steps, around));
  const near = neighbours(node, steps);
  return {
    ...rest,
    ...(always ? { always: out(always) } : {}),
    ...(on ? { on: mapped(on, out) } : near ? { on: near } : {}),
    ...(states ? { states: mapped(states, (inner) => draw(inner, steps, node)) } : {}),
  };
}

/** @param around the state that the transition's state lies in */
function drawn(
  { leads, guard, ...rest }: Transition,
  steps: readonly StepNode[],
  around: ChartNode,
): DrawnTransition[] {
  if (leads === undefined) return [{ ...rest, ...(guard === undefined ? {} : { guard }) }];
  const ids = leads === 'filed' ? Object.keys(around.states ?? {}) : steps.map(({ id }) => `step-${id}`);
  return ids.map((state) => ({ ...rest, guard: { type: leads, params: { state } }, target: `#${state}` }));
}

function neighbours(node: ChartNode, steps: readonly StepNode[]): DrawnNode['on'] {
  const position = steps.findIndex(({ id }) => node.id === `step-${id}`);
  if (position === -1) return undefined;
  const list = steps.filter(({ kind }) => kind === 'tasks');
  const to = (found: readonly StepNode[]) => drawn({ leads: 'ahead', actions: ['arrive'] }, found, node);
  return {
    next: to([...steps.slice(position, position + near), ...list]),
    back: to([...steps.slice(Math.max(0, position - near + 1), position + 1).reverse(), ...list]),
  };
}

/** A record with every value changed. */
export function mapped<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
