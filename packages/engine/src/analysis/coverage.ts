import type { FormCase, JsonObject } from '@schalter/definition';
import { withStore } from '../evaluate/evaluate-form.ts';
import { evaluate } from '../expression/evaluate.ts';
import { createPages } from '../flow/pages.ts';
import type { Validate } from '../problem.ts';
import type { Program } from '../program.ts';
import { judge } from '../run/checks.ts';
import type { GroupCell } from '../run/group.ts';
import type { Store } from '../run/store.ts';
import { instances } from '../run/warm.ts';
import type { AnalysedForm } from './places.ts';
import { stepPointer } from './places.ts';
import { type ConditionKind, type Subjects, subjectsOf } from './subjects.ts';

/** What a form's cases try out of it. Every entry of a list counts. */
export interface Coverage {
  readonly steps: readonly StepCoverage[];
  readonly conditions: readonly ConditionCoverage[];
  readonly checks: readonly CheckCoverage[];
}

export interface StepCoverage {
  readonly id: string;
  /** JSON Pointer into the resolved form; nothing for a summary that nobody wrote. */
  readonly at?: string;
  /** In how many cases the step is on the route. */
  readonly visits: number;
}

export interface ConditionCoverage {
  readonly at: string;
  readonly kind: ConditionKind;
  /** Template of a field or group, id of a section, step or text, name of a service. */
  readonly about: string;
  /** How often it was true, and how often it was not: false, or unknown. */
  readonly holds: number;
  readonly holdsNot: number;
}

export interface CheckCoverage {
  readonly at: string;
  readonly id: string;
  /** How often it was true, and how often it was false, where it binds. A check that is unknown is silent. */
  readonly passed: number;
  readonly failed: number;
}

type Counts = [first: number, second: number];

/**
 * Counts which steps, conditions and checks the cases of a form reach, and which way they went.
 * @param form the resolved form that the program was compiled from
 */
export function coverageOf(
  program: Program,
  form: AnalysedForm,
  cases: readonly FormCase[],
  validate: Validate,
): Coverage {
  const subjects = subjectsOf(program, form);
  const conditions = subjects.conditions.map((): Counts => [0, 0]);
  const checks = subjects.checks.map((): Counts => [0, 0]);
  const visits = new Map<string, number>();
  for (const { answers, today } of cases) {
    // Without a date of its own a case runs on the same day as in `runCase`.
    withStore(program, answers as JsonObject, { validate, today: today ?? defaultToday }, (store) => {
      const steps = new Set(
        createPages(store)
          .route()
          .map(({ step }) => step.id),
      );
      for (const id of steps) visits.set(id, (visits.get(id) ?? 0) + 1);
      count(store, subjects, conditions, checks);
    });
  }
  return {
    steps: program.steps.map(({ id }) => {
      const at = stepPointer(form, id);
      return { id, ...(at === undefined ? {} : { at }), visits: visits.get(id) ?? 0 };
    }),
    conditions: subjects.conditions.map(({ at, kind, about }, index) => {
      const [holds, holdsNot] = conditions[index] ?? [0, 0];
      return { at, kind, about, holds, holdsNot };
    }),
    checks: subjects.checks.map(({ at, place }, index) => {
      const [passed, failed] = checks[index] ?? [0, 0];
      return { at, id: place.check.id, passed, failed };
    }),
  };
}

/** The day of cases without a `today`. */
export const defaultToday = '2026-01-01';

function count(store: Store, subjects: Subjects, conditions: readonly Counts[], checks: readonly Counts[]): void {
  for (const [index, { tree, self }] of subjects.conditions.entries()) {
    for (const group of groups(store, self)) {
      const counts = conditions[index];
      if (counts) counts[evaluate(tree, group.environment()) === true ? 0 : 1]++;
    }
  }
  for (const [index, { place }] of subjects.checks.entries()) {
    for (const group of groups(store, place.self)) {
      const counts = checks[index];
      const result = judge(store.world, place, group);
      if (counts && typeof result === 'boolean') counts[result ? 0 : 1]++;
    }
  }
}

/** All instances of a group: one, or one per entry. */
function groups(store: Store, template: string): GroupCell[] {
  const names = template === '' ? [] : template.slice(1).split('/');
  return [...instances(store.root, names, 0)].filter((cell) => cell.kind === 'group');
}
