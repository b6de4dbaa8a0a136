import type { LocatedProblem } from '../check/located.ts';
import { fingerprint } from './fingerprint.ts';
import type { Report } from './report.ts';

/** GitLab's code quality report: an array that merge requests show beside the changed lines. */
export function gitlabReport(): Report {
  const issues: object[] = [];
  return {
    form({ problems }) {
      issues.push(...problems.map(issue));
      return '';
    },
    end: () => `${JSON.stringify(issues, null, 2)}\n`,
  };
}

function issue(problem: LocatedProblem): object {
  const { code, severity, message, path, range } = problem;
  return {
    description: message,
    check_name: code,
    fingerprint: fingerprint(problem),
    severity: severity === 'error' ? 'major' : 'minor',
    location: { path, lines: { begin: range?.start.line ?? 1 } },
  };
}
