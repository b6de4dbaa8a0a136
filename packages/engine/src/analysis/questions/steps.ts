import { formProblems } from '../../flow/form-problems.ts';
import type { StepNode } from '../../program.ts';
import type { Node } from '../circuit/circuit.ts';
import { type Demand, demandsOf, spreadDemands } from '../circuit/demand.ts';
import type { Model } from '../circuit/model.ts';
import { isTrue } from '../circuit/result.ts';
import { type Stage, stagesOf } from '../circuit/route.ts';
import type { Probe } from '../witness/probe.ts';
import type { Question } from '../witness/prover.ts';

/** A step with all that decides about it. */
export interface Way extends Stage {
  readonly demands: readonly Demand[];
  /** Whether all demands are met. */
  readonly met: Node;
  /** Whether the page can be passed: it is not on the route, or all is met. */
  readonly passed: Node;
}

export function waysOf(model: Model): Way[] {
  const { circuit } = model;
  const stages = stagesOf(model);
  const spread = spreadDemands(model);
  return stages.map((stage) => {
    const demands = demandsOf(model, stage.step);
    const met = circuit.all(demands.map((demand) => demand.met));
    const passed = [circuit.any([circuit.not(stage.on), met])];
    // What a group demands that stands on several steps is met before the last of them is passed.
    for (const { steps, demand } of spread) {
      const homes = stages.filter(({ step }) => steps.includes(step.id));
      if (homes.at(-1) !== stage) continue;
      passed.push(circuit.any([circuit.not(circuit.any(homes.map(({ on }) => on))), demand.met]));
    }
    return { ...stage, demands, met, passed: circuit.all(passed) };
  });
}

/** Asks whether a step can be on the route. */
export function reachedQuestion({ step, instance, on }: Way): Question {
  return { goal: [[on, isTrue]], confirm: (probe) => isOnRoute(probe, step), instance, shortest: true };
}

/** Asks whether a page can be on the route and without a problem. */
export function leftQuestion({ step, instance, on, met }: Way): Question {
  return {
    goal: [
      [on, isTrue],
      [met, isTrue],
    ],
    confirm: (probe) => isOnRoute(probe, step) && problemsOn(probe, step) === 0,
    instance,
    alike: true,
  };
}

/** Asks whether the form can be completed with a step on the route. */
export function completedQuestion({ step, instance, on }: Way, ways: readonly Way[]): Question {
  return {
    goal: [[on, isTrue], ...ways.map(({ passed }) => [passed, isTrue] as const)],
    confirm: (probe) => isOnRoute(probe, step) && isComplete(probe),
    instance,
    alike: true,
  };
}

export function isOnRoute({ pages }: Probe, step: StepNode): boolean {
  return pages.route().some((page) => page.step === step);
}

/** Whether nothing on the route keeps a person from its end. */
export function isComplete(probe: Probe): boolean {
  const route = new Set(probe.pages.route().map(({ step }) => step));
  return [...route].every((step) => problemsOn(probe, step) === 0);
}

function problemsOn({ pages, store }: Probe, step: StepNode): number {
  let problems = 0;
  for (const page of pages.route()) if (page.step === step) problems += pages.problems(page).length;
  return step.kind === 'summary' ? problems + formProblems(store).length : problems;
}
