import type { CheckedForm } from '../check/check-target.ts';

/** How results of `schalter check` are written. Forms come one by one, so that nothing has to wait for the last. */
export interface Report {
  form(checked: CheckedForm): string;
  end(totals: Totals): string;
}

export interface Totals {
  readonly forms: number;
  readonly errors: number;
  readonly warnings: number;
  /** Problems repaired by `--fix`. */
  readonly fixed: number;
}

/** Page that explains a code. */
export function pageOf(code: string): string {
  return `https://schalter.dev/checks/${code}`;
}
