import { type FormCase, originOf, type ResolvedForm } from '@schalter/definition';
import { type Difference, runCase } from '@schalter/engine';
import { type Coverage, coverageOf } from '@schalter/engine/analysis';
import { compileValidate } from '@schalter/validators';
import type { SoundForm } from '../load-form.ts';

/** What the cases of one form came to. */
export interface FormResult {
  readonly form: string;
  readonly title: string;
  readonly cases: readonly CaseResult[];
  readonly coverage: FormCoverage;
}

export interface CaseResult {
  /** File name of the case, without its ending. */
  readonly file: string;
  readonly name: string;
  readonly ok: boolean;
  readonly differences: readonly Difference[];
}

/** What the cases tried out, and what they did not. Per cent, 100 where there is nothing to try. */
export interface FormCoverage {
  readonly steps: number;
  /** Both ways of every condition count. */
  readonly conditions: number;
  /** Passed and failed count. */
  readonly checks: number;
  readonly missed: readonly Missed[];
}

/** Something no case has tried. */
export interface Missed {
  readonly kind: 'step' | 'condition' | 'check';
  /** File and JSON Pointer of where it is written. */
  readonly file: string;
  readonly at: string;
  /** Id of a step or check, or the expression. */
  readonly what: string;
  /** Which way of a condition or check is missing. */
  readonly never?: 'true' | 'false' | 'either' | 'passed' | 'failed';
}

/** Runs the cases of a form. */
export function runForm({ id, source, program, resolved }: SoundForm): FormResult {
  const validate = compileValidate(resolved.form.data);
  const cases = Object.entries(source.cases);
  return {
    form: id,
    title: String(resolved.form.title),
    cases: cases.map(([file, one]) => ({ file, name: one.name, ...runCase(program, one, validate) })),
    coverage: summarised(
      coverageOf(
        program,
        resolved.form,
        cases.map(([, one]): FormCase => one),
        validate,
      ),
      resolved,
    ),
  };
}

function summarised({ steps, conditions, checks }: Coverage, resolved: ResolvedForm): FormCoverage {
  const missed: Missed[] = [];
  const note = (kind: Missed['kind'], at: string, what: string, never?: Missed['never']) => {
    missed.push({ kind, ...originOf(resolved, at), what, ...(never ? { never } : {}) });
  };
  const written = (at: string) => String(textAt(resolved, at) ?? at);
  for (const { id, at, visits } of steps) if (visits === 0) note('step', at ?? '/steps', id);
  for (const { at, holds, holdsNot } of conditions) {
    if (holds > 0 && holdsNot > 0) continue;
    note('condition', at, written(at), holds + holdsNot === 0 ? 'either' : holds === 0 ? 'true' : 'false');
  }
  for (const { at, id, passed, failed } of checks) {
    if (passed > 0 && failed > 0) continue;
    note('check', at, id, passed + failed === 0 ? 'either' : passed === 0 ? 'passed' : 'failed');
  }
  const ways = (counts: readonly (readonly [number, number])[]) =>
    percent(counts.flat().filter((count) => count > 0).length, counts.length * 2);
  return {
    steps: percent(steps.filter(({ visits }) => visits > 0).length, steps.length),
    conditions: ways(conditions.map(({ holds, holdsNot }) => [holds, holdsNot] as const)),
    checks: ways(checks.map(({ passed, failed }) => [passed, failed] as const)),
    missed,
  };
}

function textAt({ form }: ResolvedForm, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], form);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part / whole) * 1000) / 10;
}
