import type { FormCase, JsonObject, JsonValue } from '@schalter/definition';
import type { Validate } from '../problem.ts';
import type { Program } from '../program.ts';
import { equal } from './equal.ts';
import { type Evaluation, evaluateForm } from './evaluate-form.ts';

/** Where a case's expectation is not met. */
export interface Difference {
  readonly what: 'path' | 'problems' | 'values' | 'irrelevant' | 'submission';
  /** Pointer, where it is about one. */
  readonly at?: string;
  readonly expected: JsonValue;
  readonly actual: JsonValue;
}

/**
 * Runs an example journey. Only the keys given are compared: `values` entry by entry (`null` is unanswered),
 * `irrelevant` as pointers that must be (or lie in something) irrelevant, the others as a whole. Without a `today` it
 * runs on 2026-01-01, so that it gives the same result on every day.
 */
export function runCase(
  program: Program,
  formCase: FormCase,
  validate: Validate,
): { readonly ok: boolean; readonly differences: readonly Difference[] } {
  const { expect } = formCase;
  const evaluation = evaluateForm(program, formCase.answers as JsonObject, {
    validate,
    today: formCase.today ?? '2026-01-01',
  });
  const differences: Difference[] = [];
  const compare = (what: Difference['what'], expected: JsonValue | undefined, actual: JsonValue, at?: string) => {
    if (expected === undefined || equal(expected, actual)) return;
    differences.push({ what, ...(at === undefined ? {} : { at }), expected, actual });
  };
  compare('path', expect.path, evaluation.route);
  if (expect.problems) compare('problems', sorted(expect.problems), sorted(evaluation.problems));
  for (const [at, expected] of Object.entries((expect.values ?? {}) as JsonObject)) {
    compare('values', expected, evaluation.values[at] ?? null, at);
  }
  for (const at of expect.irrelevant ?? []) compare('irrelevant', true, isIrrelevant(evaluation, at), at);
  compare('submission', expect.submission as JsonObject | undefined, evaluation.submission);
  return { ok: differences.length === 0, differences };
}

function isIrrelevant({ irrelevant }: Evaluation, at: string): boolean {
  return irrelevant.some((found) => at === found || at.startsWith(`${found}/`));
}

/** Problems by place and code alone: parameters and order are no part of what a case says. */
function sorted(problems: readonly { readonly at: string; readonly code: string }[]): JsonValue {
  return problems
    .map(({ at, code }) => ({ at, code }))
    .sort((a, b) => (a.at === b.at ? compareText(a.code, b.code) : compareText(a.at, b.at)));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
