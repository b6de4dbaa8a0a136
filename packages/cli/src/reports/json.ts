import type { CheckedForm } from '../check/check-target.ts';
import type { LocatedProblem } from '../check/located.ts';
import type { Report } from './report.ts';

/** An array of `{ form, problems }`; each problem with code, severity, sentence, file, pointer, path, line and column. */
export function jsonReport(): Report {
  const forms: object[] = [];
  return {
    form({ form, problems }: CheckedForm) {
      forms.push({ form, problems: problems.map(flat) });
      return '';
    },
    end: () => `${JSON.stringify(forms, null, 2)}\n`,
  };
}

function flat({ range, ...problem }: LocatedProblem): object {
  if (!range) return problem;
  const { start, end } = range;
  return { ...problem, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
