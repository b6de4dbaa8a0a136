// The chart of a form for XState's own tools

export { draftDelays } from '../session/behaviour.ts';
export { formChart } from '../session/chart.ts';
export type { ChartNode, Invocation, Transition } from '../session/chart-node.ts';
export { formMachine } from './machine.ts';
