import type { LocatedProblem } from '../check/located.ts';
import { count } from '../output.ts';
import type { Report } from './report.ts';

/** Workflow commands of GitHub Actions: annotations beside the changed lines. */
export function githubReport(): Report {
  return {
    form: ({ problems }) => problems.map((problem) => `${annotation(problem)}\n`).join(''),
    end: ({ forms, errors, warnings }) =>
      `${count(forms, 'form')} checked: ${count(errors, 'error')}, ${count(warnings, 'warning')}\n`,
  };
}

function annotation({ severity, code, message, path, range }: LocatedProblem): string {
  const place = range
    ? [
        `line=${range.start.line}`,
        `endLine=${range.end.line}`,
        `col=${range.start.column}`,
        `endColumn=${range.end.column}`,
      ]
    : [];
  const properties = [`file=${property(path)}`, ...place, `title=${property(code)}`].join(',');
  return `::${severity} ${properties}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
