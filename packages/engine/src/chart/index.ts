// The chart of a form for XState's own tools

export { draftDelays } from '../session/behaviour.ts';
export { formChart } from './drawn.ts';
export { formMachine } from './machine.ts';
export type { ChartNode, Invocation, Transition } from './node.ts';
